// Many events of one position, as of a capital in a table of a year: their marks stay about where they happened.
import type { Point } from "geojson";
import { describe, expect, it } from "vitest";
import type { Dataset } from "#model/dataset/dataset.ts";
import { createSketch } from "#tests/support/pictures/drawing.ts";
import {
  createDataset,
  createEvent,
  createPlace,
  createPointPhase,
} from "#tests/support/records/dataset.ts";
import { onDay } from "#tests/support/records/records.ts";
import { chosenParts } from "#web/view/figure/map/ringed-marks.ts";
import { placedEvents } from "#web/view/figure/map/thing-layers.ts";
import { sceneIn } from "#web/view/scene/scene.ts";
import { sitesOf } from "#web/view/scene/sites.ts";

const point: Point = { type: "Point", coordinates: [1.85, 50.95] };
const eventsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => createEvent({ id: `event-${at}`, point }));

function sketchAt(dataset: Dataset) {
  const left = { placesLeft: new Set<string>(), eventsLeft: new Set<string>() };
  const scene = sceneIn(
    { dataset, sites: sitesOf(dataset), ...left, movementsLeft: new Set<string>() },
    "instant",
    onDay("2014-05-10"),
    "possible",
  );
  const view = { centre: [1.85, 50.95], zoom: 6, width: 390, height: 500 };
  return createSketch(dataset, scene, { view });
}

/** Where the marks stand, from the position, which is in the middle of the view. */
const marksOf = (count: number, places: Partial<Dataset> = {}) =>
  placedEvents(sketchAt(createDataset({ events: eventsOf(count), ...places }))).map(
    ({ at: [x, y] }) => [x - 195, y - 250] as const,
  );
const reachOf = (marks: readonly (readonly [number, number])[]) =>
  Math.max(...marks.map(([x, y]) => Math.hypot(x, y)));
const closest = (marks: readonly (readonly [number, number])[]) =>
  Math.min(
    ...marks.flatMap(([x, y], at) =>
      marks.slice(at + 1).map(([otherX, otherY]) => Math.hypot(x - otherX, y - otherY)),
    ),
  );

describe("the marks of events at one position", () => {
  it("stand on it, then beside each other around it", () => {
    expect(marksOf(1)).toEqual([[0, 0]]);
    const marks = marksOf(37);
    expect(marks).toHaveLength(37);
    expect(closest(marks)).toBeCloseTo(20);
    expect(reachOf(marks)).toBeLessThan(90);
    const middle = marks.reduce((sum, [x]) => sum + x, 0) / marks.length;
    expect(Math.abs(middle)).toBeCloseTo(0);
  });

  it("are all drawn and keep to their bunch where there are more than have room in it", () => {
    const marks = marksOf(1000);
    expect(marks).toHaveLength(1000);
    expect(reachOf(marks)).toBeLessThan(90);
  });

  it("stand above the mark of a place, never on it", () => {
    const marks = marksOf(12, {
      places: [createPlace({ id: "camp" })],
      placePhases: [createPointPhase({ id: "camp", placeId: "camp", geometry: point })],
    });
    expect(marks).toHaveLength(12);
    expect(Math.max(...marks.map(([, y]) => y))).toBeCloseTo(-20);
    expect(closest(marks)).toBeCloseTo(20);
  });
});

describe("the ring of a chosen event in a bunch", () => {
  it("stands around its mark, wherever in the bunch that is, and no other", () => {
    const dataset = createDataset({ events: eventsOf(9) });
    const bare = sketchAt(dataset);
    const middles = placedEvents(bare).map(({ at }) => at);
    for (const [nth, [x, y]] of middles.entries()) {
      const chosenRecord = { kind: "event", id: `event-${nth}` } as const;
      const sketch = { ...bare, chosen: [point.coordinates], chosenRecord };
      const svg = chosenParts(sketch)
        .map((part) => part.svg)
        .join("");
      const rings = [...svg.matchAll(/cx="([^"]*)" cy="([^"]*)"/g)].map(([, cx, cy]) => [
        Number(cx),
        Number(cy),
      ]);
      expect(rings).toHaveLength(2);
      for (const [cx = 0, cy = 0] of rings) expect(Math.hypot(cx - x, cy - y)).toBeLessThan(0.02);
    }
  });

  it("stands at its position where it is not drawn", () => {
    const sketch = {
      ...sketchAt(createDataset({ events: [] })),
      chosen: [point.coordinates],
      chosenRecord: { kind: "event", id: "event-0" } as const,
    };
    expect(chosenParts(sketch)[0]?.svg).toMatch(/cx="195(\.0+)?" cy="250(\.0+)?"/);
  });
});
