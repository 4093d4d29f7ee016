import italic from "@fontsource/source-sans-3/files/source-sans-3-latin-400-italic.woff2?url";
import regular from "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url";
import semibold from "@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2?url";
import type {
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from "maplibre-gl";
import type { Palette } from "./palette.ts";

export const FONTS = {
  regular: "Source Sans Regular",
  italic: "Source Sans Italic",
  semibold: "Source Sans Semibold",
};

/** Fonts of the map's labels, shipped with the page: MapLibre draws them itself, no glyph server is asked. */
export const FONT_FACES: NonNullable<StyleSpecification["font-faces"]> = {
  [FONTS.regular]: absolute(regular),
  [FONTS.italic]: absolute(italic),
  [FONTS.semibold]: absolute(semibold),
};

/** The worker resolves addresses against its own file, so they must be whole. */
function absolute(url: string): string {
  return new URL(url, globalThis.location?.href ?? "http://localhost/").href;
}

function ofClass(...classes: string[]): ExpressionSpecification {
  return ["in", ["get", "class"], ["literal", classes]];
}

/** The shipped base map under everything, and its names. */
export function baseLayers(palette: Palette): LayerSpecification[] {
  const source = "basemap";
  return [
    { id: "sea", type: "background", paint: { "background-color": palette.sea } },
    {
      id: "land",
      type: "fill",
      source,
      filter: ofClass("land"),
      paint: { "fill-color": palette.land },
    },
    {
      id: "town",
      type: "fill",
      source,
      filter: ofClass("town"),
      paint: { "fill-color": palette.town },
    },
    {
      id: "water",
      type: "fill",
      source,
      filter: ofClass("water"),
      paint: { "fill-color": palette.water },
    },
    {
      id: "shore",
      type: "line",
      source,
      filter: ofClass("land"),
      paint: { "line-color": palette.canal, "line-width": 0.8 },
    },
    {
      id: "canal",
      type: "line",
      source,
      filter: ofClass("canal"),
      layout: { "line-join": "round" },
      paint: { "line-color": palette.canal, "line-width": zoomed(1.2, 4.5) },
    },
    {
      id: "rail",
      type: "line",
      source,
      filter: ofClass("rail"),
      paint: {
        "line-color": palette.rail,
        "line-width": zoomed(0.7, 1.6),
        "line-dasharray": [5, 3],
      },
    },
    {
      id: "street",
      type: "line",
      source,
      filter: ofClass("street"),
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": palette.street, "line-width": zoomed(1, 5) },
    },
    {
      id: "motorway",
      type: "line",
      source,
      filter: ofClass("motorway"),
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": palette.motorway, "line-width": zoomed(1.8, 6) },
    },
  ];
}

/** Names and stations of the base map, in the language's words. */
export function baseLabels(palette: Palette): LayerSpecification[] {
  const source = "basemap";
  const label: SymbolLayerSpecification["layout"] = {
    "text-field": ["get", "name"],
    "text-font": [FONTS.regular],
    "text-padding": 6,
  };
  const paint = {
    "text-color": palette.label,
    "text-halo-color": palette.halo,
    "text-halo-width": 1.2,
  } as const;
  return [
    {
      id: "station",
      type: "circle",
      source,
      minzoom: 11.5,
      filter: ofClass("station"),
      paint: {
        "circle-radius": 2.5,
        "circle-color": palette.land,
        "circle-stroke-color": palette.rail,
        "circle-stroke-width": 1.5,
      },
    },
    {
      id: "base-label",
      type: "symbol",
      source,
      filter: [
        "all",
        ofClass("label", "station"),
        ["!=", ["get", "id"], "label-sea"],
        [">=", ["zoom"], ["get", "min_zoom"]],
      ],
      layout: {
        ...label,
        "text-size": ["interpolate", ["linear"], ["zoom"], 11, 12, 15, 15],
        "text-max-width": 7,
        "text-variable-anchor": ["center", "top", "bottom"],
        "text-radial-offset": 0.5,
      },
      paint,
    },
    {
      id: "sea-label",
      type: "symbol",
      source,
      filter: ["==", ["get", "id"], "label-sea"],
      layout: {
        ...label,
        "text-font": [FONTS.italic],
        "text-size": ["interpolate", ["linear"], ["zoom"], 10, 13, 14, 19],
        "text-letter-spacing": 0.12,
      },
      paint: { ...paint, "text-color": palette.seaLabel, "text-halo-width": 0 },
    },
  ];
}

/** A width that grows with the zoom from 10 to 16. */
export function zoomed(from: number, to: number): ExpressionSpecification {
  return ["interpolate", ["exponential", 1.4], ["zoom"], 10, from, 16, to];
}
