// The ground under the scene as a style of MapLibre: the shipped base map, or nothing that leads to another host.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { BasemapFeature } from "#model/record/basemap-feature.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import { FIRST_ZOOM, GROWTH, LAST_ZOOM } from "#web/view/drawing/projection.ts";
import { GROUND_LOOKS, type GroundLook, SEA, STATION } from "#web/view/figure/map/ground-look.ts";

/** The whole style of the map; names and marks lie over it. */
export function mapStyle(palette: Palette, basemap: readonly BasemapFeature[]): StyleSpecification {
  return {
    version: 8,
    name: "Rocade",
    sources: {
      basemap: {
        type: "geojson",
        data: {
          type: "FeatureCollection",
          features: basemap.map(({ class: own, geometry }) => ({
            type: "Feature",
            geometry,
            properties: { class: own },
          })),
        },
      },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": palette[SEA] } },
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

function layerOf({ id, of, colour, stroke }: GroundLook, palette: Palette): LayerSpecification {
  const filter: ExpressionSpecification = ["==", ["get", "class"], of];
  const layer = { id, source: "basemap", filter } as const;
  if (!stroke) return { ...layer, type: "fill", paint: { "fill-color": palette[colour] } };
  const [from, to] = stroke.width;
  return {
    ...layer,
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
