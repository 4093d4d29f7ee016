import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Language } from "#model/language.ts";
import type { BasemapFeature } from "#model/record.ts";
import { baseLabels, baseLayers, FONT_FACES } from "./base-style.ts";
import { overlayLayers } from "./overlay-style.ts";
import type { Palette } from "./palette.ts";
import { SCENE_PARTS } from "./scene-features.ts";
import { bypassLayers, groundLayers, lineLayers, markLayers, nameLayers } from "./scene-style.ts";

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

/** The base map with its names in one language. */
export function basemapFeatures(
  basemap: readonly BasemapFeature[],
  language: Language,
): FeatureCollection {
  const labelled = new Set(
    basemap.filter(({ class: own }) => own === "label").map(({ name }) => name?.[language]),
  );
  const isNamedTwice = (feature: BasemapFeature) =>
    feature.class === "station" && labelled.has(feature.name?.[language]);
  return {
    type: "FeatureCollection",
    features: basemap.map((feature) => ({
      type: "Feature",
      geometry: feature.geometry,
      properties: {
        id: feature.id,
        class: feature.class,
        name: isNamedTwice(feature) ? "" : (feature.name?.[language] ?? ""),
        min_zoom: feature.minZoom,
      },
    })),
  };
}

/** The whole style: no address in it leads to another host. */
export function mapStyle(palette: Palette, basemap: FeatureCollection): StyleSpecification {
  return {
    version: 8,
    name: "Rocade",
    "font-faces": FONT_FACES,
    sources: {
      basemap: { type: "geojson", data: basemap },
      selected: { type: "geojson", data: EMPTY },
      distances: { type: "geojson", data: EMPTY },
      area: { type: "geojson", data: EMPTY },
      scene: { type: "geojson", data: EMPTY },
    },
    layers: [
      ...baseLayers(palette),
      ...ofScene(groundLayers(palette)),
      ...ofScene(bypassLayers(palette)),
      ...baseLabels(palette),
      {
        id: "selected",
        type: "circle",
        source: "selected",
        paint: {
          "circle-radius": 15,
          "circle-color": "transparent",
          "circle-stroke-color": palette.ink,
          "circle-stroke-width": 2.5,
        },
      },
      ...ofScene(lineLayers(palette)),
      ...overlayLayers(palette),
      ...ofScene(nameLayers(palette)),
      ...ofScene(markLayers()),
    ],
  };
}

/** Layers name the part of the scene as their source; on the map all parts are one source, told apart by a filter. */
function ofScene(layers: readonly LayerSpecification[]): LayerSpecification[] {
  return layers.map((layer) => {
    if (!("source" in layer) || !(SCENE_PARTS as readonly string[]).includes(layer.source))
      return layer;
    const isOfPart: ExpressionSpecification = ["==", ["get", "part"], layer.source];
    const own = ("filter" in layer ? layer.filter : undefined) as
      | ExpressionSpecification
      | undefined;
    return {
      ...layer,
      source: "scene",
      filter: own ? ["all", isOfPart, own] : isOfPart,
    } as LayerSpecification;
  });
}
