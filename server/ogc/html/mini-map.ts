// A small map of features as SVG: their place in the land around them, no more.
import type { Feature, Geometry, Position } from "geojson";
import { escapeMarkup } from "#formats/xml.ts";
import { type Bbox, eastOf, isInBbox } from "#model/space/bbox.ts";
import { positionsOf } from "#model/space/geometry.ts";
import { arePoints, positionsOfPoints } from "#model/space/points.ts";
import { smallestBbox } from "#model/space/smallest-bbox.ts";

const WIDTH = 640;
const HEIGHT = 360;
const MARGIN = 0.12;
/** A single point is shown with so many degrees around it. */
const SMALLEST_SPAN = 0.04;

type Frame = { readonly x: (lon: number) => number; readonly y: (lat: number) => number };

/**
 * `ground`: land and water of the area studied, drawn under the features. Where some of them lie in that area it is
 * what is shown. Empty without a feature that has a position.
 */
export function miniMap(
  features: readonly Feature[],
  ground: readonly Feature[],
  extent: Bbox,
  label: string,
): string {
  const shown = features.flatMap(({ geometry }) => geometry ?? []);
  if (shown.length === 0) return "";
  const positions = shown.flatMap(positionsOf);
  const near = positions.filter((position) => isInBbox(position, extent));
  const frame = frameOf(near.length > 0 ? near : positions);
  const under = (near.length > 0 ? ground : []).map(
    ({ geometry, properties }) =>
      `<path class="ground-${escapeMarkup(String(properties?.class))}" d="${pathOf(geometry, frame)}"/>`,
  );
  const mark = ([lon = 0, lat = 0]: Position) =>
    `<circle cx="${frame.x(lon)}" cy="${frame.y(lat)}" r="6"/>`;
  const over = shown.map((geometry) =>
    arePoints(geometry)
      ? positionsOfPoints(geometry).map(mark).join("")
      : `<path class="${geometry.type.endsWith("Polygon") ? "is-area" : "is-line"}" d="${pathOf(geometry, frame)}"/>`,
  );
  return `<svg class="mini-map" role="img" aria-label="${escapeMarkup(label)}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${under.join("")}<g class="features">${over.join("")}</g></svg>`;
}

/** Degrees to pixels, longitudes drawn closer together as they are at the middle latitude. */
function frameOf(positions: readonly Position[]): Frame {
  const box = smallestBbox(
    positions.map(([lon = 0, lat = 0]) => ({ west: lon, south: lat, east: lon, north: lat })),
  ) ?? { west: 0, south: 0, east: 0, north: 0 };
  const { west, south, north } = box;
  const east = eastOf(box);
  const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2];
  const squeeze = Math.max(Math.cos((middleLat * Math.PI) / 180), 0.01);
  const spanX = Math.max((east - west) * squeeze, SMALLEST_SPAN);
  const spanY = Math.max(north - south, SMALLEST_SPAN);
  const scale = Math.min(WIDTH / spanX, HEIGHT / spanY) * (1 - 2 * MARGIN);
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    x: (lon) =>
      round(
        WIDTH / 2 + (lon < west - 180 ? lon + 360 - middleLon : lon - middleLon) * squeeze * scale,
      ),
    y: (lat) => round(HEIGHT / 2 - (lat - middleLat) * scale),
  };
}

function pathOf(geometry: Geometry, { x, y }: Frame): string {
  const line = (positions: readonly Position[]) =>
    `M${positions.map(([lon = 0, lat = 0]) => `${x(lon)} ${y(lat)}`).join("L")}`;
  switch (geometry.type) {
    case "LineString":
      return line(geometry.coordinates);
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates.map(line).join("");
    case "MultiPolygon":
      return geometry.coordinates.flat().map(line).join("");
    default:
      return "";
  }
}
