// The ground under the scene as a style of MapLibre: the shipped base map, or nothing that leads to another host.
import type { Geometry } from "geojson";
import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from "maplibre-gl";
import type { BasemapFeature } from "#model/record/basemap-feature.ts";
import { type Bbox, boxPolygon } from "#model/space/bbox.ts";
import { edgesOf } from "#model/space/geometry.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import { FIRST_ZOOM, GROWTH, LAST_ZOOM } from "#web/view/drawing/projection.ts";
import {
  colourUnder,
  GROUND_LOOKS,
  type GroundLook,
  STATION,
} from "#web/view/figure/map/ground-look.ts";

/**
 * The whole style of the map; names and marks lie over it. Outside of the area that the data describe it is blank: it
 * would seem to be sea.
 */
export function mapStyle(
  palette: Palette,
  basemap: readonly BasemapFeature[],
  extent: Bbox,
): StyleSpecification {
  return {
    version: 8,
    name: "Rocade",
    sources: {
      extent: { type: "geojson", data: boxPolygon(extent) },
      basemap: sourceOf(basemap, (geometry) => geometry),
      edges: sourceOf(basemap, (geometry) => ({
        type: "MultiLineString",
        coordinates: edgesOf(geometry).map((line) => [...line]),
      })),
    },
    layers: [
      { id: "beyond", type: "background", paint: { "background-color": palette.halo } },
      {
        id: "under",
        source: "extent",
        type: "fill",
        paint: { "fill-color": palette[colourUnder(basemap)] },
      },
      ...GROUND_LOOKS.map((look) => layerOf(look, palette)),
      {
        id: "station",
        type: "circle",
        source: "basemap",
        minzoom: STATION.minZoom,
        filter: ["==", ["get", "class"], "station"],
        paint: {
          "circle-radius": STATION.radius,
          "circle-color": palette[STATION.fill],
          "circle-stroke-color": palette[STATION.stroke],
          "circle-stroke-width": STATION.width,
        },
      },
    ],
  };
}

function sourceOf(
  basemap: readonly BasemapFeature[],
  shape: (geometry: Geometry) => Geometry,
): GeoJSONSourceSpecification {
  return {
    type: "geojson",
    data: {
      type: "FeatureCollection",
      features: basemap.map(({ class: own, geometry }) => ({
        type: "Feature",
        geometry: shape(geometry),
        properties: { class: own },
      })),
    },
  };
}

function layerOf({ id, of, colour, stroke }: GroundLook, palette: Palette): LayerSpecification {
  const filter: ExpressionSpecification = ["==", ["get", "class"], of];
  const layer = { id, filter } as const;
  if (!stroke)
    return { ...layer, source: "basemap", type: "fill", paint: { "fill-color": palette[colour] } };
  const [from, to] = stroke.width;
  return {
    ...layer,
    source: "edges",
    type: "line",
    layout: stroke.isRound ? { "line-cap": "round", "line-join": "round" } : {},
    paint: {
      "line-color": palette[colour],
      "line-width": [
        "interpolate",
        ["exponential", GROWTH],
        ["zoom"],
        FIRST_ZOOM,
        from,
        LAST_ZOOM,
        to,
      ],
      ...(stroke.dash && { "line-dasharray": [...stroke.dash] }),
    },
  };
}
