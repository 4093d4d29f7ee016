import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bbox, boxPolygon, isInBbox, unwrapBbox, wrapBbox } from "#model/space/bbox.ts";
import { positionsOf } from "#model/space/geometry.ts";
import { smallestBbox } from "#model/space/smallest-bbox.ts";

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

describe("a box whose sides were counted on", () => {
  it.each([
    ["within the world", box(-10, 20), -10, 20],
    ["beyond the east", box(177, 182), 177, -178],
    ["beyond the west", box(-190, -170), 170, -170],
    ["up to the antimeridian", box(170, 180), 170, 180],
    ["once round the world", box(-200, 190), -180, 180],
    ["a turn further", box(530, 545), 170, -175],
  ])("is one of degrees between ±180: %s", (_, counted, west, east) => {
    expect(wrapBbox(counted)).toMatchObject({ west, east });
  });
});

describe("a box across the antimeridian", () => {
  const fiji = box(177, -178);

  it("holds the places of both sides, and none between", () => {
    const found = [176, 178, 180, -180, -179, -177, 0].map((lon) => isInBbox([lon, 0], fiji));
    expect(found).toEqual([false, true, true, true, true, false, false]);
  });

  it("is an area of two parts", () => {
    const longitudes = positionsOf(boxPolygon(fiji)).map(([lon]) => lon);
    expect(longitudes).toEqual([177, 180, 180, 177, 177, -180, -178, -178, -180, -180]);
  });
});
