// Figures in the programs of those who print them: Inkscape and librsvg draw the SVG as our own renderer draws the PNG.
import { readFileSync } from "node:fs";
import path from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { describe, expect } from "vitest";
import { judgeTest, run, savedFile } from "#tests/support/foreign-client.ts";
import { temporaryFolder } from "#tests/support/packages.ts";

const drawTest = judgeTest("drawing", "pictures");

/** Each with what makes its picture one dot a pixel of the drawing. */
const FIGURES = [
  ["date=2014-05-27&width=1200&height=900&lang=en", "scale=1"],
  ["date=2016-03-01&paper=a4&lang=fr", "dpi=96"],
  ["dates=2014-05-27,2016-09-05&width=1600&height=1000&lang=en", "scale=1"],
] as const;

const svg = (query: string) => savedFile(`/snapshot.svg?${query}&text=outlines`, "figure.svg");

async function drawnBy(program: "inkscape" | "rsvg-convert", file: string, width: number) {
  const target = path.join(temporaryFolder("drawn"), `${program}.png`);
  if (program === "inkscape")
    await run("inkscape", file, `--export-width=${width}`, "--export-area-page", "-o", target);
  else await run("rsvg-convert", "-w", String(width), "-o", target, file);
  return PNG.sync.read(readFileSync(target));
}

describe("an SVG figure", () => {
  const cases = FIGURES.flatMap(([query, dots]) =>
    (["inkscape", "rsvg-convert"] as const).map((program) => [program, query, dots] as const),
  );

  drawTest.for(cases)("drawn by %s is the PNG: %s", async ([program, query, dots]) => {
    const ours = PNG.sync.read(
      readFileSync(await savedFile(`/snapshot.png?${query}&${dots}`, "figure.png")),
    );
    const theirs = await drawnBy(program, await svg(query), ours.width);
    expect(Math.abs(theirs.height - ours.height)).toBeLessThanOrEqual(1);
    const height = Math.min(theirs.height, ours.height);
    const rows = ({ data }: PNG) => data.subarray(0, ours.width * height * 4);
    const differing = pixelmatch(rows(ours), rows(theirs), undefined, ours.width, height, {
      threshold: 0.25,
    });
    // Renderers smooth edges each in its own way; what lies elsewhere or is missing is far more than that.
    expect(differing / (ours.width * height)).toBeLessThan(0.01);
  });

  drawTest("has in Inkscape the size of its paper in millimetres", async () => {
    const file = await svg("date=2014-05-27&paper=a4");
    const size = async (side: "width" | "height") =>
      Number(await run("inkscape", `--query-${side}`, file));
    // Inkscape answers in pixels of which there are 96 an inch, for what is drawn: a ground that fills the page.
    const paper = (pixels: number) => (pixels / 96) * 25.4;
    expect(paper(await size("width"))).toBeCloseTo(297, 0);
    expect(paper(await size("height"))).toBeCloseTo(210, 0);
  });
});
