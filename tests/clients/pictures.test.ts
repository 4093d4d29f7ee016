// The files of a figure as other programs read them.
import { describe, expect } from "vitest";
import { judgeTest, run, savedFile } from "#tests/support/programs/foreign-client.ts";

const toolTest = judgeTest("pictures");

const fileOf = (address: string) =>
  savedFile(`/snapshot.${address}`, `picture.${address.slice(0, 3)}`);

describe("the PDF", () => {
  toolTest(
    "has live text in embedded fonts, a title, an author and the size of its paper",
    async () => {
      const file = await fileOf("pdf?date=2016-09-05&paper=a4&lang=fr");
      const text = await run("pdftotext", "-layout", file, "-");
      for (const words of ["5 septembre 2016", "La Lande", "clôtures et mur", "ODbL"])
        expect(text).toContain(words);
      // Rims of letters are no second text.
      expect(text.match(/La Lande/g)).toHaveLength(1);
      const fonts = (await run("pdffonts", file)).split("\n").slice(2).filter(Boolean);
      expect(fonts.length).toBeGreaterThanOrEqual(2);
      for (const font of fonts) {
        expect(font).toContain("SourceSans3");
        expect(font).toMatch(/CID TrueType\s+\S+\s+yes yes yes/);
      }
      const info = await run("pdfinfo", file);
      expect(info).toMatch(/Title:\s+Calais 2013-2016\b.*, 5 septembre 2016/);
      expect(info).toMatch(/Author:\s+Rocade/);
      expect(info).toMatch(/Page size:\s+841\.89 x 595\.2\d+ pts \(A4\)/);
      expect((await run("pdfimages", "-list", file)).trim().split("\n")).toHaveLength(2);
    },
  );

  toolTest("is upright, Letter or A3 where that is asked for", async () => {
    const sizeOf = async (query: string) => {
      const info = await run("pdfinfo", await fileOf(`pdf?date=2014-05-27&${query}`));
      const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info) ?? [];
      return [Math.round(Number(width)), Math.round(Number(height))];
    };
    expect(await sizeOf("paper=a4&orientation=portrait")).toEqual([595, 842]);
    expect(await sizeOf("paper=letter")).toEqual([792, 612]);
    expect(await sizeOf("paper=a3")).toEqual([1191, 842]);
  });
});

describe("the PNG", () => {
  toolTest("is sound, and says its dots an inch", async () => {
    const file = await fileOf("png?date=2014-05-27&paper=a4&lang=en");
    expect(await run("pngcheck", file)).toMatch(/OK: .*3508x2480/);
    expect(await run("identify", "-units", "PixelsPerInch", "-format", "%w %h %x %y", file)).toBe(
      "3508 2480 300 300",
    );
  });
});

describe("the SVG", () => {
  toolTest("is well-formed XML, with its letters live or as shapes", async () => {
    for (const text of ["live", "outlines"]) {
      const file = await fileOf(`svg?date=2016-03-01&lang=fr&text=${text}`);
      expect(await run("xmllint", "--noout", file)).toBe("");
    }
  });
});

describe("names in other scripts", () => {
  const NAMES = ["مخيم سوق الخبز", "የካሌ ካምፕ", "加来难民营地", "מחנה שלום", "Лагерь Кале"];

  toolTest("are live text in embedded fonts in the PDF", async () => {
    for (const name of NAMES) {
      const file = await fileOf(
        `pdf?date=2014-05-27&paper=a4&lang=en&title=${encodeURIComponent(name)}`,
      );
      const text = (await run("pdftotext", "-layout", file, "-")).replace(
        /[\u200e\u200f\u202a-\u202e]/g,
        "",
      );
      // The file tells words as they are read; Poppler prints those from right to left as they are seen.
      for (const word of name.split(" "))
        expect(
          [word, [...word].reverse().join("")].some((one) => text.includes(one)),
          word,
        ).toBe(true);
      for (const font of (await run("pdffonts", file)).split("\n").slice(2).filter(Boolean))
        expect(font).toMatch(/CID TrueType\s+\S+\s+yes yes yes/);
    }
  });
});

describe("words in other scripts", () => {
  toolTest("have their letters beside each other in the PDF", async () => {
    for (const word of ["مخيمات", "מחנות", "難民營地", "ካምፕካሌ", "शिविरों"]) {
      const file = await fileOf(
        `pdf?date=2014-05-27&paper=a4&lang=en&title=${encodeURIComponent(word)}`,
      );
      const boxes = (await run("pdftotext", "-bbox", file, "-")).matchAll(
        /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g,
      );
      const [, left, top, right, bottom, found = ""] =
        [...boxes].find(([, , , , , text = ""]) =>
          /[^\p{Script=Latin}\p{Script=Common}]/u.test(text),
        ) ?? [];
      expect([...found].sort(), word).toEqual([...word].sort());
      // One letter upon the other is no wider than one.
      const height = Number(bottom) - Number(top);
      expect(Number(right) - Number(left), word).toBeGreaterThan(height);
    }
  });
});

describe("whatever the shape", () => {
  const SHAPES = [
    "width=1080&height=1350",
    "width=800&height=600",
    "width=360&height=640",
    "paper=column",
    "paper=double-column",
    "paper=a4&orientation=portrait",
    "width=1200&height=630",
  ];

  toolTest("the PDF says date, key, scale, sources and credit, within its page", async () => {
    for (const [index, shape] of SHAPES.entries()) {
      const lang = index % 2 === 0 ? "fr" : "en";
      const file = await fileOf(`pdf?date=2014-05-27&${shape}&lang=${lang}`);
      const text = (await run("pdftotext", file, "-")).replace(/\s+/g, " ");
      for (const said of [/27 (mai|May) 2014/, /Sources ?: \[1\]|\d+ sources/, /(rocade|bypass)/])
        expect(text, shape).toMatch(said);
      for (const said of [/\d (km|m)\b/, /OpenStreetMap/, /ODbL-1\.0/])
        expect(text, shape).toMatch(said);
      expect(text.replaceAll(" ", ""), shape).toMatch(/\?date=2014-05-27&lang=..&v=\d/);
      const boxes = await run("pdftotext", "-bbox", file, "-");
      const [, width, height] = /<page width="([\d.]+)" height="([\d.]+)"/.exec(boxes) ?? [];
      for (const [, left, top, right, bottom, word] of boxes.matchAll(
        /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)/g,
      )) {
        expect(Math.min(Number(left), Number(top)), word).toBeGreaterThanOrEqual(-1);
        expect(Number(right), word).toBeLessThanOrEqual(Number(width) + 1);
        expect(Number(bottom), word).toBeLessThanOrEqual(Number(height) + 1);
      }
    }
  });
});
