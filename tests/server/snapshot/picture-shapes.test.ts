// Whatever shape is asked for: date, key, scale, sources, credit and address are on the picture, within it, and apart
// from each other; or the answer names a size that has room for them, and then has.
import { describe, expect } from "vitest";
import type { Dataset } from "#model/dataset/dataset.ts";
import { calaisDataset } from "#tests/support/databases/calais-dataset.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { frameOf, linesOf, partWithId, wordsOf } from "#tests/support/pictures/figure-text.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { drawFigure, FigureTooSmall } from "#web/view/figure/figure.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";

/** Shapes that editors, feeds, printers and telephones ask for, and some that are too small for what they are to say. */
const SHAPES = [
  "width=1080&height=1350",
  "width=800&height=600",
  "width=360&height=640",
  "width=1080&height=1080",
  "width=1080&height=1920",
  "width=1200&height=630",
  "width=900&height=472&scale=2",
  "width=1920&height=1080",
  "width=1600&height=1200",
  "width=540&height=960",
  "width=2400&height=600",
  "width=400&height=300",
  "width=200&height=200",
  "width=6000&height=500",
  "width=300&height=1500",
  "use=web",
  "use=phone",
  "use=feed",
  "use=card",
  "use=feed&width=1080&height=1920",
  "paper=column",
  "paper=double-column",
  "paper=a4",
  "paper=a4&orientation=portrait",
  "paper=a3",
  "paper=a3&orientation=portrait",
  "paper=letter",
  "paper=letter&orientation=portrait",
] as const;

/** What is shown, in turn: each shape is asked for another one in each language. */
const SCENES = [
  "date=2014-05-27",
  "time=2015-01-01/2015-06-30",
  "date=2016-12-31&mode=cumulative",
  "date=2013-01-02&certainty=certain",
  "date=2016-09-05&compare=2014-05-27",
  "date=2014-05-27&distances=true&title=O%C3%B9%20ont%20v%C3%A9cu%20les%20personnes%20exil%C3%A9es%2C%20et%20jusqu%E2%80%99o%C3%B9%20elles%20ont%20%C3%A9t%C3%A9%20repouss%C3%A9es",
];
const SIDE_BY_SIDE = [
  "dates=phases&width=1600&height=1100",
  "dates=phases&paper=a4",
  "dates=phases&paper=a4&orientation=portrait",
  "dates=phases&paper=column",
  "dates=2014-05-27,2016-09-05&width=1200&height=600",
  "dates=2014-05-27,2015-06-02,2016-09-05&width=1080&height=1080",
  "date=2014-05-27&compare=2016-09-05&width=1200&height=600",
];
const THEMES = ["light", "dark", "grey"];
const LANGUAGES = ["en", "fr"] as const;

const questions = LANGUAGES.flatMap((lang, turn) => [
  ...SHAPES.map((shape, index) => {
    const scene = SCENES[(index + 3 * turn) % SCENES.length];
    return `${scene}&${shape}&lang=${lang}&theme=${THEMES[(index + turn) % THEMES.length]}`;
  }),
  ...SIDE_BY_SIDE.map((shape) => `${shape}&lang=${lang}`),
]);

function inputAt(dataset: Dataset, query: string) {
  const address = new URL(`https://rocade.example.org/snapshot.svg?${query}`);
  const read = readPictureAddress(address, []);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return figureInputOf(dataset, read.value, read.value.state.lang ?? "en", address);
}

/** The picture of the address or, where that is refused, of the same with the size that the refusal names. */
function drawnAt(dataset: Dataset, query: string) {
  const input = inputAt(dataset, query);
  try {
    return { input, svg: drawFigure(input).svg };
  } catch (error) {
    if (!(error instanceof FigureTooSmall)) throw error;
    const [, size = ""] = /at least (\S+),/.exec(error.problem.allowed) ?? [];
    const asked = new URLSearchParams(query);
    for (const [name, value] of new URLSearchParams(size)) asked.set(name, value);
    const larger = inputAt(dataset, asked.toString());
    expect(larger.width * larger.height).toBeGreaterThan(input.width * input.height);
    return { input: larger, svg: drawFigure(larger).svg };
  }
}

const isApart = (a: ReturnType<typeof linesOf>[number], b: typeof a) =>
  a.left >= b.right - 0.5 ||
  b.left >= a.right - 0.5 ||
  a.top >= b.bottom - 0.5 ||
  b.top >= a.bottom - 0.5;

describe("whatever its shape, language, colours and dates", () => {
  dbTest.for(questions)("a picture says all that it must: %s", async (query) => {
    const dataset = await calaisDataset();
    const { input, svg } = drawnAt(dataset, query);
    for (const [index, { date }] of input.moments.entries()) {
      const label = partWithId(svg, input.moments.length > 1 ? `date-${index + 1}` : "date");
      expect(wordsOf(label)).toContain(date.split(" ")[0]);
    }
    const scale = /id="(scale-bar[^"]*)"/.exec(svg)?.[1] ?? "";
    expect(wordsOf(partWithId(svg, scale))).toMatch(/\d (km|m)\b/);
    expect(wordsOf(partWithId(svg, "legend"))).toMatch(input.post ? /± \d+/ : /bypass|rocade/);
    expect(wordsOf(partWithId(svg, "sources"))).toMatch(
      /Sources ?(\(\d+ (of|sur) \d+.*\) ?)?: \[1\]|\d+ sources?[,.]/,
    );
    const credit = wordsOf(partWithId(svg, "credit")).replaceAll(" ", "");
    expect(credit).toContain("OpenStreetMap");
    for (const { name } of dataset.meta.licences) expect(credit).toContain(name);
    expect(credit).toContain(`v=${dataset.meta.version.label}`);

    const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(
      Number,
    );
    const maps = input.moments.map((_, index) =>
      input.moments.length > 1 ? `map-${index + 1}` : "map",
    );
    let around = svg.replace(partWithId(svg, "locator"), "");
    for (const id of maps) {
      const map = partWithId(svg, id);
      around = around.replace(map, "");
      const frame = frameOf(svg, id);
      for (const line of linesOf(map)) {
        expect(line.left, line.text).toBeGreaterThanOrEqual(-0.5);
        expect(line.right, line.text).toBeLessThanOrEqual(frame.width + 0.5);
      }
    }
    const lines = linesOf(around);
    for (const [index, line] of lines.entries()) {
      expect(line.left, line.text).toBeGreaterThanOrEqual(-0.5);
      expect(line.right, line.text).toBeLessThanOrEqual(width + 0.5);
      expect(line.top, line.text).toBeGreaterThanOrEqual(-0.5);
      expect(line.bottom, line.text).toBeLessThanOrEqual(height + 0.5);
      for (const other of lines.slice(index + 1))
        if (!isApart(line, other)) throw new Error(`“${line.text}” on “${other.text}”`);
    }
    // Type that can be read: 7 points on paper, 11 pixels of a screen.
    const smallest = Math.min(...lines.map(({ size }) => size));
    const { asked } = input;
    const [pixelsWide, least] =
      "paper" in asked ? [((input.millimetres?.[0] ?? 0) / 25.4) * 72, 7] : [asked.width, 11];
    expect((smallest * pixelsWide) / width).toBeGreaterThanOrEqual(least - 0.01);
  });
});
