import { describe, expect, it } from "vitest";
import { createDataset, createPlace, createPointPhase } from "#tests/support/records/dataset.ts";
import { createCount, onDay } from "#tests/support/records/records.ts";
import { homeOf } from "#web/map/home-view.ts";
import { sceneIn } from "#web/view/scene/scene.ts";
import { sitesOf } from "#web/view/scene/sites.ts";

const HOME = { west: 1.8, south: 50.9, east: 1.9, north: 51 };
const EXTENT = { west: 1.7, south: 50.8, east: 2, north: 51.1 };

/** The home view of a dataset with one camp; nobody is known to live in one that is empty. */
function homeWith(longitude: number, latitude: number, precisionM: number, isEmpty = false) {
  const phase = createPointPhase({
    placeId: "camp",
    geometry: { type: "Point", coordinates: [longitude, latitude] },
  });
  const dataset = createDataset({
    places: [createPlace({ id: "camp" })],
    placePhases: [{ ...phase, quality: { ...phase.quality, precisionM } }],
    counts: isEmpty ? [createCount({ placeId: "camp", low: 0, high: 0 })] : [],
  });
  const left = new Set<string>();
  const seen = { placesLeft: left, eventsLeft: left, movementsLeft: left };
  const scene = sceneIn(
    { dataset, sites: sitesOf(dataset), ...seen },
    "instant",
    onDay("2014-05-10"),
    "possible",
  );
  expect(scene.sites.map(({ isCounted }) => isCounted)).toEqual([!isEmpty]);
  return homeOf({ home: HOME, extent: EXTENT }, scene);
}

describe("the home view", () => {
  it("is that of the dataset, where all that is measured lies in it", () => {
    expect(homeWith(1.85, 50.95, 100)).toEqual([
      [1.8, 50.9],
      [1.9, 51],
    ]);
  });

  it("has the whole disc of a site at its edge in it", () => {
    const [[west, south], [east, north]] = homeWith(1.85, 50.905, 1_500);
    expect([west, east, north]).toEqual([1.8, 1.9, 51]);
    // A degree of latitude is some 111 km there.
    expect(south).toBeCloseTo(50.905 - 1.5 / 111.25, 3);
  });

  it("has the mark of a site that is not measured in it, where that is near", () => {
    const [[, south]] = homeWith(1.85, 50.89, 1_500, true);
    expect(south).toBe(50.89);
    expect(homeWith(1.85, 50.85, 1_500, true)[0]).toEqual([1.8, 50.9]);
  });

  it("goes no farther out than everything that the dataset has", () => {
    expect(homeWith(1.85, 50.95, 90_000)).toEqual([
      [1.7, 50.8],
      [2, 51.1],
    ]);
  });
});
