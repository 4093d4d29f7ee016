import { expect, test } from "vitest";
import { type RunFont, withScriptRuns } from "#web/view/figure/scripts/script-runs.ts";
import { setParagraph } from "#web/view/figure/type/text.ts";

/** Every character one em wide. */
const plain: RunFont = { name: "Any", measure: (text) => text.length, outline: () => "" };

/** The words of a drawn paragraph from left to right, and where its right edge is. */
function seen(text: string) {
  const { svg } = setParagraph({ text, size: 10, face: "regular", fill: "#000" }, 100, 0, 1000);
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
