import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import { DARK, LIGHT } from "#web/map/palette.ts";
import { basemapFeatures, mapStyle } from "#web/map/style.ts";

const empty = basemapFeatures([], "en");

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

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
] as const)("the %s style", (_, palette) => {
  it("is valid", () => {
    expect(
      validateStyleMin(mapStyle(palette, empty) as never).map(({ message }) => message),
    ).toEqual([]);
  });

  it("asks no other host for anything", () => {
    const addresses = JSON.stringify(mapStyle(palette, empty)).match(/https?:\/\/[^"]+/g) ?? [];
    expect(addresses.filter((address) => new URL(address).hostname !== "localhost")).toEqual([]);
  });

  it("draws the bypass over people, discs and areas, and marks over all", () => {
    const layers = mapStyle(palette, empty).layers.map(({ id }) => id);
    const at = (id: string) => layers.indexOf(id);
    for (const under of ["camp-area", "site-disc", "people-high", "people-low"])
      expect(at("bypass-ink"), under).toBeGreaterThan(at(under));
    expect(at("camp-outline")).toBeGreaterThan(at("people-low"));
    expect(at("site")).toBeGreaterThan(at("site-name"));
  });

  it("has words and marks that stand out from the ground", () => {
    for (const ground of [palette.land, palette.town, palette.sea]) {
      expect(contrast(palette.peopleText, ground)).toBeGreaterThan(4.5);
      expect(contrast(palette.label, ground)).toBeGreaterThan(4.5);
      expect(contrast(palette.people, ground)).toBeGreaterThan(3);
      expect(contrast(palette.barrier, ground)).toBeGreaterThan(3);
      expect(contrast(palette.bypassInk, ground)).toBeGreaterThan(4.5);
    }
    expect(contrast(palette.bypassInk, palette.bypassCore)).toBeGreaterThan(4.5);
  });
});
