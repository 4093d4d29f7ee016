// How the tiles of a ground that was laid look, bottom to top, and from which of their layers each part comes: said once,
// for MapLibre on the screen and for the figure on paper.
import type { GroundSchema } from "#model/dataset/laid-ground.ts";
import type { Palette } from "./palette.ts";

/** Features of a layer of the tiles: all of them, or those whose `kind` is one of these. */
export type TilePart = { readonly layer: string; readonly kinds?: readonly string[] };

export type TileLook = {
  readonly id: string;
  readonly colour: keyof Palette;
  /** An area, the edge of one, or a line. */
  readonly shape: "area" | "edge" | "line";
  /** Of edges and lines: in pixels at zoom 10 and at zoom 16, as `zoomed` grows it. */
  readonly width?: readonly [number, number];
  readonly dash?: readonly [number, number];
  /** Farther out it is not drawn. */
  readonly minZoom?: number;
  readonly from: Readonly<Record<GroundSchema, readonly TilePart[]>>;
};

const GREEN = [
  ...["allotments", "cemetery", "forest", "garden", "golf_course", "grass", "grassland", "meadow"],
  ...["national_park", "nature_reserve", "orchard", "park", "recreation_ground", "scrub"],
  ...["village_green", "wood"],
];
const TOWN = [
  ...["commercial", "hospital", "kindergarten", "pedestrian", "residential", "school"],
  ...["university", "urban_area"],
];
const PORT = ["aerodrome", "industrial", "military", "naval_base", "port", "railway"];
const WATERCOURSE = ["canal", "ditch", "drain", "river", "stream"];

const roads = (...kinds: readonly string[]): readonly TilePart[] => [{ layer: "roads", kinds }];
const own = (...layers: readonly string[]) => layers.map((layer) => ({ layer }));

/** The layers of Protomaps' base map, version 4, and of its third; our own are named as the classes of a base map. */
export const TILE_LOOKS: readonly TileLook[] = [
  {
    id: "land",
    colour: "land",
    shape: "area",
    from: { protomaps: own("earth"), own: own("land") },
  },
  {
    id: "town",
    colour: "town",
    shape: "area",
    from: {
      protomaps: [
        { layer: "landcover", kinds: TOWN },
        { layer: "landuse", kinds: TOWN },
      ],
      own: own("town"),
    },
  },
  {
    id: "port",
    colour: "port",
    shape: "area",
    from: { protomaps: [{ layer: "landuse", kinds: PORT }], own: own("port") },
  },
  {
    id: "green",
    colour: "green",
    shape: "area",
    from: { protomaps: [{ layer: "landuse", kinds: GREEN }], own: own("green") },
  },
  {
    id: "water",
    colour: "water",
    shape: "area",
    from: { protomaps: own("water"), own: own("water") },
  },
  {
    id: "shore",
    colour: "shore",
    shape: "edge",
    width: [0.8, 0.8],
    from: { protomaps: own("earth", "water"), own: own("land", "water") },
  },
  {
    id: "canal",
    colour: "canal",
    shape: "line",
    width: [0.8, 3.5],
    minZoom: 10,
    from: { protomaps: [{ layer: "water", kinds: WATERCOURSE }], own: own("canal") },
  },
  {
    id: "building",
    colour: "building",
    shape: "area",
    minZoom: 13.5,
    from: { protomaps: own("buildings"), own: own("building") },
  },
  {
    id: "path",
    colour: "street",
    shape: "line",
    width: [0.3, 1.2],
    minZoom: 14,
    from: { protomaps: roads("path"), own: own("path") },
  },
  {
    id: "rail",
    colour: "rail",
    shape: "line",
    width: [0.7, 1.6],
    dash: [5, 3],
    minZoom: 10,
    from: {
      protomaps: [...roads("rail"), { layer: "transit", kinds: ["rail"] }],
      own: own("rail"),
    },
  },
  {
    id: "minor-street",
    colour: "street",
    shape: "line",
    width: [0.4, 3.5],
    minZoom: 12,
    from: { protomaps: roads("minor_road"), own: own("minor_street") },
  },
  {
    id: "street",
    colour: "street",
    shape: "line",
    width: [1, 5],
    minZoom: 9,
    from: { protomaps: roads("medium_road", "major_road"), own: own("street") },
  },
  {
    id: "motorway",
    colour: "motorway",
    shape: "line",
    width: [1.8, 6],
    from: { protomaps: roads("highway"), own: own("motorway") },
  },
];

/** The layers of a schema that are drawn. */
export const drawnLayers = (schema: GroundSchema): ReadonlySet<string> =>
  new Set(TILE_LOOKS.flatMap(({ from }) => from[schema].map(({ layer }) => layer)));
