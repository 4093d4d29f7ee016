// The SVG as other programs draw it: maps cut off at their frames, paper as large as it is, every line in its place.
import { readFileSync } from "node:fs";
import path from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { describe, expect } from "vitest";
import { judgeTest, run, savedFile } from "#tests/support/foreign-client.ts";

const drawingTest = judgeTest("drawing");
const MM_PER_PIXEL = 25.4 / 96;

async function drawnByInkscape(svg: string): Promise<PNG> {
  const file = path.join(path.dirname(svg), "inkscape.png");
  await run("inkscape", "--export-type=png", "--export-dpi=96", `--export-filename=${file}`, svg);
  return PNG.sync.read(readFileSync(file));
}

async function drawnByRsvg(svg: string): Promise<PNG> {
  const file = path.join(path.dirname(svg), "rsvg.png");
  await run("rsvg-convert", svg, "-o", file);
  return PNG.sync.read(readFileSync(file));
}

/** Share of the pixels that differ, of those that both have. */
function difference(a: PNG, b: PNG): number {
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
  const part = ({ data, width: own }: PNG) => {
    const png = new PNG({ width, height });
    for (let row = 0; row < height; row += 1)
      data.copy(png.data, row * width * 4, row * own * 4, row * own * 4 + width * 4);
    return png.data;
  };
  return (
    pixelmatch(part(a), part(b), undefined, width, height, { threshold: 0.2 }) / (width * height)
  );
}

describe("an SVG for paper", () => {
  drawingTest("is as wide as the paper in Inkscape", async () => {
    for (const [paper, width] of [
      ["a4", 297],
      ["column", 85],
      ["letter", 279.4],
    ] as const) {
      const svg = await savedFile(
        `/snapshot.svg?date=2016-09-05&paper=${paper}&lang=en`,
        "paper.svg",
      );
      const pixels = Number(await run("inkscape", "--query-id=paper", "--query-width", svg));
      expect(Math.abs(pixels * MM_PER_PIXEL - width), paper).toBeLessThan(0.2);
    }
  });
});

describe("a figure", () => {
  drawingTest(
    "looks the same in Inkscape and in our own picture, the typeface missing there",
    async () => {
      const query = "date=2016-09-05&lang=en&width=1123&height=794";
      const ours = PNG.sync.read(
        readFileSync(await savedFile(`/snapshot.png?${query}`, "ours.png")),
      );
      const live = await savedFile(`/snapshot.svg?${query}`, "live.svg");
      const drawn = await drawnByInkscape(live);
      expect([drawn.width, drawn.height]).toEqual([ours.width, ours.height]);
      expect(difference(drawn, ours)).toBeLessThan(0.05);
      const outlined = await savedFile(`/snapshot.svg?${query}&text=outlines`, "outlined.svg");
      expect(difference(await drawnByInkscape(outlined), ours)).toBeLessThan(0.02);
      expect(difference(await drawnByRsvg(outlined), ours)).toBeLessThan(0.02);
    },
  );

  drawingTest("keeps its maps within their frames", async () => {
    // Above the maps nothing of them is drawn: there the paper is blank but for words.
    const svg = await savedFile(
      "/snapshot.svg?date=2016-09-05&lang=en&width=1000&height=800&bbox=1.86,50.955,1.90,50.965&without=title,sentence&text=outlines",
      "near.svg",
    );
    const text = readFileSync(svg, "utf8");
    const [, y = "0"] = /id="map"[^>]*transform="matrix\([^)]* ([\d.]+)\)"/.exec(text) ?? [];
    const top = Math.floor(Number(y));
    expect(top).toBeGreaterThan(30);
    for (const png of [await drawnByInkscape(svg), await drawnByRsvg(svg)]) {
      const paper = png.data.readUInt32BE(0);
      for (let row = top - 8; row < top - 2; row += 1)
        for (let column = 0; column < png.width; column += 1)
          expect(png.data.readUInt32BE((row * png.width + column) * 4)).toBe(paper);
    }
  });
});
