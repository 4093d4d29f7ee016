// The tiles of a laid ground as SVG, in the order and colours in which MapLibre draws them on the screen: cut to the frame
// and thinned to what its size can show.
import { clipPolyline } from "lineclip";
import { type Bbox, boxHolds, eastOf } from "#model/space/bbox.ts";
import { linesInSight, ringsInSight } from "#web/view/drawing/in-sight.ts";
import { sparse } from "#web/view/drawing/polyline.ts";
import {
  boundsOf,
  mercatorX,
  mercatorY,
  type Pixel,
  TILE,
  type View,
  zoomed,
} from "#web/view/drawing/projection.ts";
import { element, pathThrough, round } from "#web/view/drawing/svg.ts";
import { TILE_LOOKS, type TileLook } from "#web/view/drawing/tile-ground.ts";
import type { PlacedTile } from "../ground/ground-tiles.ts";
import { TILE_UNITS, type TileShape } from "../ground/tile-shapes.ts";
import type { Sketch } from "./sketch.ts";

type Laid = {
  readonly svg: string;
  /** Whether nothing of the frame is left to what lies below. */
  readonly isAll: boolean;
};

/** Empty where none was laid, or none of its tiles is in sight. `suffix` as in the rest of the ground. */
export function laidGround({ ground, palette, projection }: Sketch, suffix: string): Laid {
  const { view } = projection;
  const tiles = ground?.over(view) ?? [];
  if (!ground || tiles.every(({ shapes }) => shapes.vertices === 0))
    return { svg: "", isAll: false };
  const { bounds, schema } = ground.ground;
  const paths = TILE_LOOKS.flatMap((look) => {
    const { colour, dash, id, minZoom = 0, width } = look;
    if (view.zoom < minZoom) return [];
    const d = tiles
      .flatMap((tile) => linesOf(look, look.from[schema], tile, view))
      .map((line) => pathThrough(line, look.shape === "area"))
      .join("");
    if (d === "") return [];
    const thickness = width && zoomed(view.zoom, ...width);
    const shown = thickness
      ? {
          fill: "none",
          stroke: palette[colour],
          "stroke-width": thickness,
          "stroke-dasharray": dash?.map((part) => round(part * thickness)).join(" "),
          "stroke-linecap": dash ? undefined : "round",
          "stroke-linejoin": dash ? undefined : "round",
        }
      : { fill: palette[colour] };
    return element("path", { id: `laid-${id}${suffix}`, d, ...shown });
  });
  const sea = element("path", { d: boxPath(bounds, view), fill: palette.sea });
  return {
    svg: element("g", { id: `laid${suffix}` }, sea, ...paths),
    isAll: boxHolds(bounds, boundsOf(view)),
  };
}

/** From a place in the square of Web Mercator to pixels of the view. */
function placing({ centre: [longitude = 0, latitude = 0], height, width, zoom }: View) {
  const world = TILE * 2 ** zoom;
  const left = mercatorX(longitude) * world - width / 2;
  const top = mercatorY(latitude) * world - height / 2;
  return { world, toPixel: (x: number, y: number): Pixel => [x * world - left, y * world - top] };
}

/** What a tile has of a part, in pixels. */
function linesOf(
  { shape }: TileLook,
  parts: TileLook["from"]["own"],
  { shapes, x, y, z }: PlacedTile,
  view: View,
): Pixel[][] {
  const { toPixel } = placing(view);
  const size = TILE_UNITS * 2 ** z;
  const place = (line: readonly Pixel[]) =>
    line.map(([px, py]) => toPixel((x * TILE_UNITS + px) / size, (y * TILE_UNITS + py) / size));
  const cut = shape === "area" ? ringsInSight : linesInSight;
  return parts.flatMap(({ kinds, layer }) =>
    (shapes.layers.get(layer) ?? [])
      .filter(({ isArea }) => isArea === (shape !== "line"))
      .filter(({ kind }) => !kinds || (kind !== undefined && kinds.includes(kind)))
      .flatMap((one) => cut(piecesOf(one, shape).map(place), view))
      .map(sparse)
      .filter((line) => line.length > (shape === "area" ? 2 : 1)),
  );
}

/** Areas as they are, which overlap at the edges of tiles; edges and lines without what the next tile has as well. */
function piecesOf({ parts }: TileShape, shape: TileLook["shape"]): readonly (readonly Pixel[])[] {
  if (shape === "area") return parts;
  const pieces = parts.flatMap((part) =>
    clipPolyline(part, [0, 0, TILE_UNITS, TILE_UNITS]),
  ) as Pixel[][];
  return shape === "line" ? pieces : pieces.flatMap(withoutBorder);
}

/** The stretches of a line that do not run along the border of the tile, where an area was cut. */
function withoutBorder(line: readonly Pixel[]): Pixel[][] {
  const stretches: Pixel[][] = [];
  let open: Pixel[] = [];
  for (const [index, point] of line.entries()) {
    const before = line[index - 1];
    if (before && isAlongBorder(before, point)) {
      stretches.push(open);
      open = [];
    }
    open.push(point);
  }
  return [...stretches, open].filter(({ length }) => length > 1);
}

const isAlongBorder = (a: Pixel, b: Pixel) =>
  [0, 1].some((axis) => {
    const at = a[axis as 0 | 1];
    return at === b[axis as 0 | 1] && (at === 0 || at === TILE_UNITS);
  });

/** The box that the ground describes, in each of the worlds side by side that the view touches. */
function boxPath(bounds: Bbox, view: View): string {
  const { toPixel, world } = placing(view);
  const [left, top] = toPixel(mercatorX(bounds.west), mercatorY(bounds.north));
  const [right, bottom] = toPixel(mercatorX(eastOf(bounds)), mercatorY(bounds.south));
  const first = Math.ceil(-right / world);
  const last = Math.floor((view.width - left) / world);
  const y = (value: number) => round(Math.min(Math.max(value, 0), view.height));
  const x = (value: number) => round(Math.min(Math.max(value, 0), view.width));
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => {
    const by = (first + index) * world;
    return `M${x(left + by)} ${y(top)}V${y(bottom)}H${x(right + by)}V${y(top)}Z`;
  }).join("");
}
