import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bbox, smallestBbox, unwrapBbox } from "#model/space/bbox.ts";

const box = (west: number, east: number): Bbox => ({ west, east, south: -1, north: 1 });

describe("the smallest box around boxes", () => {
  it.for([
    ["one", [box(1, 2)], 1, 2],
    ["two apart", [box(10, 12), box(1, 2)], 1, 12],
    ["two beside the antimeridian", [box(179, 179.5), box(-179, -178)], 179, -178],
    ["one within another", [box(-10, 20), box(0, 1)], -10, 20],
    ["ends that touch the antimeridian", [box(170, 180), box(-180, -170)], 170, -170],
    ["places round the world", [box(-120, -119), box(0, 1), box(119, 120)], -120, 120],
    [
      "the Pacific with a place in Asia",
      [box(140, 141), box(-150, -149), box(178, 179)],
      140,
      -149,
    ],
  ] as const)("%s", ([, boxes, west, east]) =>
    expect(smallestBbox(boxes)).toMatchObject({ west, east }),
  );

  it("holds every box, and nothing for none", () => {
    expect(smallestBbox([])).toBeUndefined();
    const longitude = fc.double({ min: -180, max: 180, noNaN: true });
    const boxes = fc.array(
      fc.tuple(longitude, longitude).map(([a, b]) => box(Math.min(a, b), Math.max(a, b))),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(boxes, (all) => {
        const whole = smallestBbox(all);
        const parts = whole ? unwrapBbox(whole) : [];
        for (const { west, east } of all)
          expect(parts.some((part) => part.west <= west && part.east >= east)).toBe(true);
      }),
    );
  });
});
