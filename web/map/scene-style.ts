// How the things of a scene are drawn. One rule throughout: certain is solid, possible is dashed and lighter, an
// unknown number is hollow, a position is a soft disc.
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { FONTS, zoomed } from "./base-style.ts";
import type { Palette } from "./palette.ts";

/** Pixels of a 512-pixel world tile in one metre at the equator at zoom 0. */
export const PIXELS_PER_METRE_AT_ZOOM_0 = 512 / 40_075_016.686;
const LAST_ZOOM = 24;

/** A length in metres on the ground, given in pixels at zoom 0, at every zoom. */
const groundLength = (pixelsAtZoom0: ExpressionSpecification): ExpressionSpecification => [
  "interpolate",
  ["exponential", 2],
  ["zoom"],
  0,
  pixelsAtZoom0,
  LAST_ZOOM,
  ["*", pixelsAtZoom0, 2 ** LAST_ZOOM],
];

const isCertain: ExpressionSpecification = ["==", ["get", "presence"], "certain"];
const whenCertain = (certain: number, possible: number): ExpressionSpecification => [
  "case",
  isCertain,
  certain,
  possible,
];
const ofKind = (...kinds: string[]): ExpressionSpecification => [
  "in",
  ["get", "kind"],
  ["literal", kinds],
];
/** From here on places that only help to find one's way are shown, and the parts of a site. */
const LANDMARK_ZOOM = 13.4;
const wholeOrNear: ExpressionSpecification = [
  "any",
  ["get", "is_whole"],
  [">=", ["zoom"], LANDMARK_ZOOM],
];
const CAMP_KINDS = ["camp", "squat", "shelter", "state-camp", "day-centre"];

/** Areas and discs, under the bypass. */
export function groundLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "port-area",
      type: "fill",
      source: "outlines",
      filter: ["all", ofKind("port", "border-terminal"), ["==", ["geometry-type"], "Polygon"]],
      paint: { "fill-color": palette.port, "fill-opacity": 0.9 },
    },
    {
      id: "port-line",
      type: "line",
      source: "outlines",
      filter: ofKind("port", "border-terminal"),
      paint: { "line-color": palette.rail, "line-width": 0.8, "line-dasharray": [4, 2] },
    },
    {
      id: "camp-area",
      type: "fill",
      source: "outlines",
      filter: ["all", ofKind(...CAMP_KINDS), ["==", ["geometry-type"], "Polygon"]],
      paint: { "fill-color": palette.people, "fill-opacity": whenCertain(0.12, 0.06) },
    },
    {
      id: "site-disc",
      type: "circle",
      source: "sites",
      paint: {
        "circle-radius": groundLength(["get", "disc"]),
        "circle-color": palette.people,
        "circle-opacity": whenCertain(0.07, 0.045),
        "circle-blur": 0.15,
        "circle-pitch-alignment": "map",
        "circle-pitch-scale": "map",
      },
    },
    {
      id: "people-high",
      type: "circle",
      source: "sites",
      filter: [">", ["get", "high_px"], 0],
      paint: {
        "circle-radius": ["get", "high_px"],
        "circle-color": palette.people,
        "circle-opacity": whenCertain(0.1, 0.05),
        "circle-stroke-color": palette.people,
        "circle-stroke-width": 1.2,
        "circle-stroke-opacity": whenCertain(0.85, 0.5),
      },
    },
    {
      id: "people-low",
      type: "circle",
      source: "sites",
      filter: [">", ["get", "low_px"], 0],
      paint: {
        "circle-radius": ["get", "low_px"],
        "circle-color": palette.people,
        "circle-opacity": whenCertain(0.42, 0.2),
      },
    },
  ];
}

/** The bypass, the strongest line, over every disc; its halo is the radius within which it was drawn. */
export function bypassLayers(palette: Palette): LayerSpecification[] {
  const line = {
    type: "line",
    source: "outlines",
    filter: ["get", "is_bypass"] as ExpressionSpecification,
    layout: { "line-cap": "round", "line-join": "round" },
  } as const;
  return [
    {
      ...line,
      id: "bypass-halo",
      paint: {
        "line-color": palette.bypassInk,
        "line-opacity": 0.05,
        "line-width": groundLength(["*", 2, ["get", "disc"]]),
        "line-blur": 6,
      },
    },
    {
      ...line,
      id: "bypass-ink",
      paint: { "line-color": palette.bypassInk, "line-width": zoomed(4, 11) },
    },
    {
      ...line,
      id: "bypass-core",
      paint: { "line-color": palette.bypassCore, "line-width": zoomed(1.3, 4) },
    },
  ];
}

/** Barriers, outlines, and what is over. */
export function lineLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "barrier-area",
      type: "fill",
      source: "outlines",
      filter: ["all", ofKind("barrier"), ["==", ["geometry-type"], "Polygon"]],
      paint: { "fill-color": palette.barrier, "fill-opacity": whenCertain(0.16, 0.08) },
    },
    {
      id: "barrier-possible",
      type: "line",
      source: "outlines",
      filter: ["all", ofKind("barrier"), ["!", isCertain]],
      paint: { "line-color": palette.barrier, "line-width": 1.6, "line-dasharray": [3, 2] },
    },
    {
      id: "barrier",
      type: "line",
      source: "outlines",
      filter: ["all", ofKind("barrier"), isCertain],
      paint: {
        "line-color": palette.barrier,
        "line-width": zoomed(1.8, 3.5),
        "line-offset": zoomed(3.5, 8),
      },
    },
    {
      id: "barrier-posts",
      type: "symbol",
      source: "outlines",
      filter: ["all", ofKind("barrier"), isCertain, ["==", ["geometry-type"], "LineString"]],
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 14,
        "icon-image": "barrier-post",
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "icon-offset": [0, 5],
      },
    },
    {
      id: "camp-outline",
      type: "line",
      source: "outlines",
      filter: ofKind(...CAMP_KINDS),
      paint: {
        "line-color": palette.people,
        "line-width": zoomed(1, 2.2),
        "line-dasharray": [3, 1.6],
        "line-opacity": whenCertain(0.95, 0.6),
      },
    },
    {
      id: "ghost",
      type: "symbol",
      source: "ghosts",
      layout: {
        "icon-image": "ghost",
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
      paint: { "icon-opacity": 0.75 },
    },
    {
      id: "landmark",
      type: "symbol",
      source: "landmarks",
      filter: ["any", ["get", "is_reference"], [">=", ["zoom"], LANDMARK_ZOOM]],
      layout: {
        "icon-image": "landmark",
        "icon-size": ["case", ["get", "is_reference"], 1.5, 1],
        "icon-allow-overlap": true,
      },
      paint: { "icon-opacity": ["case", ["get", "is_reference"], 1, 0.7] },
    },
    {
      id: "movement",
      type: "line",
      source: "movements",
      layout: { "line-cap": "round", "line-join": "round" },
      filter: ["==", ["geometry-type"], "LineString"],
      paint: {
        "line-color": palette.ink,
        "line-width": 1.8,
        "line-opacity": ["case", ["get", "is_recent"], 0.28, 0.8],
      },
    },
  ];
}

/** Names of sites and of the bypass. They make way for the marks, which are drawn over them. */
export function nameLayers(palette: Palette): LayerSpecification[] {
  const halo = { "text-halo-color": palette.halo, "text-halo-width": 1.6 };
  return [
    {
      id: "bypass-name",
      type: "symbol",
      source: "outlines",
      filter: ["get", "is_bypass"],
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 420,
        "text-field": ["get", "short_name"],
        "text-font": [FONTS.semibold],
        "text-size": 13,
        "text-offset": [0, 1.1],
      },
      paint: { "text-color": palette.ink, ...halo },
    },
    {
      id: "site-name",
      type: "symbol",
      source: "sites",
      filter: wholeOrNear,
      layout: {
        "text-field": ["get", "label"],
        "text-font": [FONTS.semibold],
        "text-size": ["interpolate", ["linear"], ["zoom"], 11, 13, 15, 15.5],
        "text-max-width": 12,
        "text-justify": "auto",
        "text-variable-anchor": [
          "left",
          "right",
          "bottom",
          "top",
          "bottom-left",
          "top-right",
          "top-left",
          "bottom-right",
        ],
        "text-radial-offset": ["get", "label_offset"],
        "symbol-sort-key": ["get", "rank"],
        "text-padding": 1,
      },
      paint: { "text-color": palette.peopleText, ...halo, "text-opacity": whenCertain(1, 0.85) },
    },
    {
      id: "landmark-name",
      type: "symbol",
      source: "landmarks",
      filter: ["any", ["get", "is_reference"], [">=", ["zoom"], LANDMARK_ZOOM]],
      layout: {
        "text-field": ["get", "name"],
        "text-font": [FONTS.regular],
        "text-size": 13,
        "text-max-width": 9,
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": 0.8,
        "text-justify": "auto",
        "symbol-sort-key": ["case", ["get", "is_reference"], 0, 1],
      },
      paint: { "text-color": palette.label, ...halo },
    },
  ];
}

/** The marks of sites, events and movements, over everything. */
export function markLayers(): LayerSpecification[] {
  return [
    {
      id: "movement-head",
      type: "symbol",
      source: "movements",
      filter: ["==", ["geometry-type"], "Point"],
      layout: {
        "icon-image": "arrow-head",
        "icon-rotate": ["get", "azimuth"],
        "icon-rotation-alignment": "map",
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
      paint: { "icon-opacity": ["case", ["get", "is_recent"], 0.35, 0.85] },
    },
    {
      id: "site",
      type: "symbol",
      source: "sites",
      filter: wholeOrNear,
      layout: {
        "icon-image": ["get", "icon"],
        "icon-allow-overlap": true,
        "icon-padding": 0,
      },
    },
    {
      id: "event",
      type: "symbol",
      source: "events",
      layout: {
        "icon-image": ["concat", "event-", ["get", "family"]],
        "icon-offset": ["get", "offset"],
        "icon-allow-overlap": true,
        "icon-padding": 0,
      },
      paint: { "icon-opacity": ["case", ["get", "is_recent"], 0.4, 1] },
    },
  ];
}
