import type { Position } from "geojson";
import { CRS84, type Crs } from "../../space/crs.ts";
import { positionsOf } from "../../space/geometry.ts";
import type { Cql2Filter, SpatialOperand } from "./filter.ts";

/**
 * A position of a filter that is none in degrees (OGC 19-079r2, /req/filter/filter-crs-wgs84), in words, or undefined.
 * A projected CRS goes on for ever: what lies far out there meets nothing, or everything.
 */
export function farPosition(filter: Cql2Filter, crs: Crs): string | undefined {
  if (crs.srid !== CRS84.srid) return undefined;
  const far = positionsOfFilter(filter).find((position) => !liesIn(position, crs));
  if (!far) return undefined;
  return `the position ${far.join(" ")} lies outside longitude −180…180 and latitude −90…90; another CRS is named by filter-crs`;
}

function liesIn([first = 0, second = 0]: Position, { isLatitudeFirst }: Crs): boolean {
  const [x, y] = isLatitudeFirst ? [second, first] : [first, second];
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

function positionsOfFilter(filter: Cql2Filter): Position[] {
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.parts.flatMap(positionsOfFilter);
    case "not":
      return positionsOfFilter(filter.part);
    case "spatial":
      return [filter.left, filter.right].flatMap(positionsOfOperand);
    default:
      return [];
  }
}

const positionsOfOperand = (operand: SpatialOperand): Position[] =>
  operand.kind === "shape" ? positionsOf(operand.geometry) : [];
