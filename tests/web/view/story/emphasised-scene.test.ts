import { describe, expect, it } from "vitest";
import {
  createDataset,
  createEvent,
  createPlace,
  createPointPhase,
} from "#tests/support/records/dataset.ts";
import { onDay } from "#tests/support/records/records.ts";
import { sceneIn } from "#web/view/scene/scene.ts";
import { sitesOf } from "#web/view/scene/sites.ts";
import { emphasisedScene } from "#web/view/story/emphasised-scene.ts";

const IDS = ["mill", "weir"];
const dataset = createDataset({
  places: IDS.map((id) => createPlace({ id })),
  placePhases: IDS.map((id) => createPointPhase({ id, placeId: id })),
  events: [createEvent({ id: "flood" }), createEvent({ id: "fire" })],
});
const sceneOf = (left = IDS) =>
  sceneIn(
    {
      dataset,
      sites: sitesOf(dataset),
      placesLeft: new Set(left),
      eventsLeft: new Set(["flood", "fire"]),
      movementsLeft: new Set(),
    },
    "cumulative",
    onDay("2014-06-03"),
    "possible",
  );
const mill = { kind: "place", id: "mill" } as const;

describe("a step of the story", () => {
  it("leaves what it stresses at full tone, and dims the rest without leaving any of it out", () => {
    const before = sceneOf();
    const after = emphasisedScene(before, [mill]);
    expect(after.sites.map(({ place, isMatch }) => [place.id, isMatch])).toEqual([
      ["mill", true],
      ["weir", false],
    ]);
    expect(after.events.length).toBe(before.events.length);
    expect(after.events.some(({ isMatch }) => isMatch)).toBe(false);
  });

  it("brings back nothing that a filter has dimmed", () => {
    expect(emphasisedScene(sceneOf(["weir"]), [mill]).sites.some(({ isMatch }) => isMatch)).toBe(
      false,
    );
  });

  it("dims nothing where the map has none of what it speaks of", () => {
    const scene = sceneOf();
    expect(emphasisedScene(scene, [{ kind: "place", id: "castle" }])).toBe(scene);
    expect(emphasisedScene(scene, [])).toBe(scene);
  });
});
