// The files of a figure as other programs read them.
import { describe, expect } from "vitest";
import { judgeTest, run, savedFile } from "#tests/support/foreign-client.ts";

const toolTest = judgeTest("pictures");

const fileOf = (address: string) =>
  savedFile(`/snapshot.${address}`, `picture.${address.slice(0, 3)}`);

describe("the PDF", () => {
  toolTest(
    "has live text in embedded fonts, a title, an author and the size of its paper",
    async () => {
      const file = await fileOf("pdf?date=2016-09-05&paper=a4&lang=fr");
      const text = await run("pdftotext", "-layout", file, "-");
      for (const words of ["5 septembre 2016", "Camp de la Lande", "clôtures et mur", "ODbL"])
        expect(text).toContain(words);
      // Rims of letters are no second text.
      expect(text.match(/Camp de la Lande/g)).toHaveLength(1);
      const fonts = (await run("pdffonts", file)).split("\n").slice(2).filter(Boolean);
      expect(fonts.length).toBeGreaterThanOrEqual(2);
      for (const font of fonts) {
        expect(font).toContain("SourceSans3");
        expect(font).toMatch(/CID TrueType\s+\S+\s+yes yes yes/);
      }
      const info = await run("pdfinfo", file);
      expect(info).toMatch(/Title:\s+Calais 2013-2016, 5 septembre 2016/);
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
