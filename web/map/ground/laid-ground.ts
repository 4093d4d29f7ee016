// The ground that was laid under a dataset, as layers of MapLibre over the one that it replaces.
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { LaidGround } from "#model/dataset/laid-ground.ts";
import { boxPolygon } from "#model/space/bbox.ts";
import { newestApi } from "#web/api/own-address.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import { FIRST_ZOOM, GROWTH, LAST_ZOOM } from "#web/view/drawing/projection.ts";
import { TILE_LOOKS, type TileLook, type TilePart } from "#web/view/drawing/tile-ground.ts";

export type LaidLayers = {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
};

const TILES = "laid";
const BOX = "laid-box";

/** The sources and layers of a ground in the colours of a palette; what has no tile of it shows what lies below. */
export function laidLayers(ground: LaidGround, palette: Palette): LaidLayers {
  const { bounds, hash, maxZoom, minZoom, schema } = ground;
  const { east, north, south, west } = bounds;
  return {
    sources: {
      [BOX]: { type: "geojson", data: boxPolygon(bounds) },
      [TILES]: {
        type: "vector",
        tiles: [newestApi(`ground/${hash}/{z}/{x}/{y}`)],
        minzoom: minZoom,
        maxzoom: maxZoom,
        bounds: [west, south, east, north],
      },
    },
    layers: [
      {
        id: BOX,
        source: BOX,
        type: "fill",
        minzoom: minZoom,
        paint: { "fill-color": palette.sea },
      },
      ...TILE_LOOKS.flatMap((look) =>
        look.from[schema].map((part, index) =>
          layerOf(look, part, { id: `laid-${look.id}-${index}`, minZoom, palette }),
        ),
      ),
    ],
  };
}

const SHAPES: Readonly<Record<TileLook["shape"], readonly string[]>> = {
  area: ["Polygon", "MultiPolygon"],
  edge: ["Polygon", "MultiPolygon"],
  line: ["LineString", "MultiLineString"],
};

function layerOf(
  { colour, dash, minZoom: own = 0, shape, width }: TileLook,
  { kinds, layer }: TilePart,
  { id, minZoom, palette }: { id: string; minZoom: number; palette: Palette },
): LayerSpecification {
  const filter: ExpressionSpecification = [
    "all",
    ["in", ["geometry-type"], ["literal", [...SHAPES[shape]]]],
    ...(kinds ? ([["in", ["get", "kind"], ["literal", [...kinds]]]] as const) : []),
  ] as ExpressionSpecification;
  const common = {
    id,
    filter,
    source: TILES,
    "source-layer": layer,
    minzoom: Math.max(own, minZoom),
  } as const;
  if (!width) return { ...common, type: "fill", paint: { "fill-color": palette[colour] } };
  return {
    ...common,
    type: "line",
    layout: dash ? {} : { "line-cap": "round", "line-join": "round" },
    paint: {
      "line-color": palette[colour],
      "line-width": [
        "interpolate",
        ["exponential", GROWTH],
        ["zoom"],
        FIRST_ZOOM,
        width[0],
        LAST_ZOOM,
        width[1],
      ],
      ...(dash && { "line-dasharray": [...dash] }),
    },
  };
}
