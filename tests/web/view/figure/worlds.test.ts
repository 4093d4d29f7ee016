// The world goes on to both sides of a map: marks, ways and names stand in each world that is in sight, as the ground does.
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
import type { View } from "#web/view/drawing/projection.ts";
import { drawScene, type LAYER_IDS } from "#web/view/figure/map/draw-scene.ts";
import { sceneIn } from "#web/view/scene/scene.ts";
import { sitesOf } from "#web/view/scene/sites.ts";

const FIJI = [178.4, -18.1];
const TONGA = [-175.2, -21.1];
const point = (coordinates: number[]) => ({ type: "Point", coordinates }) as const;

const dataset: Dataset = createDataset({
  places: [createPlace({ id: "Suva" }), createPlace({ id: "Tonga" })],
  placePhases: [
    createPointPhase({ id: "Suva", placeId: "Suva", geometry: point(FIJI) }),
    createPointPhase({ id: "Tonga", placeId: "Tonga", geometry: point(TONGA) }),
  ],
  events: [createEvent({ point: point([-90, 20]) })],
});

function drawnIn(view: View) {
  const seen = { placesLeft: new Set<string>(), eventsLeft: new Set<string>() };
  const scene = sceneIn(
    { dataset, sites: sitesOf(dataset), ...seen, movementsLeft: new Set<string>() },
    "instant",
    onDay("2014-05-10"),
    "possible",
  );
  const { layers } = drawScene(createSketch(dataset, scene, { view }));
  const partsOf = (id: (typeof LAYER_IDS)[number]) => {
    const parts = layers.find((layer) => layer.id === id)?.parts ?? [];
    expect(new Set(parts.map(({ key }) => key)).size, "keys are unique").toBe(parts.length);
    return parts;
  };
  const places = (id: (typeof LAYER_IDS)[number], name: string) =>
    partsOf(id)
      .filter(({ svg }) => svg.includes(name))
      .map(({ svg }) => Number(/(?:cx="|translate\(| x=")([-\d.]+)/.exec(svg)?.[1]))
      .sort((a, b) => a - b);
  return { places };
}

describe("a map on which the world is seen more than once", () => {
  // At zoom 0 the world is 512 pixels wide.
  const { places } = drawnIn({ centre: [180, 0], zoom: 0, width: 1280, height: 500 });

  it.each([
    ["sites", "place:Suva"],
    ["sites", "place:Tonga"],
    ["names", "place:Tonga"],
    ["events", "event:event"],
  ] as const)("has %s (%s) in each, a world apart", (layer, name) => {
    const found = places(layer, name);
    expect(found.length).toBeGreaterThan(1);
    for (const [index, x] of found.slice(1).entries())
      expect(x - (found[index] ?? 0)).toBeCloseTo(512, 0);
  });

  it("has those of both sides of the antimeridian beside each other wherever it is seen", () => {
    const tongas = places("sites", "place:Tonga");
    for (const suva of places("sites", "place:Suva"))
      expect(Math.min(...tongas.map((x) => Math.abs(x - suva)))).toBeLessThan(12);
  });
});

describe("a map that shows a part of the world", () => {
  it("has each mark once", () => {
    const { places } = drawnIn({ centre: [180, -20], zoom: 5, width: 1280, height: 700 });
    expect(places("sites", "place:Suva")).toHaveLength(1);
    expect(places("sites", "place:Tonga")).toHaveLength(1);
    expect(places("events", "event:event")).toHaveLength(0);
  });
});
