import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import { createDataset } from "#tests/support/records/dataset.ts";
import { mapStyle } from "#web/map/ground/base-style.ts";
import { type Ground, groundOf } from "#web/view/drawing/ground.ts";
import { DARK, LIGHT } from "#web/view/drawing/palette.ts";
import { WORLD_LAND } from "#web/view/drawing/world-land.ts";
import { LAYER_IDS } from "#web/view/figure/map/draw-scene.ts";

const OWN: Ground = {
  features: [{ class: "land", geometry: { type: "Point", coordinates: [0, 0] } }],
  extent: { west: 177, south: -19, east: -178, north: -16 },
  around: [],
  untilZoom: null,
};
const AROUND: Ground = { ...OWN, around: OWN.features };
const WORLD = groundOf(createDataset({}), WORLD_LAND.slice(0, 3));

/** Contrast of two colours as WCAG 2.2 counts it. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe("the layers of a scene", () => {
  it("draw the bypass over people and areas, camps' outlines over people, and marks over all", () => {
    const at = (id: (typeof LAYER_IDS)[number]) => LAYER_IDS.indexOf(id);
    for (const under of ["areas", "discs", "people"] as const)
      expect(at("separator"), under).toBeGreaterThan(at(under));
    expect(at("outlines")).toBeGreaterThan(at("people"));
    expect(at("sites")).toBeGreaterThan(at("names"));
  });
});

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
] as const)("the %s style", (_, palette) => {
  it.each([
    ["a ground of its own", OWN],
    ["a ground of its own, and coasts around it", AROUND],
    ["the coasts of the world", WORLD],
  ])("is valid on %s", (_name, ground) => {
    expect(
      validateStyleMin(mapStyle(palette, ground) as never).map(({ message }) => message),
    ).toEqual([]);
  });

  it("is blank beyond the data on a ground of their own, and ends nowhere on the coasts of the world", () => {
    const layersOf = (ground: Ground) => mapStyle(palette, ground).layers.map(({ id }) => id);
    expect(layersOf(OWN)).toContain("beyond");
    expect(layersOf(WORLD)).not.toContain("beyond");
    // As soon as they are there the coasts go on beyond the data, veiled, and under what the data bring.
    expect(layersOf(AROUND).slice(0, 4)).toEqual(["beyond", "around", "veil", "under"]);
    expect(JSON.stringify(mapStyle(palette, AROUND).layers[0])).toContain(palette.sea);
    expect(JSON.stringify(mapStyle(palette, WORLD).sources)).not.toContain("extent");
  });

  it("shows the coasts of the world only at scales that they are exact enough for", () => {
    const { layers } = mapStyle(palette, WORLD);
    for (const layer of layers)
      if (layer.id !== "under" && layer.id !== "station")
        expect(layer.maxzoom, layer.id).toBeLessThanOrEqual(9);
    expect(JSON.stringify(layers[0])).toContain(
      JSON.stringify([palette.sea, 9, palette.land]).slice(1, -1),
    );
  });

  it("has no sea where a base map knows of no land", () => {
    const colours = (features: Ground["features"]) =>
      JSON.stringify(
        mapStyle(palette, { ...OWN, features }).layers.find(({ id }) => id === "under"),
      );
    expect(colours([])).toContain(palette.land);
    expect(colours(OWN.features)).toContain(palette.sea);
  });

  it("asks no other host for anything", () => {
    const addresses = JSON.stringify(mapStyle(palette, WORLD)).match(/https?:\/\/[^"]+/g) ?? [];
    expect(addresses.filter((address) => new URL(address).hostname !== "localhost")).toEqual([]);
  });

  it("has words and marks that stand out from the ground", () => {
    for (const ground of [palette.land, palette.town, palette.sea]) {
      for (const words of [palette.firstText, palette.middleText, palette.lastText])
        expect(contrast(words, ground)).toBeGreaterThan(4.5);
      expect(contrast(palette.label, ground)).toBeGreaterThan(4.5);
      for (const mark of [palette.first, palette.middle, palette.last])
        expect(contrast(mark, ground)).toBeGreaterThan(3);
      expect(contrast(palette.barrier, ground)).toBeGreaterThan(3);
      expect(contrast(palette.separatorInk, ground)).toBeGreaterThan(4.5);
    }
    expect(contrast(palette.separatorInk, palette.separatorCore)).toBeGreaterThan(4.5);
  });
});
