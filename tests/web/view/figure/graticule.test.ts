// Inland, at the scale of a town, the coasts of the world are one flat colour: lines with their degrees say where it is.
import { describe, expect, it } from "vitest";
import { createSketch } from "#tests/support/pictures/drawing.ts";
import { inputAt } from "#tests/support/pictures/input-at.ts";
import { createDataset, createEvent, createPointPhase } from "#tests/support/records/dataset.ts";
import { onDay } from "#tests/support/records/records.ts";
import { LAST_LATITUDE, type View } from "#web/view/drawing/projection.ts";
import { WORLD_LAND } from "#web/view/drawing/world-land.ts";
import { drawFigure } from "#web/view/figure/figure.ts";
import { drawScene } from "#web/view/figure/map/draw-scene.ts";
import { sceneIn } from "#web/view/scene/scene.ts";
import { sitesOf } from "#web/view/scene/sites.ts";

const ADDIS: View = { centre: [38.76, 9.02], zoom: 12, width: 900, height: 600 };

const point = { type: "Point" as const, coordinates: [38.76, 9.02] };
const none = new Set<string>();
function degreesIn(
  view: View,
  {
    dataset = createDataset({}),
    language = "en",
    hasCoasts = true,
    reserved = [] as { left: number; top: number; right: number; bottom: number }[],
  } = {},
) {
  const scene = sceneIn(
    { dataset, sites: sitesOf(dataset), placesLeft: none, eventsLeft: none, movementsLeft: none },
    "instant",
    onDay("2014-05-10"),
    "possible",
  );
  const { layers } = drawScene({
    ...createSketch(dataset, scene, { view, language }),
    land: hasCoasts ? WORLD_LAND : undefined,
    reserved,
  });
  const parts = layers.find(({ id }) => id === "graticule")?.parts ?? [];
  return parts.map(({ svg }) => />([^<]+)<\/text>/.exec(svg)?.[1] ?? "");
}

describe("a map whose ground has no line in sight", () => {
  it("has lines of latitude and longitude at round steps, with their degrees", () => {
    expect(degreesIn(ADDIS)).toEqual([
      ...["38.70° E", "38.72° E", "38.74° E", "38.76° E", "38.78° E", "38.80° E", "38.82° E"],
      ...["8.98° N", "9.00° N", "9.02° N", "9.04° N", "9.06° N"],
    ]);
  });

  it("writes them as the language does", () => {
    const bamako: View = { ...ADDIS, centre: [-8, 12.6], zoom: 7 };
    expect(degreesIn(bamako, { language: "fr" })).toContain("8° O");
    expect(degreesIn(ADDIS, { language: "fr" })).toContain("9,02° N");
  });

  it("writes none under what lies over the map, and all of an axis along one edge", () => {
    const bar = { left: 0, top: 570, right: 200, bottom: 600 };
    const withBar = degreesIn(ADDIS, { reserved: [bar] });
    expect(withBar).toEqual(degreesIn(ADDIS));
    const both = [bar, { ...bar, top: 0, bottom: 30 }];
    expect(degreesIn(ADDIS, { reserved: both }).filter((text) => text === "")).not.toEqual([]);
  });

  it("counts on to the other half of the world, and names neither where they meet", () => {
    const siberia: View = { centre: [180, 68], zoom: 10, width: 900, height: 600 };
    expect(degreesIn(siberia)).toEqual(expect.arrayContaining(["179.8° E", "180.0°", "179.8° W"]));
  });

  it("ends where the world does", () => {
    const pole: View = { centre: [0, LAST_LATITUDE], zoom: 10, width: 900, height: 600 };
    const norths = degreesIn(pole).filter((text) => text.endsWith("N"));
    expect(norths.length).toBeGreaterThan(0);
    for (const text of norths) expect(Number.parseFloat(text)).toBeLessThan(86);
  });
});

describe("a map that has something to go by", () => {
  it.each([
    ["a coast in sight", { centre: [1.85, 50.95], zoom: 8, width: 900, height: 600 }],
    ["the whole world", { centre: [0, 0], zoom: 1, width: 900, height: 600 }],
    ["a coast beyond the antimeridian", { centre: [179.9, -17], zoom: 7, width: 900, height: 600 }],
  ])("has no such lines: %s", (_, view) => {
    expect(degreesIn(view)).toEqual([]);
  });

  it("has none with a base map of its own, nor before the coasts are there", () => {
    const { quality } = createPointPhase();
    const of = { quality, positionNote: null, sourceIds: [], name: null, minZoom: 0 };
    const basemap = [{ ...of, id: "s", class: "station" as const, geometry: point }];
    expect(degreesIn(ADDIS, { dataset: createDataset({ basemap }) })).toEqual([]);
    expect(degreesIn(ADDIS, { hasCoasts: false })).toEqual([]);
  });
});

it("a picture of it has the lines, and a locator with a coast", () => {
  const dataset = createDataset({ events: [createEvent({ point })] });
  const { svg } = drawFigure(inputAt(dataset, "date=2014-05-10&bbox=38.7,8.98,38.8,9.06"));
  expect(svg).toMatch(/<g id="graticule">.*38\.7\d° E/s);
  const [, locator = ""] = /<g id="locator"(.*?)<\/g>/s.exec(svg) ?? [];
  expect(locator).toContain("<path");
});
