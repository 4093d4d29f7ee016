import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import type { BasemapFeature } from "#model/record/basemap-feature.ts";
import { isBasin } from "#web/view/figure/map/basins.ts";

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

/** A bent basin: the middle of its corners is on the quay. */
const BENT: Polygon = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 0.1],
      [0.1, 0.1],
      [0.1, 1],
      [0, 1],
      [0, 0],
    ],
  ],
};

const ground = (own: BasemapFeature["class"], geometry: Polygon): BasemapFeature => ({
  id: own,
  class: own,
  name: null,
  minZoom: 0,
  geometry,
  quality: { precisionM: 10, basis: "measured" },
  positionNote: null,
  sourceIds: [],
});

describe("an area of a port", () => {
  const land = ground("land", box(-1, -1, 2, 2));

  it("is a basin when most of it is water on the base map, whatever its shape", () => {
    expect(isBasin(box(0, 0, 1, 1), [land, ground("water", box(0, 0.2, 1.5, 2))])).toBe(true);
    expect(isBasin(structuredClone(BENT), [land, ground("water", BENT)])).toBe(true);
  });

  it("is none on land, nor where a dock takes the smaller part of it", () => {
    expect(isBasin(box(0, 0, 1, 1), [land])).toBe(false);
    expect(isBasin(box(0, 0, 1, 1), [land, ground("water", box(0.3, 0.3, 0.7, 0.7))])).toBe(false);
  });
});
