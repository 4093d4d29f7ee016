// No mark that stands in the box of a dataset is cut off by the frame of a map, on any of the dates that are shown.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputAt } from "#tests/support/pictures/input-at.ts";
import {
  createDataset,
  createEvent,
  createPlace,
  createPointPhase,
} from "#tests/support/records/dataset.ts";
import { spanBetween } from "#tests/support/records/records.ts";
import { createProjection, fitView } from "#web/view/drawing/projection.ts";
import { bareSketch } from "#web/view/figure/map/bare-sketch.ts";
import { figureView } from "#web/view/figure/map/figure-view.ts";
import { marks } from "#web/view/figure/map/name-layer.ts";

const HOME = { west: 29.5, south: 28, east: 44.5, north: 38.5 };
const PAIR = "date=2014-05-10&compare=2015-05-10";
const longitude = fc.constantFrom(HOME.west, HOME.east, 36);
const latitude = fc.constantFrom(HOME.south, HOME.north, 33);
const positions = fc.array(fc.tuple(longitude, latitude), { minLength: 1, maxLength: 3 });

/** Sites and events there, the sites on the first date alone. */
function datasetOf(at: readonly (readonly [number, number])[], home = HOME) {
  const bare = createDataset({
    places: at.map((_, index) => createPlace({ id: `place-${index}` })),
    placePhases: at.map((coordinates, index) =>
      createPointPhase({
        id: `place-${index}`,
        placeId: `place-${index}`,
        geometry: { type: "Point", coordinates: [...coordinates] },
        span: spanBetween("2014-01-01", "2014-12-31"),
      }),
    ),
    events: at.map((coordinates, index) =>
      createEvent({
        id: `event-${index}`,
        point: { type: "Point", coordinates: [...coordinates] },
      }),
    ),
  });
  return { ...bare, meta: { ...bare.meta, home, extent: home } };
}

function cutOffIn(query: string, dataset: ReturnType<typeof datasetOf>, size: Size, view?: View) {
  const input = inputAt(dataset, query);
  const shown = view ?? figureView(input, size);
  const projection = createProjection(shown);
  return input.moments
    .flatMap((moment) => marks(bareSketch(input, moment, projection)))
    .filter(
      ({ left, top, right, bottom }) =>
        left < 0 || top < 0 || right > size.width || bottom > size.height,
    );
}
type Size = { readonly width: number; readonly height: number };
type View = ReturnType<typeof fitView>;
const sizes = fc.constantFrom<Size>(
  { width: 280, height: 200 },
  { width: 300, height: 480 },
  { width: 900, height: 420 },
);

describe("a picture of the whole dataset", () => {
  it("cuts off no mark, neither of one date nor of two", () => {
    fc.assert(
      fc.property(positions, sizes, fc.constantFrom("date=2014-05-10", PAIR), (at, size, query) => {
        expect(cutOffIn(query, datasetOf(at), size)).toEqual([]);
      }),
    );
  });

  it.each([3, 4, 5, 6])("cuts off none of %i that stand at one point of its edge", (count) => {
    const at = Array.from({ length: count }, () => [HOME.east, 33] as const);
    expect(cutOffIn("date=2014-05-10", datasetOf(at), { width: 280, height: 200 })).toEqual([]);
  });

  it("comes no farther out than it has to", () => {
    const [size, middle] = [{ width: 300, height: 200 }, datasetOf([[36, 33]])];
    expect(figureView(inputAt(middle, PAIR), size)).toEqual(fitView(HOME, 300, 200));
  });

  it("shows the box that somebody asked for as it is", () => {
    const input = inputAt(datasetOf([[29.5, 28]]), `${PAIR}&bbox=29.5,28,44.5,38.5`);
    expect(figureView(input, { width: 300, height: 200 })).toEqual(fitView(HOME, 300, 200));
  });

  it("has each mark whole at the edges of the world", () => {
    const world = { west: -180, south: -70, east: 180, north: 80 };
    const size = { width: 512, height: 400 };
    const dataset = datasetOf(
      [
        [-179, 0],
        [178, 10],
      ],
      world,
    );
    expect(cutOffIn("date=2014-05-10", dataset, size)).toEqual([]);
  });
});
