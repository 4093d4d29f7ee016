import { describe, expect, it } from "vitest";
import { areaText } from "#web/view/address/area-text.ts";

const area = (...longitudes: readonly [number, number]) => {
  const [west, east] = longitudes;
  return {
    type: "Polygon" as const,
    coordinates: [
      [
        [west, -19],
        [east, -19],
        [east, -16],
        [west, -16],
        [west, -19],
      ],
    ],
  };
};

describe("the area of a filter in CQL2", () => {
  it("is a polygon", () => {
    expect(areaText(area(1, 2))).toBe("POLYGON((1 -19, 2 -19, 2 -16, 1 -16, 1 -19))");
  });

  it.each([
    ["beyond the east", area(178, 182)],
    ["beyond the west", area(-182, -178)],
  ])("is cut at the antimeridian: %s", (_, across) => {
    const text = areaText(across);
    expect(text).toMatch(/^MULTIPOLYGON\(\(\(.+\)\), \(\(.+\)\)\)$/);
    const longitudes = [...text.matchAll(/(-?\d+) -1[69]/g)].map(([, lon]) => Number(lon));
    expect([...new Set(longitudes)].sort((a, b) => a - b)).toEqual([-180, -178, 178, 180]);
  });
});
