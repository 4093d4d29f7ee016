// What a reader lays over the map: the distances, and the area that the filter asks for.
import type { LayerSpecification } from "maplibre-gl";
import { FONTS } from "./base-style.ts";
import type { Palette } from "./palette.ts";

export function overlayLayers(palette: Palette): LayerSpecification[] {
  const text = {
    "text-field": ["get", "label"] as ["get", string],
    "text-font": [FONTS.regular],
    "text-size": 13,
  };
  const halo = { "text-halo-color": palette.halo, "text-halo-width": 1.6 };
  return [
    {
      id: "ring",
      type: "line",
      source: "distances",
      filter: ["==", ["get", "kind"], "ring"],
      paint: {
        "line-color": palette.label,
        "line-width": 0.8,
        "line-opacity": 0.6,
        "line-dasharray": [2, 3],
      },
    },
    {
      id: "ring-name",
      type: "symbol",
      source: "distances",
      filter: ["==", ["get", "kind"], "ring"],
      layout: { ...text, "symbol-placement": "line", "symbol-spacing": 500 },
      paint: { "text-color": palette.label, ...halo },
    },
    {
      id: "distance",
      type: "line",
      source: "distances",
      filter: ["==", ["get", "kind"], "line"],
      paint: { "line-color": palette.people, "line-width": 1.2 },
    },
    {
      id: "distance-name",
      type: "symbol",
      source: "distances",
      filter: ["==", ["get", "kind"], "line"],
      layout: { ...text, "symbol-placement": "line-center", "text-offset": [0, -0.7] },
      paint: { "text-color": palette.peopleText, ...halo },
    },
    {
      id: "crossing",
      type: "circle",
      source: "distances",
      filter: ["==", ["get", "kind"], "crossing"],
      paint: {
        "circle-radius": 5,
        "circle-color": palette.bypassCore,
        "circle-stroke-color": palette.bypassInk,
        "circle-stroke-width": 2,
      },
    },
    {
      id: "area-fill",
      type: "fill",
      source: "area",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": palette.ink, "fill-opacity": 0.06 },
    },
    {
      id: "area-line",
      type: "line",
      source: "area",
      paint: { "line-color": palette.ink, "line-width": 2, "line-dasharray": [2, 1.5] },
    },
  ];
}
