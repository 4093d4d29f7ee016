// Web Mercator from longitude and latitude to pixels of a view, as MapLibre has it, so that figure and map agree.
import type { Position } from "geojson";

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
  readonly toPixel: (position: Position) => Pixel;
  /** A length on the ground at a latitude, in pixels. */
  readonly metresToPixels: (metres: number, latitude: number) => number;
};

const TILE = 512;
/** Circumference of the sphere of Web Mercator (EPSG:3857), in metres. */
const EQUATOR_M = 40_075_016.686;
const toRadians = (degrees: number) => (degrees * Math.PI) / 180;

const mercatorX = (longitude: number) => 0.5 + longitude / 360;
const mercatorY = (latitude: number) =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + toRadians(latitude) / 2)) / (2 * Math.PI);

const latitudeAt = (y: number) => (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;

export function createProjection(view: View): Projection {
  const world = TILE * 2 ** view.zoom;
  const [longitude = 0, latitude = 0] = view.centre;
  const left = mercatorX(longitude) * world - view.width / 2;
  const top = mercatorY(latitude) * world - view.height / 2;
  return {
    view,
    toPixel: ([lon = 0, lat = 0]) => [mercatorX(lon) * world - left, mercatorY(lat) * world - top],
    metresToPixels: (metres, at) => (metres * world) / (EQUATOR_M * Math.cos(toRadians(at))),
  };
}

type Box = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** Nearer than this no position is known, and nothing is to be seen. */
const CLOSEST_ZOOM = 17;

/** The closest view of a size that holds the whole box; a small box has more around it than it asks for. */
export function fitView(box: Box, width: number, height: number): View {
  const [left, right] = [mercatorX(box.west), mercatorX(box.east)];
  const [top, bottom] = [mercatorY(box.north), mercatorY(box.south)];
  const closest = TILE * 2 ** CLOSEST_ZOOM;
  const world = Math.min(width / (right - left), height / (bottom - top), closest);
  const middle = (top + bottom) / 2;
  const latitude = latitudeAt(middle);
  const centre = [(box.west + box.east) / 2, latitude];
  return { centre, zoom: Math.log2(world / TILE), width, height };
}

/** What a view shows, in degrees. */
export function boundsOf({
  centre: [longitude = 0, latitude = 0],
  height,
  width,
  zoom,
}: View): Box {
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
