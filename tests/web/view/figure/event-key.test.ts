// What the marks of events stand for: a mark and a word each, none beyond its column, all of them on few lines.
import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "#tests/support/pictures/figure-text.ts";
import { PRINT } from "#web/view/drawing/palette.ts";
import { element } from "#web/view/drawing/svg.ts";
import { keyInLines } from "#web/view/figure/blocks/key-in-lines.ts";

const word = fc.stringMatching(/^[A-Z][a-z]{2,11}$/);
const names = fc.array(
  fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" ")),
  { minLength: 1, maxLength: 12 },
);
const columns = fc.integer({ min: 200, max: 900 });

const keyOf = (texts: readonly string[], width: number) => {
  const families = texts.map((text) => ({
    text,
    draw: ([cx, cy]: readonly [number, number]) => element("circle", { cx, cy, r: 9.5 }),
  }));
  const key = {
    id: "event-key",
    title: "Events:",
    entries: families,
    mark: 22,
    size: 14,
    least: 21,
    below: 3,
  };
  return keyInLines(key, width, PRINT);
};

test("every family has its mark and its words, within the column and apart from each other", () => {
  fc.assert(
    fc.property(names, columns, (texts, width) => {
      const block = keyOf(texts, width);
      const svg = block.draw(0, 0);
      expect([...svg.matchAll(/<circle/g)]).toHaveLength(texts.length);
      const lines = linesOf(svg);
      expect(lines.map(({ text }) => text).join(" ")).toBe(["Events:", ...texts].join(" "));
      for (const [index, line] of lines.entries()) {
        expect(line.right).toBeLessThanOrEqual(width);
        expect(line.bottom).toBeLessThanOrEqual(block.height);
        for (const other of lines.slice(index + 1))
          expect(
            line.left < other.right &&
              other.left < line.right &&
              line.top < other.bottom &&
              other.top < line.bottom,
            `${line.text} over ${other.text}`,
          ).toBe(false);
      }
    }),
  );
});

test("short names share a line, and none has no key", () => {
  expect(keyOf(["Protest", "Harm", "Media"], 330).height).toBeLessThan(25);
  expect(keyOf([], 330).height).toBe(0);
});
