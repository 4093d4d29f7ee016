// What the marks of events stand for: a mark and a word each, none beyond its column, all of them on few lines.
import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "#tests/support/pictures/figure-text.ts";
import { createDataset, createEvent } from "#tests/support/records/dataset.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { PRINT } from "#web/view/drawing/palette.ts";
import { element } from "#web/view/drawing/svg.ts";
import { keyInLines } from "#web/view/figure/blocks/key-in-lines.ts";
import { drawFigure } from "#web/view/figure/figure.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";

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

test("a family has its name in the key unless each of its events is listed", () => {
  const eventsOf = (category: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      createEvent({
        id: `${category}-${index}`,
        category,
        title: { en: `A ${category}, number ${index}` },
        point: { type: "Point", coordinates: [1.8 + index / 50, 50.95] },
      }),
    );
  const termOf = (id: string) => ({
    ...{ id, label: { en: `Kind ${id}` }, family: id },
    ...{ short: null, means: null, gazetteer: null },
  });
  const familyOf = (id: string, symbol: "dot" | "square") =>
    ({ id, label: { en: `Family ${id}` }, symbol, weight: "plain" }) as const;
  const wordsOf = (march: number, camp: number) => {
    const events = [...eventsOf("march", march), ...eventsOf("camp", camp)];
    const plain = createDataset({ events, eventCount: events.length });
    const vocabularies = {
      ...plain.meta.vocabularies,
      eventCategories: [termOf("march"), termOf("camp")],
      eventFamilies: [familyOf("march", "dot"), familyOf("camp", "square")],
    };
    const dataset = { ...plain, meta: { ...plain.meta, vocabularies } };
    const address = new URL("http://localhost/snapshot.svg?date=2014-05-10");
    const read = readPictureAddress(address, []);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { svg } = drawFigure(figureInputOf(dataset, read.value, "en", address));
    return linesOf(svg).map(({ text }) => text);
  };
  const namedIn = (words: readonly string[]) => words.filter((text) => text.startsWith("Family"));
  expect(namedIn(wordsOf(1, 1))).toEqual([]);
  expect(namedIn(wordsOf(4, 1))).toEqual(["Family march", "Family camp"]);
  expect(wordsOf(4, 1)).toContain("A march, number 2");
});
