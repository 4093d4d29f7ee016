// The ground under the scene as a style of MapLibre: the shipped base map, or nothing that leads to another host.
import type { Geometry } from "geojson";
import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { boxPolygon } from "#model/space/bbox.ts";
import { edgesOf } from "#model/space/geometry.ts";
import type { Ground } from "#web/view/drawing/ground.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import { FIRST_ZOOM, GROWTH, LAST_ZOOM } from "#web/view/drawing/projection.ts";
import {
  colourUnder,
  GROUND_LOOKS,
  type GroundLook,
  STATION,
} from "#web/view/figure/ground/ground-look.ts";
import type { LaidLayers } from "./laid-ground.ts";

/** The whole style of the map; names and marks lie over it. `laid`: what lies over the ground of the dataset itself. */
export function mapStyle(
  palette: Palette,
  ground: Ground,
  laid: LaidLayers = { sources: {}, layers: [] },
): StyleSpecification {
  const { around, extent, features, untilZoom } = ground;
  const isBare = around.length === 0;
  const under = palette[colourUnder(features)];
  const last = untilZoom === null ? {} : { maxzoom: untilZoom };
  return {
    version: 8,
    name: "Rocade",
    // Other colours are there at once: paper does not wait.
    transition: { duration: 0, delay: 0 },
    sources: {
      ...(extent && { extent: { type: "geojson", data: boxPolygon(extent) } as const }),
      ...(!isBare && { around: sourceOf(around, (geometry) => geometry) }),
      basemap: sourceOf(features, (geometry) => geometry),
      edges: sourceOf(features, (geometry) => ({
        type: "MultiLineString",
        coordinates: edgesOf(geometry, extent).map((line) => [...line]),
      })),
      ...laid.sources,
    },
    layers: [
      ...(extent
        ? ([
            {
              id: "beyond",
              type: "background",
              paint: { "background-color": isBare ? palette.halo : palette.sea },
            },
            ...(isBare ? [] : landAround(palette)),
            { id: "under", source: "extent", type: "fill", paint: { "fill-color": under } },
          ] as const)
        : ([
            {
              id: "under",
              type: "background",
              paint: { "background-color": upTo(untilZoom, under, palette.land) },
            },
          ] as const)),
      ...GROUND_LOOKS.map((look) => ({ ...layerOf(look, palette), ...last })),
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
      ...laid.layers,
    ],
  };
}

/** How much of the colours is lost where the ground is less exact than what the dataset brings. */
const VEIL = 0.4;

/** What lies beyond the ground of a dataset: land in its colour, and with the sea under a veil. */
const landAround = (palette: Palette): LayerSpecification[] => [
  { id: "around", source: "around", type: "fill", paint: { "fill-color": palette.land } },
  {
    id: "veil",
    type: "background",
    paint: { "background-color": palette.halo, "background-opacity": VEIL },
  },
];

/** A colour up to a zoom, and another from there on. */
const upTo = (zoom: number | null, colour: string, then: string) =>
  zoom === null
    ? colour
    : (["step", ["zoom"], colour, zoom, then] satisfies ExpressionSpecification);

function sourceOf(
  basemap: Ground["features"],
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
