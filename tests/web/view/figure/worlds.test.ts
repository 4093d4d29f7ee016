// The world goes on to both sides of a map, and is seen once: what would be seen of it a second time is blank.
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
  return { partsOf, places };
}

describe("a map that is wider than the world", () => {
  // At zoom 0 the world is 512 pixels wide.
  const view = { zoom: 0, width: 1280, height: 500 };
  const [LEFT, RIGHT] = [(1280 - 512) / 2, (1280 + 512) / 2];

  it.each([0, 85, 180, -120])("has each mark once, within the world around %s°", (longitude) => {
    const { places } = drawnIn({ ...view, centre: [longitude, 0] });
    for (const [layer, name] of [
      ["sites", "place:Suva"],
      ["sites", "place:Tonga"],
      ["events", "event:event"],
    ] as const) {
      const found = places(layer, name);
      expect(found, name).toHaveLength(1);
      expect(found[0]).toBeGreaterThan(LEFT);
      expect(found[0]).toBeLessThan(RIGHT);
    }
  });

  it("is blank to both sides of it, under the marks, and has no name there", () => {
    const { partsOf, places } = drawnIn({ ...view, centre: [0, 0] });
    const boxes = partsOf("beyond").map(({ svg }) =>
      ["x", "width"].map((name) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)?.[1])),
    );
    expect(boxes).toEqual([
      [0, LEFT],
      [RIGHT, LEFT],
    ]);
    const [tonga, suva] = [places("names", "place:Tonga"), places("names", "place:Suva")];
    expect([tonga.length, suva.length]).toEqual([1, 1]);
    for (const x of [...tonga, ...suva]) {
      expect(x).toBeGreaterThan(LEFT);
      expect(x).toBeLessThan(RIGHT);
    }
  });

  it("has those of both sides of the antimeridian beside each other where it is in the middle", () => {
    const { places } = drawnIn({ ...view, centre: [180, 0] });
    const [suva = 0] = places("sites", "place:Suva");
    const [tonga = 0] = places("sites", "place:Tonga");
    expect(Math.abs(tonga - suva)).toBeLessThan(12);
  });
});

describe("a map that shows a part of the world", () => {
  it("has each mark once", () => {
    const { partsOf, places } = drawnIn({ centre: [180, -20], zoom: 5, width: 1280, height: 700 });
    expect(places("sites", "place:Suva")).toHaveLength(1);
    expect(places("sites", "place:Tonga")).toHaveLength(1);
    expect(places("events", "event:event")).toHaveLength(0);
    expect(partsOf("beyond")).toEqual([]);
  });
});
