// What circles of people stand for: round numbers, as large as the marks of the map.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "#tests/support/pictures/figure-text.ts";
import { PRINT } from "#web/view/drawing/palette.ts";
import { sizeKeyBlock, sizesToShow } from "#web/view/figure/blocks/size-key-block.ts";
import { peoplePixels } from "#web/view/figure/map/site-layers.ts";

const people = fc
  .tuple(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 60_000 }))
  .map(([a, b]) => ({ lowest: Math.min(a, b), highest: Math.max(a, b), scale: 1 }));

describe("the key of sizes", () => {
  it("has round numbers, none above what is drawn nor, but for a single one, below it", () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const sizes = sizesToShow(drawn);
        for (const size of sizes) expect(`${size}`).toMatch(/^[125]0*$/);
        expect(sizes[0]).toBeLessThanOrEqual(drawn.highest);
        expect(sizes.length).toBeLessThanOrEqual(3);
        if (sizes.length > 1) expect(sizes.at(-1)).toBeGreaterThanOrEqual(drawn.lowest);
        expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
      }),
    );
  });

  it.each([1, 0.75])("has circles as large as the marks of a map drawn at %s", (scale) => {
    const drawn = { lowest: 60, highest: 9_106, scale };
    const told = { language: "en", palette: PRINT } as const;
    const svg = sizeKeyBlock(told, drawn, "people counted", 260).draw(0, 0);
    const radii = [...svg.matchAll(/ r="([\d.]+)"/g)].map(([, r]) => Number(r));
    const sizes = sizesToShow(drawn);
    expect(radii).toHaveLength(sizes.length);
    for (const [index, size] of sizes.entries()) {
      expect((radii[index] ?? 0) / (peoplePixels(size) * scale)).toBeCloseTo(1, 2);
      // Its area is what the number says.
      expect((radii[index] ?? 0) / (0.42 * scale * Math.sqrt(size))).toBeCloseTo(1, 2);
    }
    const words = linesOf(svg).map(({ text }) => text);
    expect(words.slice(0, sizes.length)).toEqual(["5,000", "1,000"]);
  });
});
