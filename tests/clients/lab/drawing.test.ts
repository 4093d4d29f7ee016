// Figures in the programs of those who print them: Inkscape and librsvg draw the SVG as our own renderer draws the PNG,
// cut the maps off at their frames, and know how large the paper is.
import { readFileSync } from "node:fs";
import path from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { describe, expect } from "vitest";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { judgeTest, run, savedFile } from "#tests/support/programs/foreign-client.ts";

const drawTest = judgeTest("drawing");

const PROGRAMS = ["inkscape", "rsvg-convert"] as const;

/** Each with what makes its picture one dot a pixel of the drawing. */
const FIGURES = [
  ["date=2014-05-27&width=1200&height=900&lang=en", "scale=1"],
  ["date=2016-03-01&paper=a4&lang=fr", "dpi=96"],
  ["dates=2014-05-27,2016-09-05&width=1600&height=1000&lang=en", "scale=1"],
] as const;

const svg = (query: string) => savedFile(`/snapshot.svg?${query}`, "figure.svg");
const outlined = (query: string) => svg(`${query}&text=outlines`);

async function drawnBy(program: (typeof PROGRAMS)[number], file: string, width: number) {
  const target = path.join(temporaryFolder("drawn"), `${program}.png`);
  if (program === "inkscape")
    await run("inkscape", file, `--export-width=${width}`, "--export-area-page", "-o", target);
  else await run("rsvg-convert", "-w", String(width), "-o", target, file);
  return PNG.sync.read(readFileSync(target));
}

const ourPicture = async (query: string) =>
  PNG.sync.read(readFileSync(await savedFile(`/snapshot.png?${query}`, "figure.png")));

/** Share of the pixels that differ; the drawing may be a row higher or lower. */
function difference(ours: PNG, theirs: PNG): number {
  expect(theirs.width).toBe(ours.width);
  expect(Math.abs(theirs.height - ours.height)).toBeLessThanOrEqual(1);
  const height = Math.min(theirs.height, ours.height);
  const rows = ({ data }: PNG) => data.subarray(0, ours.width * height * 4);
  const options = { threshold: 0.25 };
  const differing = pixelmatch(rows(ours), rows(theirs), undefined, ours.width, height, options);
  return differing / (ours.width * height);
}

describe("an SVG figure", () => {
  const cases = FIGURES.flatMap(([query, dots]) =>
    PROGRAMS.map((program) => [program, query, dots] as const),
  );

  drawTest.for(cases)("drawn by %s is the PNG: %s", async ([program, query, dots]) => {
    const ours = await ourPicture(`${query}&${dots}`);
    const theirs = await drawnBy(program, await outlined(query), ours.width);
    // Renderers smooth edges each in its own way; what lies elsewhere or is missing is far more than that.
    expect(difference(ours, theirs)).toBeLessThan(0.01);
  });

  drawTest("has every line in its place where the typeface is missing", async () => {
    const query = "date=2016-09-05&lang=en&width=1123&height=794";
    const ours = await ourPicture(query);
    const theirs = await drawnBy("inkscape", await svg(query), ours.width);
    // Letters of another typeface differ, on a few hundredths of the paper.
    expect(difference(ours, theirs)).toBeLessThan(0.05);
  });

  drawTest.for([
    ["a4", 297, 210],
    ["column", 85, null],
    ["letter", 279.4, 215.9],
  ] as const)("has in Inkscape the size of its paper: %s", async ([paper, width, height]) => {
    const file = await svg(`date=2014-05-27&paper=${paper}`);
    const millimetres = async (side: "width" | "height") => {
      // Inkscape answers in pixels of which there are 96 an inch, for what is drawn: a ground that fills the page.
      const pixels = Number(await run("inkscape", `--query-${side}`, file));
      return (pixels / 96) * 25.4;
    };
    expect(Math.abs((await millimetres("width")) - width)).toBeLessThan(0.2);
    if (height) expect(Math.abs((await millimetres("height")) - height)).toBeLessThan(0.2);
  });

  drawTest("keeps its maps within their frames", async () => {
    // Above the map nothing of it is drawn: there the paper is blank but for words.
    const file = await outlined(
      "date=2016-09-05&lang=en&width=1000&height=800&bbox=1.86,50.955,1.90,50.965&without=title,sentence",
    );
    const [, y = "0"] =
      /id="map"[^>]*transform="matrix\([^)]* ([\d.]+)\)"/.exec(readFileSync(file, "utf8")) ?? [];
    const top = Math.floor(Number(y));
    expect(top).toBeGreaterThan(30);
    for (const program of PROGRAMS) {
      const { data, width } = await drawnBy(program, file, 1000);
      const paper = data.readUInt32BE(0);
      for (let row = top - 8; row < top - 2; row += 1)
        for (let column = 0; column < width; column += 1)
          expect(data.readUInt32BE((row * width + column) * 4)).toBe(paper);
    }
  });
});
