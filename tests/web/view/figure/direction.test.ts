import { expect, test } from "vitest";
import { inputAt } from "#tests/support/pictures/input-at.ts";
import { createDataset } from "#tests/support/records/dataset.ts";
import { drawFigure } from "#web/view/figure/figure.ts";
import { type RunFont, withScriptRuns } from "#web/view/figure/scripts/script-runs.ts";
import { setParagraph } from "#web/view/figure/type/text.ts";

/** Every character one em wide. */
const plain: RunFont = { name: "Any", measure: (text) => text.length, outline: () => "" };

/** The words of a drawn paragraph from left to right, and where its right edge is. */
function seen(text: string) {
  const { draw } = setParagraph({ text, size: 10, face: "regular", fill: "#000" }, 1000);
  const svg = draw(100, 0);
  const pieces = [
    ...withScriptRuns(svg, { of: () => undefined, own: () => plain }, "text").matchAll(
      /translate\(([-\d.]+) 0\)[^>]*>([^<]*)</g,
    ),
  ].map(([, x, word = ""]) => ({ x: Number(x), word }));
  const sorted = pieces.sort((a, b) => a.x - b.x);
  const last = sorted.at(-1);
  return {
    words: sorted.map(({ word }) => word),
    right: last ? last.x + last.word.length * 10 : undefined,
  };
}

test("a paragraph whose first letter is Arabic runs from the right, with the Latin words in it in their own order", () => {
  expect(seen("الأديرة — ODbL OpenStreetMap (CC BY) ثم")).toEqual({
    words: ["ثم", "ODbL", "OpenStreetMap", "(CC", "BY)", "—", "الأديرة"],
    right: 1100,
  });
});

test("a paragraph whose first letter is Latin runs from the left, with the Arabic words in it in theirs", () => {
  expect(seen("Monasteries: دير الزعفران (CC BY)").words).toEqual([
    "Monasteries:",
    "الزعفران",
    "دير",
    "(CC",
    "BY)",
  ]);
});

test("a line without any Arabic letter in an Arabic paragraph ends at its right too", () => {
  const { words, right } = seen(`الأديرة ${"Natural Earth ".repeat(12)}`);
  expect(words.at(-1)).toBe("الأديرة");
  expect(right).toBe(1100);
});

test("the head of a picture stands at one side, that of its title, in whichever languages its lines are", () => {
  const sidesOf = (title: string) => {
    const query = `date=2014-05-10&title=${encodeURIComponent(title)}`;
    const { svg } = drawFigure(inputAt(createDataset({}), query));
    const [, heading = ""] = /<g id="heading">(.*?)<g id="(?:legend|happened)"/s.exec(svg) ?? [];
    const lines = [...heading.matchAll(/<text[^>]*>/g)].map(([line]) => line);
    // What goes on after the date on its line begins nothing.
    const beginning = new Map(
      lines.reverse().map((line) => [/ y="([\d.]+)"/.exec(line)?.[1], line] as const),
    );
    return [...beginning.values()].reverse().map((line) => {
      const isFromRight = /direction="rtl"|text-anchor="end"/.test(line);
      return `${isFromRight ? "right" : "left"} ${/ x="([\d.]+)"/.exec(line)?.[1]}`;
    });
  };
  const [right, left] = [sidesOf("أديرة سريانية"), sidesOf("Monasteries")];
  expect(right.length).toBeGreaterThan(1);
  expect(new Set(right).size).toBe(1);
  expect(right[0]).toMatch(/^right/);
  expect(new Set(left).size).toBe(1);
  expect(left[0]).toMatch(/^left/);
});
