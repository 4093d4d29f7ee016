import { describe, expect, it } from "vitest";
import {
  destination,
  distanceToLines,
  geodesicDistance,
  isInside,
  positionsOf,
} from "#model/geometry.ts";

describe("distances", () => {
  // Oracle: PostGIS 3.3, ST_Distance('POINT(1.85444 50.9525)'::geography, 'POINT(1.90583 50.96861)'::geography).
  it("are geodesic on WGS 84", () => {
    expect(geodesicDistance([1.85444, 50.9525], [1.90583, 50.96861])).toBeCloseTo(4030.9, 1);
  });

  it("lead to the place at that distance", () => {
    const start = [1.85444, 50.9525];
    expect(geodesicDistance(start, destination(start, 60, 2600))).toBeCloseTo(2600, 3);
  });

  it("to lines are to the nearest of them", () => {
    const line = (lon: number) => ({
      type: "LineString" as const,
      coordinates: [
        [lon, 50],
        [lon, 52],
      ],
    });
    const metres = distanceToLines([1.0, 51], [line(1.01), line(1.5)]);
    expect(metres).toBeGreaterThan(690);
    expect(metres).toBeLessThan(705);
  });
});

describe("shapes", () => {
  const square = {
    type: "Polygon" as const,
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  };

  it("hold the positions in them and on their edge", () => {
    expect(isInside([0.5, 0.5], square)).toBe(true);
    expect(isInside([1, 0.5], square)).toBe(true);
    expect(isInside([1.1, 0.5], square)).toBe(false);
  });

  it("give their positions in order", () => {
    expect(positionsOf(square)).toHaveLength(5);
    expect(positionsOf({ type: "Point", coordinates: [3, 4] })).toEqual([[3, 4]]);
  });
});
