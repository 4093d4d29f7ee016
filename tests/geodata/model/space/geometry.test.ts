import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { boxPolygon } from "#model/space/bbox.ts";
import {
  destination,
  distanceToLines,
  edgesOf,
  geodesicDistance,
  isInside,
  positionsOf,
} from "#model/space/geometry.ts";

describe("distances", () => {
  // Oracle: PostGIS 3.3, ST_Distance('POINT(1.85444 50.9525)'::geography, 'POINT(1.90583 50.96861)'::geography).
  it("are geodesic on WGS 84", () => {
    expect(geodesicDistance([1.85444, 50.9525], [1.90583, 50.96861])).toBeCloseTo(4030.9, 1);
  });

  it("lead to the place at that distance", () => {
    const start = [1.85444, 50.9525];
    expect(geodesicDistance(start, destination(start, 60, 2600))).toBeCloseTo(2600, 3);
  });

  // Oracle: PostGIS 3.3, ST_Distance of the same as geography.
  it.for([
    [
      [1.84, 50.94],
      [
        [1.8, 50.93],
        [1.88, 50.93],
      ],
      1111.71,
    ],
    [
      [1.79, 50.95],
      [
        [1.8, 50.93],
        [1.88, 50.93],
      ],
      2333.33,
    ],
    [
      [1.9058, 50.9686],
      [
        [1.86, 50.955],
        [1.89, 50.962],
        [1.93, 50.9715],
      ],
      296.28,
    ],
    [
      [1.0, 51],
      [
        [1.01, 50],
        [1.01, 52],
      ],
      701.98,
    ],
  ] as const)("from %j to the line %j are %d m", ([position, coordinates, metres]) => {
    const line = (positions: readonly (readonly number[])[]) => ({
      type: "LineString" as const,
      coordinates: positions.map((each) => [...each]),
    });
    const farther = line([
      [5, 50],
      [5, 52],
    ]);
    expect(distanceToLines([...position], [line(coordinates), farther])).toBeCloseTo(metres, 1);
    expect(distanceToLines([...position], [])).toBe(Number.POSITIVE_INFINITY);
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

describe("an area across the antimeridian", () => {
  // From 178° east to 178° west, counted on.
  const area: Polygon = {
    type: "Polygon",
    coordinates: [
      [
        [178, -19],
        [182, -19],
        [182, -16],
        [178, -16],
        [178, -19],
      ],
    ],
  };

  it("holds places of both sides", () => {
    const found = [177.9, 179, -179, -177.9].map((lon) => isInside([lon, -17], area));
    expect(found).toEqual([false, true, true, false]);
  });

  it("has no edge where it is cut", () => {
    const box = { west: 178, south: -19, east: -178, north: -16 };
    const edges = edgesOf(boxPolygon(box));
    expect(edges.map((line) => line.map(([lon]) => lon))).toEqual([
      [178, 180],
      [180, 178, 178],
      [-180, -178, -178, -180],
    ]);
  });

  it("leaves others as they are", () => {
    const here: Polygon = {
      type: "Polygon",
      coordinates: [
        [
          [1, 50],
          [2, 50],
          [2, 51],
          [1, 50],
        ],
      ],
    };
    expect(edgesOf(here)).toEqual(here.coordinates);
    // Nor where the map of a dataset ends.
    const frame = { west: 0, south: 0, east: 2, north: 2 };
    const coast = [
      [0, 1],
      [1, 1.5],
      [2, 1],
    ];
    const land = {
      type: "Polygon" as const,
      coordinates: [[...coast, [2, 0], [0, 0], [0, 1]]],
    };
    expect(edgesOf(land, frame)).toEqual([coast]);
  });
});
