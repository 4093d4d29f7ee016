// What is published of a position: the same as `public_geometry` of the database makes of it when a row is written.
import type { Geometry, MultiPoint, Point, Position } from "geojson";
import { coordinateDecimals } from "#model/space/coordinate-decimals.ts";
import type { Disclosure } from "#model/space/position.ts";
import { planarCentroid } from "./planar-centroid.ts";

/** The cells of coarse positions, in degrees. */
const CELLS = { "100m": 0.001, "1km": 0.01 } as const;

/** The radius that is published: that of an exact position as it is, of a coarse one with its cell; none of a hidden one. */
export function publicPrecision(precisionM: number | null, disclosure: Disclosure): number | null {
  if (disclosure === "hidden" || precisionM === null) return null;
  if (disclosure === "100m") return Math.ceil((precisionM + 80) / 100) * 100;
  if (disclosure === "1km") return Math.ceil((precisionM + 800) / 1000) * 1000;
  return precisionM;
}

/** The geometry that is published; null where its position is not. */
export function publicGeometry(
  geometry: Geometry | null,
  disclosure: Disclosure,
  precisionM: number | null,
): Geometry | null {
  if (geometry === null || disclosure === "hidden" || isEmpty(geometry)) return null;
  const point = (position: Position) => publicPoint(position, disclosure, precisionM);
  if (geometry.type === "Point") return { type: "Point", coordinates: point(geometry.coordinates) };
  if (geometry.type === "MultiPoint")
    return publicPoints(geometry.coordinates.map(point), disclosure);
  if (disclosure !== "exact")
    return { type: "Point", coordinates: point(planarCentroid(geometry)) };
  return roundedShape(geometry, coordinateDecimals(precisionM));
}

const isEmpty = (geometry: Geometry) =>
  "coordinates" in geometry && geometry.coordinates.length === 0;

function publicPoint(
  position: Position,
  disclosure: Disclosure,
  precisionM: number | null,
): Position {
  if (disclosure === "hidden") return [];
  const decimals = coordinateDecimals(publicPrecision(precisionM, disclosure));
  if (disclosure === "exact") return position.slice(0, 2).map((one) => rounded(one, decimals));
  const size = CELLS[disclosure];
  return position
    .slice(0, 2)
    .map((one) => rounded((Math.floor(one / size) + 0.5) * size, decimals));
}

/** Each once: of one cell nobody can tell how many lie in it. */
function publicPoints(positions: readonly Position[], disclosure: Disclosure): Point | MultiPoint {
  const each = [...new Map(positions.map((one) => [one.join(), one])).values()];
  const [first = []] = each;
  if (each.length === 1) return { type: "Point", coordinates: first };
  const sorted = each.toSorted(([x = 0, y = 0], [u = 0, v = 0]) => x - u || y - v);
  return { type: "MultiPoint", coordinates: disclosure === "exact" ? each : sorted };
}

/** As the database rounds: in decimal digits, of which a number has fifteen, and away from nought. */
function rounded(degrees: number, decimals: number): number {
  if (hasNoMore(degrees, decimals)) return degrees + 0;
  const digits = Number(Math.abs(degrees).toPrecision(15));
  return Math.sign(degrees) * shifted(Math.round(shifted(digits, decimals)), -decimals) + 0;
}

/** So many characters are at most fifteen digits, with the point. */
const FIFTEEN_DIGITS = 16;

/** Whether the number is written with no more than these decimals: rounded it is the same, which most are. */
function hasNoMore(degrees: number, decimals: number): boolean {
  const text = String(degrees);
  const point = text.indexOf(".");
  if (text.length > FIFTEEN_DIGITS || text.includes("e")) return false;
  return point < 0 || text.length - point - 1 <= decimals;
}

/** As the database prints: what is in the middle goes to the even digit. */
function printed(degrees: number, decimals: number): number {
  const moved = shifted(degrees, decimals);
  const below = Math.floor(moved);
  const isUp = moved - below === 0.5 ? below % 2 !== 0 : moved - below > 0.5;
  return shifted(isUp ? below + 1 : below, -decimals) + 0;
}

/** The number with its decimal point moved, without an error of the multiplication. */
function shifted(value: number, places: number): number {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** Lines and areas, each position rounded; outer rings counter-clockwise (RFC 7946 §3.1.6). */
function roundedShape(geometry: Geometry, decimals: number): Geometry {
  const round = (position: Position): Position =>
    position.slice(0, 2).map((one) => printed(one, decimals));
  const ring = (positions: readonly Position[], nth: number): Position[] => {
    const all = positions.map(round);
    return twiceArea(all) > 0 === (nth === 0) ? all : all.reverse();
  };
  switch (geometry.type) {
    case "LineString":
      return { ...geometry, coordinates: geometry.coordinates.map(round) };
    case "MultiLineString":
      return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(round)) };
    case "Polygon":
      return { ...geometry, coordinates: geometry.coordinates.map(ring) };
    case "MultiPolygon":
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(ring)) };
    case "GeometryCollection":
      return {
        ...geometry,
        geometries: geometry.geometries.map((one) => roundedShape(one, decimals)),
      };
    default:
      return geometry;
  }
}

/** Above nought where the ring goes counter-clockwise. */
function twiceArea(ring: readonly Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [u = 0, v = 0] = ring[index + 1] ?? [x, y];
    return sum + x * v - u * y;
  }, 0);
}
