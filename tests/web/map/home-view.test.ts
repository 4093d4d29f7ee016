import { describe, expect, it } from "vitest";
import { createDataset, createPlace, createPointPhase } from "#tests/support/records/dataset.ts";
import { onDay } from "#tests/support/records/records.ts";
import { homeOf } from "#web/map/home-view.ts";
import { sceneIn } from "#web/view/scene/scene.ts";
import { sitesOf } from "#web/view/scene/sites.ts";

const HOME = { west: 1.8, south: 50.9, east: 1.9, north: 51 };
const EXTENT = { west: 1.7, south: 50.8, east: 2, north: 51.1 };

/** The home view of a dataset with one camp. */
function homeWith(longitude: number, latitude: number, precisionM: number) {
  const phase = createPointPhase({
    placeId: "camp",
    geometry: { type: "Point", coordinates: [longitude, latitude] },
  });
  const dataset = createDataset({
    places: [createPlace({ id: "camp" })],
    placePhases: [{ ...phase, quality: { ...phase.quality, precisionM } }],
  });
  const left = new Set<string>();
  const seen = { placesLeft: left, eventsLeft: left, movementsLeft: left };
  const scene = sceneIn(
    { dataset, sites: sitesOf(dataset), ...seen },
    "instant",
    onDay("2014-05-10"),
    "possible",
  );
  expect(scene.sites.map(({ isCounted }) => isCounted)).toEqual([true]);
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

  it("goes no farther out than everything that the dataset has", () => {
    expect(homeWith(1.85, 50.95, 90_000)).toEqual([
      [1.7, 50.8],
      [2, 51.1],
    ]);
  });
});
