// No counted site of a figure is left without a name in silence: it has one on the map, or a number that the key tells.
import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf, partWithId, wordsOf } from "#tests/support/pictures/figure-text.ts";
import { inputAt } from "#tests/support/pictures/input-at.ts";
import { createDataset, createPlace, createPointPhase } from "#tests/support/records/dataset.ts";
import { drawFigure } from "#web/view/figure/figure.ts";

const degrees = fc.integer({ min: 0, max: 60 });
const someSites = fc.array(fc.tuple(degrees, degrees), { minLength: 1, maxLength: 24 });
const sizes = fc.constantFrom("width=900&height=640", "width=540&height=960");

const nameOf = (index: number) => `Settlement-${String.fromCharCode(97 + index)}`;

function figureOf(at: readonly (readonly [number, number])[], size: string): string {
  const dataset = createDataset({
    places: at.map((_, index) => createPlace({ id: nameOf(index) })),
    placePhases: at.map(([x, y], index) =>
      createPointPhase({
        id: nameOf(index),
        placeId: nameOf(index),
        geometry: { type: "Point", coordinates: [1.84 + x / 1000, 50.94 + y / 2000] },
      }),
    ),
    events: [],
  });
  return drawFigure(inputAt(dataset, `date=2014-05-10&lang=en&${size}`)).svg;
}

test("every counted site has its name on the map, or its number there and in the key", () => {
  fc.assert(
    fc.property(someSites, sizes, (at, size) => {
      const svg = figureOf(at, size);
      const onMap = linesOf(partWithId(svg, "map")).map(({ text }) => text);
      const key = wordsOf(partWithId(svg, "site-key"));
      for (const index of at.keys()) {
        const name = nameOf(index);
        if (onMap.includes(name)) {
          expect(key, name).not.toMatch(new RegExp(`${name}( |$)`));
          continue;
        }
        const number = new RegExp(`(\\d+) ${name}( |$)`).exec(key)?.[1];
        expect(number, `${name} in ${key}`).toBeDefined();
        expect(onMap, name).toContain(number);
      }
    }),
    { numRuns: 12 },
  );
});

test("every counted site of a post has its name on the map, or is counted in one of the groups there", () => {
  fc.assert(
    fc.property(someSites, fc.constantFrom("use=feed", "use=card"), (at, use) => {
      const onMap = linesOf(partWithId(figureOf(at, use), "map")).map(({ text }) => text);
      const named = [...at.keys()].filter((index) => onMap.includes(nameOf(index)));
      const counts = onMap.filter((line) => /^\d+ sites$/.test(line)).map(Number.parseFloat);
      const counted = counts.reduce((sum, count) => sum + count, 0);
      expect(named.length + counted).toBe(at.length);
    }),
    {
      numRuns: 12,
      // Names that had room until the numbers of the degrees were there.
      examples: [
        [
          [
            [56, 27],
            [33, 28],
            [54, 33],
            [6, 24],
          ],
          "use=feed",
        ],
      ],
    },
  );
});
