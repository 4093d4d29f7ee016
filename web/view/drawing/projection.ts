// Web Mercator from longitude and latitude to pixels of a view, as MapLibre has it, so that figure and map agree.
//
// The world goes on to both sides: a view may lie across the antimeridian, or show more than the world once.
import type { Position } from "geojson";
import { type Bbox, eastOf } from "#model/space/bbox.ts";

/** A north-up map of a size in pixels; at zoom 0 the world is 512 of them wide. */
export type View = {
  /** Longitude, latitude. */
  readonly centre: Position;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
};

/** Pixels from the left and from the top. */
export type Pixel = readonly [x: number, y: number];

export type Projection = {
  readonly view: View;
  /** A position where it is nearest to the middle of the view. */
  readonly toPixel: (position: Position) => Pixel;
  /** A place in the square of Web Mercator, from 0 to 1 from the left and from the top, likewise. */
  readonly squareToPixel: (x: number, y: number) => Pixel;
  /** A line from place to place, which takes the shorter way around the world; it begins as `toPixel` has it. */
  readonly toLine: (positions: readonly Position[]) => Pixel[];
  /** A line or a ring as it is written, once for each of the worlds side by side in which the view touches it. */
  readonly toLines: (positions: readonly Position[]) => Pixel[][];
  /** A length on the ground at a latitude, in pixels. */
  readonly metresToPixels: (metres: number, latitude: number) => number;
};

/** Pixels that the world is wide at zoom 0. */
export const TILE = 512;
/** Circumference of the sphere of Web Mercator (EPSG:3857), in metres. */
const EQUATOR_M = 40_075_016.686;
const toRadians = (degrees: number) => (degrees * Math.PI) / 180;

/** Where a longitude is in the square of Web Mercator, from 0 at the left to 1 at the right. */
export const mercatorX = (longitude: number) => 0.5 + longitude / 360;
/** As far north and south as the square of Web Mercator goes. */
export const LAST_LATITUDE = 85.051129;

/** Where a latitude is in it, from 0 at the top to 1 at the bottom. */
export const mercatorY = (latitude: number) => {
  const within = Math.min(Math.max(latitude, -LAST_LATITUDE), LAST_LATITUDE);
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + toRadians(within) / 2)) / (2 * Math.PI);
};

/** The latitude that is there. */
export const latitudeAt = (y: number) =>
  (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;

export function createProjection(view: View): Projection {
  const world = TILE * 2 ** view.zoom;
  const [longitude = 0, latitude = 0] = view.centre;
  const left = mercatorX(longitude) * world - view.width / 2;
  const top = mercatorY(latitude) * world - view.height / 2;
  const plane = ([lon = 0, lat = 0]: Position): Pixel => [
    mercatorX(lon) * world - left,
    mercatorY(lat) * world - top,
  ];
  const middle = view.width / 2;
  /** So many worlds to the right a place is nearest to one of the plane. */
  const turns = (x: number, near: number) => Math.round((near - x) / world);
  const squareToPixel = (across: number, down: number): Pixel => {
    const x = across * world - left;
    return [x + turns(x, middle) * world, down * world - top];
  };
  const toPixel = (position: Position): Pixel => {
    const [x, y] = plane(position);
    return [x + turns(x, middle) * world, y];
  };
  const toLine = (positions: readonly Position[]): Pixel[] => {
    let near = middle;
    return positions.map((position) => {
      const [x, y] = plane(position);
      near = x + turns(x, near) * world;
      return [near, y];
    });
  };
  const toLines = (positions: readonly Position[]): Pixel[][] => {
    const line = positions.map(plane);
    const xs = line.map(([x]) => x);
    const [lowest, highest] = [Math.min(...xs), Math.max(...xs)];
    const first = Math.floor(-highest / world) + 1;
    const last = Math.ceil((view.width - lowest) / world) - 1;
    // Where the view touches none it is the one nearest to it: half a stroke may still be seen.
    if (!(first <= last)) return [moved(line, turns((lowest + highest) / 2, middle) * world)];
    return Array.from({ length: last - first + 1 }, (_, index) =>
      moved(line, (first + index) * world),
    );
  };
  return {
    view,
    toPixel,
    squareToPixel,
    toLine,
    toLines,
    metresToPixels: (metres, at) => (metres * world) / (EQUATOR_M * Math.cos(toRadians(at))),
  };
}

const moved = (line: readonly Pixel[], by: number): Pixel[] => line.map(([x, y]) => [x + by, y]);

/** Longitude and latitude of a pixel of the view, which may lie beyond its edges. */
export function positionAt({ centre, height, width, zoom }: View, [x, y]: Pixel): [number, number] {
  const world = TILE * 2 ** zoom;
  const [longitude = 0, latitude = 0] = centre;
  const across = longitude + ((x - width / 2) / world) * 360;
  const down = latitudeAt(mercatorY(latitude) + (y - height / 2) / world);
  return [((((across + 180) % 360) + 360) % 360) - 180, down];
}

/** Nearer than this no position is known, and nothing is to be seen. */
const CLOSEST_ZOOM = 17;

/** The closest view of a size that holds the whole box; a small box has more around it than it asks for. */
export function fitView(box: Bbox, width: number, height: number): View {
  const [left, right] = [mercatorX(box.west), mercatorX(eastOf(box))];
  const [top, bottom] = [mercatorY(box.north), mercatorY(box.south)];
  const closest = TILE * 2 ** CLOSEST_ZOOM;
  const world = Math.min(width / (right - left), height / (bottom - top), closest);
  const middle = (top + bottom) / 2;
  const latitude = latitudeAt(middle);
  const centre = [(box.west + eastOf(box)) / 2, latitude];
  return { centre, zoom: Math.log2(world / TILE), width, height };
}

/** What a view shows, in degrees; its sides go on beyond ±180° where the view does. */
export function boundsOf({
  centre: [longitude = 0, latitude = 0],
  height,
  width,
  zoom,
}: View): Bbox {
  const world = TILE * 2 ** zoom;
  const [dx, dy] = [width / 2 / world, height / 2 / world];
  const [x, y] = [mercatorX(longitude), mercatorY(latitude)];
  return {
    west: (x - dx - 0.5) * 360,
    east: (x + dx - 0.5) * 360,
    north: latitudeAt(y - dy),
    south: latitudeAt(y + dy),
  };
}

export const GROWTH = 1.4;
export const FIRST_ZOOM = 10;
export const LAST_ZOOM = 16;

/** A width that grows with the zoom, from one value at zoom 10 to another at 16 (exponentially, base 1.4). */
export function zoomed(zoom: number, from: number, to: number): number {
  const at = Math.min(Math.max(zoom, FIRST_ZOOM), LAST_ZOOM) - FIRST_ZOOM;
  return from + ((to - from) * (GROWTH ** at - 1)) / (GROWTH ** (LAST_ZOOM - FIRST_ZOOM) - 1);
}
