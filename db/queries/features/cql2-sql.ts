// A checked CQL2 filter as a condition. Every value becomes a parameter; only names that the check has found among the
// queryables become identifiers.
import { type SQL, sql } from "drizzle-orm";
import type { ReadProperty } from "#model/collection/property.ts";
import type {
  ArithmeticOperator,
  ArrayOperator,
  Cql2Filter,
  ListOperand,
  Scalar,
  ScalarType,
  SpatialOperand,
  SpatialOperator,
  TemporalOperand,
  TemporalOperator,
} from "#model/question/cql2/filter.ts";
import { CRS84, type Crs } from "#model/space/crs.ts";
import type { Day } from "#model/time/day.ts";
import { dayValue, instantValue } from "../../schema/day.ts";
import { given, listValue, propertyValue } from "./property-casts.ts";

const TYPES: Readonly<Record<ScalarType, SQL>> = {
  text: sql.raw("text"),
  number: sql.raw("double precision"),
  boolean: sql.raw("boolean"),
  day: sql.raw("date"),
  instant: sql.raw("timestamptz"),
};

/** What a filter speaks of: a view with a column `geom`. */
export type Ground = {
  /** Of the positions in the filter (`filter-crs`). */
  readonly crs: Crs;
  /** Those that are not simply columns of their own names. */
  readonly properties: readonly ReadProperty[];
};

/** The filter as a condition on rows of the view. */
export function filterSql(filter: Cql2Filter, on: Ground): SQL {
  switch (filter.kind) {
    case "and":
    case "or": {
      const parts = filter.parts.map((part) => filterSql(part, on));
      return sql`(${sql.join(parts, filter.kind === "and" ? sql` AND ` : sql` OR `)})`;
    }
    case "not":
      return sql`NOT (${filterSql(filter.part, on)})`;
    case "truth":
      return filter.value ? sql`TRUE` : sql`FALSE`;
    case "flag":
      return scalarSql(filter.property, on);
    case "compare":
      return sql`(${scalarSql(filter.left, on)} ${sql.raw(filter.op)} ${scalarSql(filter.right, on)})`;
    case "is-null":
      return filter.of.kind === "geometry"
        ? sql`geom IS NULL`
        : sql`${scalarSql(filter.of as Scalar, on)} IS NULL`;
    case "is-null-list":
      return sql`${listSql(filter.of, on)} IS NULL`;
    case "like":
      return sql`(${scalarSql(filter.left, on)} LIKE ${scalarSql(filter.pattern, on)})`;
    case "between":
      return sql`(${scalarSql(filter.of, on)} BETWEEN ${scalarSql(filter.low, on)} AND ${scalarSql(filter.high, on)})`;
    case "in":
      return sql`(${scalarSql(filter.of, on)} IN (${sql.join(
        filter.list.map((one) => scalarSql(one, on)),
        sql`, `,
      )}))`;
    case "spatial":
      return spatialSql(filter.op, filter.left, filter.right, on.crs);
    case "array":
      return arraySql(filter.op, listSql(filter.left, on), listSql(filter.right, on));
    case "temporal":
      return temporalSql(filter.op, filter.left, filter.right, on);
  }
}

/** The property of this name; a name that is not among the properties is a column. */
const propertyOf = (
  { properties }: Ground,
  name: string,
  type: ReadProperty["type"],
): ReadProperty => properties.find((property) => property.name === name) ?? { name, type };

function scalarSql(scalar: Scalar, on: Ground): SQL {
  const type = TYPES[scalar.type];
  switch (scalar.kind) {
    case "property":
      return sql`${propertyValue(propertyOf(on, scalar.name, scalar.type))}::${type}`;
    case "value":
      if (scalar.type === "day") return dayValue(scalar.value as Day);
      if (scalar.type === "instant") return instantValue(Number(scalar.value));
      return given(String(scalar.value), scalar.type);
    case "folded": {
      const of = scalarSql(scalar.of, on);
      return scalar.fold === "case" ? sql`fold_case(${of})` : sql`fold_marks(${of})`;
    }
    case "arithmetic":
      return arithmeticSql(scalar.op, scalarSql(scalar.left, on), scalarSql(scalar.right, on));
  }
}

/** The result of an operator on the numbers a and b, null where there is none. */
const ARITHMETIC: Readonly<Record<ArithmeticOperator, string>> = {
  "+": "a + b",
  "-": "a - b",
  "*": "a * b",
  "/": "a / nullif(b, 0)",
  div: "trunc(a / nullif(b, 0))",
  "%": "a - b * trunc(a / nullif(b, 0))",
  "^": `CASE WHEN a > 0 AND abs(b * ln(CASE WHEN a > 0 THEN a ELSE 1 END)) < 700 THEN power(a, b)
    WHEN a = 0 AND b >= 0 THEN power(a, b)
    WHEN a < 0 AND b BETWEEN 1 AND 8 AND b = trunc(b) AND abs(a) BETWEEN 1e-30 AND 1e30 THEN power(a, b) END`,
};

/** At most 1e100 in size, and 0 below 1e-100: sums, products and quotients of such are numbers too. */
const bounded = (name: string) =>
  `CASE WHEN abs(${name}) < 1e-100 THEN 0 ELSE least(greatest(${name}, -1e100), 1e100) END AS ${name}`;

/**
 * What has no value (a division by zero, a power beyond all numbers) is null, never an error. Each operand is written
 * once, and OFFSET keeps the planner from writing it into each place that names it: calculations in calculations would
 * grow beyond measure otherwise.
 */
function arithmeticSql(op: ArithmeticOperator, left: SQL, right: SQL): SQL {
  const operands = sql`SELECT ${sql.raw(bounded("a"))}, ${sql.raw(bounded("b"))}
    FROM (SELECT ${left} AS a, ${right} AS b OFFSET 0) given`;
  return sql`(SELECT ${sql.raw(ARITHMETIC[op])} FROM (${operands} OFFSET 0) operands)`;
}

const RELATIONS: Readonly<Record<SpatialOperator, string>> = {
  s_intersects: "ST_Intersects",
  s_equals: "ST_Equals",
  s_disjoint: "ST_Disjoint",
  s_touches: "ST_Touches",
  s_within: "ST_Within",
  s_overlaps: "ST_Overlaps",
  s_crosses: "ST_Crosses",
  s_contains: "ST_Contains",
};

/**
 * Compared in the CRS of the filter: what a question says is never transformed, so that no number in it can be out of
 * the reach of a projection.
 */
function spatialSql(
  op: SpatialOperator,
  left: SpatialOperand,
  right: SpatialOperand,
  crs: Crs,
): SQL {
  const relation = sql.raw(RELATIONS[op]);
  return sql`${relation}(${shapeSql(left, crs)}, ${shapeSql(right, crs)})`;
}

function shapeSql(operand: SpatialOperand, crs: Crs): SQL {
  const srid = sql.raw(String(crs.srid));
  if (operand.kind === "geometry")
    return crs.srid === CRS84.srid ? sql`geom` : sql`ST_Transform(geom, ${srid})`;
  const { geometry } = operand;
  const read = sql`ST_Force2D(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}::text))`;
  const ordered = crs.isLatitudeFirst ? sql`ST_FlipCoordinates(${read})` : read;
  const own = sql`ST_SetSRID(${ordered}, ${srid})`;
  // A ring that crosses itself is mended: relations are not defined for it.
  return geometry.type.endsWith("Polygon")
    ? sql`ST_CollectionExtract(ST_MakeValid(${own}), 3)`
    : own;
}

function listSql(operand: ListOperand, on: Ground): SQL {
  return operand.kind === "property"
    ? listValue(propertyOf(on, operand.name, "list"))
    : sql`${sql.param([...operand.values])}::text[]`;
}

/** Lists as sets (OGC 21-065r2, 7.6): neither order nor repetition tells. */
function arraySql(op: ArrayOperator, left: SQL, right: SQL): SQL {
  switch (op) {
    case "a_contains":
      return sql`(${left} @> ${right})`;
    case "a_containedby":
      return sql`(${left} <@ ${right})`;
    case "a_overlaps":
      return sql`(${left} && ${right})`;
    case "a_equals":
      return sql`(${left} @> ${right} AND ${left} <@ ${right})`;
  }
}

/** A missing bound of an interval is open, as in the data: before all days or after all. */
function bounds({ from, until }: TemporalOperand, on: Ground) {
  const isInstant = from !== null && from === until;
  if (isInstant) return { start: scalarSql(from, on), end: scalarSql(from, on) };
  const type = TYPES[from?.type ?? until?.type ?? "day"];
  const [first, last] = [sql`'-infinity'::${type}`, sql`'infinity'::${type}`];
  return {
    start: from ? sql`coalesce(${scalarSql(from, on)}, ${first})` : first,
    end: until ? sql`coalesce(${scalarSql(until, on)}, ${last})` : last,
  };
}

/** The relations of two intervals of days (Allen; OGC 21-065r2, 7.4): they meet when the last is the first. */
function temporalSql(
  op: TemporalOperator,
  left: TemporalOperand,
  right: TemporalOperand,
  on: Ground,
): SQL {
  const { start: a, end: b } = bounds(left, on);
  const { start: c, end: d } = bounds(right, on);
  switch (op) {
    case "t_after":
      return sql`(${a} > ${d})`;
    case "t_before":
      return sql`(${b} < ${c})`;
    case "t_contains":
      return sql`(${a} < ${c} AND ${b} > ${d})`;
    case "t_disjoint":
      return sql`(${b} < ${c} OR ${a} > ${d})`;
    case "t_during":
      return sql`(${a} > ${c} AND ${b} < ${d})`;
    case "t_equals":
      return sql`(${a} = ${c} AND ${b} = ${d})`;
    case "t_finishedby":
      return sql`(${a} < ${c} AND ${b} = ${d})`;
    case "t_finishes":
      return sql`(${a} > ${c} AND ${b} = ${d})`;
    case "t_intersects":
      return sql`(${a} <= ${d} AND ${b} >= ${c})`;
    case "t_meets":
      return sql`(${b} = ${c})`;
    case "t_metby":
      return sql`(${a} = ${d})`;
    case "t_overlappedby":
      return sql`(${a} > ${c} AND ${a} < ${d} AND ${b} > ${d})`;
    case "t_overlaps":
      return sql`(${a} < ${c} AND ${b} > ${c} AND ${b} < ${d})`;
    case "t_startedby":
      return sql`(${a} = ${c} AND ${b} > ${d})`;
    case "t_starts":
      return sql`(${a} = ${c} AND ${b} < ${d})`;
  }
}
