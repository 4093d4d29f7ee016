import type { Position } from "geojson";
import { CRS84, type Crs } from "../crs.ts";
import { positionsOf } from "../geometry.ts";
import type { Cql2Filter, SpatialOperand } from "./filter.ts";

/** No place of any of the projected systems lies farther out. */
const FARTHEST_M = 1e8;

/** A position of a filter that lies nowhere in its CRS (OGC 19-079r2, /req/filter/filter-crs-wgs84), in words, or undefined. */
export function farPosition(filter: Cql2Filter, crs: Crs): string | undefined {
  const far = positionsOfFilter(filter).find((position) => !liesIn(position, crs));
  if (!far) return undefined;
  const allowed =
    crs.srid === CRS84.srid
      ? "longitude −180…180 and latitude −90…90; another CRS is named by filter-crs"
      : "metres near the Earth";
  return `the position ${far.join(" ")} lies outside ${crs.title}: ${allowed}`;
}

function liesIn([first = 0, second = 0]: Position, { srid, isLatitudeFirst }: Crs): boolean {
  const [x, y] = isLatitudeFirst ? [second, first] : [first, second];
  if (srid !== CRS84.srid) return Math.abs(x) <= FARTHEST_M && Math.abs(y) <= FARTHEST_M;
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
