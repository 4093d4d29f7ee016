// Names in other scripts are drawn in typefaces that have them, and what none has is seen and said.

import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";
import { PNG } from "pngjs";
import { describe, expect } from "vitest";
import { scriptFonts } from "#server/snapshot/fonts/script-fonts.ts";
import { renderSvg } from "#server/snapshot/render-svg.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { anyProof } from "#tests/support/pictures/any-proof.ts";
import { linesOf, wordsOf } from "#tests/support/pictures/figure-text.ts";
import { testApp } from "#tests/support/product/app.ts";
import { nameScripts } from "#web/view/figure/scripts/foreign-text.ts";

const NAMES = {
  Arabic: "مخيم سوق الخبز",
  Pashto: "د کالې ځنګل",
  Amharic: "የካሌ ካምፕ",
  Tigrinya: "መዓስከር ካለ",
  Hebrew: "מחנה שלום",
  Chinese: "加来难民营地",
  Japanese: "カレーのキャンプ",
  Korean: "칼레 난민 캠프",
  Hindi: "शिविर नमस्ते",
  Bengali: "ক্যালে শিবির",
  Tamil: "கலே முகாம்",
  Telugu: "కాలే శిబిరం",
  Thai: "ค่ายผู้ลี้ภัย",
  Burmese: "ကလေးစခန်း",
  Khmer: "ជំរុំ",
  Georgian: "კალე ბანაკი",
  Armenian: "Կալե ճամբար",
  Russian: "Лагерь Кале",
  Greek: "Καταυλισμός",
  Emoji: "⛺ 🏕",
} as const;

/** Of the letters of a line, in points. */
const SIZE = 24;

const line = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60" viewBox="0 0 400 60"><rect width="400" height="60" fill="#fff"/><text font-family="'Source Sans 3', 'Source Sans Pro', sans-serif" font-size="${SIZE}" x="10" y="40">${text}</text></svg>`;

/** What the pages of a PDF are painted with. */
function contentOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const streams: string[] = [];
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 1)) {
    if (bytes.subarray(at - 3, at).toString() === "end") continue;
    try {
      streams.push(inflateSync(bytes.subarray(at + 7)).toString("latin1"));
    } catch {
      // Not compressed: no page.
    }
  }
  return streams.filter((stream) => stream.includes("Tj")).join("\n");
}

/** Where on the page the letters begin, in the order in which they are painted. */
function lettersIn(content: string): number[] {
  const kept: number[] = [];
  const xs: number[] = [];
  let moved = 0;
  for (const operation of content.split("\n")) {
    const [a = "", , , , x = ""] = operation.split(" ");
    if (operation === "q") kept.push(moved);
    else if (operation === "Q") moved = kept.pop() ?? 0;
    else if (operation.endsWith(" cm")) moved += Number(x);
    else if (operation.endsWith(" Tm")) xs.push(moved + Number(a) * Number(x));
  }
  return xs;
}

/** Letters as shapes: what the program that draws found in its typefaces. */
async function shapesOf(text: string): Promise<string[]> {
  const { foreign, missing, svg } = nameScripts(line(text));
  expect(missing).toEqual([]);
  const bytes = await renderSvg({ kind: "outlines", svg, foreign, proof: anyProof() });
  const drawn = Buffer.from(bytes).toString();
  expect(drawn).not.toContain("<text");
  return [...drawn.matchAll(/ d="([^"]+)"/g)].map(([, d = ""]) => d);
}

async function inkOf(text: string): Promise<number> {
  const { foreign, svg } = nameScripts(line(text));
  const bytes = await renderSvg({ kind: "png", svg, foreign, dpi: undefined, proof: anyProof() });
  const { data } = PNG.sync.read(Buffer.from(bytes));
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
  return dark;
}

describe("names in other scripts", () => {
  dbTest.for(Object.entries(NAMES))("are drawn: %s", async ([, name]) => {
    const characters = [...new Set(name.replaceAll(" ", ""))];
    const fonts = await scriptFonts(characters.join(""), "woff2");
    for (const character of characters)
      expect(
        fonts.some(({ characters: own }) => own.includes(character)),
        character,
      ).toBe(true);
    expect((await shapesOf(name)).join("").length).toBeGreaterThan(200);
    expect(await inkOf(name)).toBeGreaterThan(100);
    const pdf = await renderSvg({
      ...nameScripts(line(name)),
      kind: "pdf",
      points: [400, 60],
      proof: anyProof(name),
      createdAt: "2026-01-01T00:00:00Z",
    });
    expect(pdf.length).toBeGreaterThan(1000);
  });

  dbTest.for(Object.entries(NAMES))(
    "have their letters side by side in PDF: %s",
    async ([, name]) => {
      const word = name.replaceAll(" ", "");
      const pdf = await renderSvg({
        ...nameScripts(line(word)),
        kind: "pdf",
        points: [400, 60],
        proof: anyProof(word),
        createdAt: "2026-01-01T00:00:00Z",
      });
      const xs = lettersIn(contentOf(pdf));
      // The line begins at 10; a letter is on average wider than a fifth of its height, and the last one's width is unknown.
      expect(Math.min(...xs)).toBeGreaterThan(5);
      const letters = [...word.replaceAll(/\p{M}/gu, "")].length;
      expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(0.2 * SIZE * (letters - 2));
    },
  );

  dbTest("join their letters", async () => {
    const widthOf = async (text: string) => {
      const shapes = (await shapesOf(text)).filter((d) => !d.startsWith("M 0 0"));
      const xs = [...shapes.join(" ").matchAll(/[ML] (-?[\d.]+) /g)].map(([, x]) => Number(x));
      return Math.max(...xs) - Math.min(...xs);
    };
    // Three letters that join are narrower than three that do not.
    expect(await widthOf("ببب")).toBeLessThan(0.85 * (await widthOf("ب\u200cب\u200cب")));
  });

  dbTest("carry their typeface in SVG, with no more of it than they need", async () => {
    const { app } = await testApp();
    const title = encodeURIComponent(NAMES.Arabic);
    const response = await app.request(`/snapshot.svg?date=2014-05-27&title=${title}`);
    const svg = await response.text();
    expect(svg).toContain('@font-face{font-family:"Noto Sans Arabic"');
    expect(svg).toContain("'Noto Sans Arabic', sans-serif");
    const plain = await (await app.request("/snapshot.svg?date=2014-05-27")).text();
    expect(plain).not.toMatch(/Noto Sans \w/);
    expect(svg.length - plain.length).toBeLessThan(20_000);
    expect(response.headers.get("Rocade-Missing-Glyphs")).toBeNull();
    const lines = linesOf(svg);
    expect(lines.some(({ text }) => text.includes(NAMES.Arabic))).toBe(true);
  });
});

describe("a character that no typeface has", () => {
  /** Linear A, and a name of it between two words. */
  const TITLE = encodeURIComponent("Camp \u{10600}\u{10601} nord");

  dbTest("is replaced where it is seen, and said in a header, ZIP included", async () => {
    const { app } = await testApp();
    const ask = async (format: string) =>
      app.request(`/snapshot.${format}?date=2014-05-27&lang=en&title=${TITLE}`);
    const first = await ask("svg");
    // The second answer is the kept one.
    for (const response of [first, await ask("svg"), await ask("pdf")])
      expect(response.headers.get("Rocade-Missing-Glyphs")).toBe("U+10600 U+10601");
    expect(wordsOf(await first.text())).toContain("Camp [?] nord");
    const zip = await ask("zip");
    expect(zip.headers.get("Rocade-Missing-Glyphs")).toBe("U+10600 U+10601");
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const state = JSON.parse(Buffer.from(files["state.json"] ?? []).toString());
    expect(state.missingGlyphs).toEqual(["U+10600", "U+10601"]);
    // In words it is what it was.
    expect(Buffer.from(files["alt-text.en.txt"] ?? []).toString()).toContain("\u{10600}\u{10601}");
  });
});

describe("the fonts of a page", () => {
  dbTest("come as files for the characters asked for, or the question is refused", async () => {
    const { app } = await testApp();
    const response = await app.request(
      `/snapshot.fonts?characters=${encodeURIComponent(NAMES.Arabic)}`,
    );
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const list = JSON.parse(Buffer.from(files["fonts.json"] ?? []).toString());
    expect(list).toHaveLength(1);
    expect(list[0].family).toBe("Noto Sans Arabic");
    expect(files[`${list[0].name}.ttf`]?.subarray(0, 4)).toEqual(new Uint8Array([0, 1, 0, 0]));
    expect((await app.request("/snapshot.fonts")).status).toBe(400);
  });
});
