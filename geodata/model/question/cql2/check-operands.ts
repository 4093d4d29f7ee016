import type { Geometry } from "geojson";
import { quote } from "../../problem.ts";
import { boxPolygon } from "../../space/bbox.ts";
import { checkScalarOf, type Queryables } from "./check-scalar.ts";
import type { SpatialOperand, TemporalOperand } from "./filter.ts";
import { Cql2Error, type Node } from "./node.ts";

/** The name under which the geometry of a feature is asked about. */
const GEOMETRY = "geometry";

export function isGeometryProperty(node: Node): boolean {
  return typeof node === "object" && "property" in node && node.property === GEOMETRY;
}

export function checkSpatial(node: Node): SpatialOperand {
  if (isGeometryProperty(node)) return { kind: "geometry" };
  if (typeof node === "object" && "type" in node) {
    checkShape(node);
    return { kind: "shape", geometry: node };
  }
  if (typeof node === "object" && "bbox" in node)
    return { kind: "shape", geometry: checkBox(node.bbox) };
  throw new Cql2Error(
    `expected the property ${GEOMETRY}, a geometry or a BBOX, got ${quote(JSON.stringify(node))}`,
  );
}

function checkBox(numbers: readonly number[]): Geometry {
  const isBox = Array.isArray(numbers) && numbers.every(Number.isFinite);
  if (!isBox || (numbers.length !== 4 && numbers.length !== 6))
    throw new Cql2Error("BBOX takes 4 or 6 numbers");
  const [west = 0, south = 0, east = 0, north = 0] =
    numbers.length === 4 ? numbers : [0, 1, 3, 4].map((index) => numbers[index] ?? 0);
  if (south > north) throw new Cql2Error("BBOX has its south above its north");
  // Without width or height it is a line or a point: an area would be empty.
  if (west === east && south === north) return { type: "Point", coordinates: [west, south] };
  if (west === east || south === north)
    return {
      type: "LineString",
      coordinates: [
        [west, south],
        [east, north],
      ],
    };
  return boxPolygon({ west, south, east, north });
}

const DEPTHS: Readonly<Record<string, number>> = {
  Point: 1,
  MultiPoint: 2,
  LineString: 2,
  MultiLineString: 3,
  Polygon: 3,
  MultiPolygon: 4,
};

function checkShape(geometry: Geometry): void {
  if (geometry.type === "GeometryCollection") {
    if (!Array.isArray(geometry.geometries))
      throw new Cql2Error("a GeometryCollection has geometries");
    for (const part of geometry.geometries) checkShape(part);
  } else {
    const depth = DEPTHS[geometry.type];
    if (depth === undefined || !isNested(geometry.coordinates, depth))
      throw new Cql2Error(`${quote(String(geometry.type))} with its coordinates is no geometry`);
    if (!hasEnough(geometry))
      throw new Cql2Error(
        "a line has two positions or more, a ring four with the last as the first",
      );
  }
}

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth === 1)
    return (
      (value.length === 2 || value.length === 3) && value.every((part) => Number.isFinite(part))
    );
  return value.length > 0 && value.every((part) => isNested(part, depth - 1));
}

function hasEnough(geometry: Exclude<Geometry, { type: "GeometryCollection" }>): boolean {
  const isClosed = (ring: readonly (readonly number[])[]) =>
    ring.length >= 4 && ring[0]?.[0] === ring.at(-1)?.[0] && ring[0]?.[1] === ring.at(-1)?.[1];
  switch (geometry.type) {
    case "LineString":
      return geometry.coordinates.length >= 2;
    case "MultiLineString":
      return geometry.coordinates.every((line) => line.length >= 2);
    case "Polygon":
      return geometry.coordinates.every(isClosed);
    case "MultiPolygon":
      return geometry.coordinates.flat().every(isClosed);
    default:
      return true;
  }
}

type TimeType = "day" | "instant";

/** How times are compared: by the clock where a property is that of a time of day, else by their days. */
export function timeTypeOf(nodes: readonly Node[], queryables: Queryables): TimeType {
  const isOfClock = (node: Node): boolean => {
    if (typeof node !== "object") return false;
    if ("interval" in node) return Array.isArray(node.interval) && node.interval.some(isOfClock);
    return "property" in node && queryables.types.get(node.property) === "instant";
  };
  return nodes.some(isOfClock) ? "instant" : "day";
}

/** A time or an interval; '..' is an open end. */
export function checkTemporal(node: Node, type: TimeType, queryables: Queryables): TemporalOperand {
  if (typeof node === "object" && "interval" in node) {
    const [from, until] = Array.isArray(node.interval) ? node.interval : [];
    if (from === undefined || until === undefined || node.interval.length !== 2)
      throw new Cql2Error("INTERVAL takes two ends");
    const end = (side: Node) => (side === ".." ? null : checkScalarOf(side, type, queryables));
    const operand = { from: end(from), until: end(until) };
    const { from: first, until: last } = operand;
    if (first?.kind === "value" && last?.kind === "value" && first.value > last.value)
      throw new Cql2Error("INTERVAL has its start after its end");
    return operand;
  }
  const instant = checkScalarOf(node, type, queryables);
  return { from: instant, until: instant };
}
