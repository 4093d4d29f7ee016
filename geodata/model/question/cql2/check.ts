import { quote } from "../../problem.ts";
import { checkList } from "./check-array.ts";
import { checkSpatial, checkTemporal, isGeometryProperty, timeTypeOf } from "./check-operands.ts";
import { checkScalar, checkScalarOf, isLiteral, type Queryables } from "./check-scalar.ts";
import {
  ARRAY_OPERATORS,
  COMPARISON_OPERATORS,
  type Cql2Filter,
  type Scalar,
  SPATIAL_OPERATORS,
  type SpatialOperand,
  TEMPORAL_OPERATORS,
} from "./filter.ts";
import { Cql2Error, LIMITS, type Node } from "./node.ts";

const ORDERED: ReadonlySet<string> = new Set(["number", "day", "instant"]);

/** What a filter can ask by name. */
const PREDICATES = [
  ...COMPARISON_OPERATORS,
  ...["between", "in", "isNull", "like"],
  ...[...SPATIAL_OPERATORS, ...TEMPORAL_OPERATORS, ...ARRAY_OPERATORS].map((name) =>
    name.toUpperCase(),
  ),
].join(", ");

/** Turns an expression into a filter on the queryables; throws Cql2Error. */
export function check(node: Node, queryables: Queryables): Cql2Filter {
  measure(node);
  return checkFilter(node, queryables);
}

/** Holds an expression within the limits before anything else walks it. */
function measure(root: unknown): void {
  let [parts, positions] = [0, 0];
  const descend = (depth: number) => {
    if (depth > LIMITS.depth) throw new Cql2Error(`it is nested deeper than ${LIMITS.depth}`);
  };
  const visitCoordinates = (value: unknown, depth: number): void => {
    descend(depth);
    if (!Array.isArray(value)) return;
    if (typeof value[0] === "number" && ++positions > LIMITS.positions)
      throw new Cql2Error(`it has more than ${LIMITS.positions} positions`);
    for (const part of value) visitCoordinates(part, depth + 1);
  };
  const visit = (value: unknown, depth: number): void => {
    descend(depth);
    if (value === null) throw new Cql2Error("null is no value; ask with isNull");
    if (typeof value === "string" && value.includes("\u0000"))
      throw new Cql2Error("a text has no character U+0000");
    if (typeof value !== "object") return;
    if (Array.isArray(value)) {
      if (value.length > LIMITS.list)
        throw new Cql2Error(`it has a list of ${value.length}, at most ${LIMITS.list} are allowed`);
      for (const part of value) visit(part, depth + 1);
      return;
    }
    if (++parts > LIMITS.parts) throw new Cql2Error(`it has more than ${LIMITS.parts} parts`);
    for (const [name, part] of Object.entries(value))
      (name === "coordinates" ? visitCoordinates : visit)(part, depth + 1);
  };
  visit(root, 0);
}

function checkFilter(node: Node, queryables: Queryables): Cql2Filter {
  if (typeof node === "boolean") return { kind: "truth", value: node };
  if (node !== null && typeof node === "object") {
    if ("property" in node)
      return { kind: "flag", property: checkScalarOf(node, "boolean", queryables) };
    if ("op" in node && typeof node.op === "string" && Array.isArray(node.args))
      return checkOperator(node.op, node.args, queryables);
  }
  throw new Cql2Error(`expected something true or false, got ${quote(JSON.stringify(node))}`);
}

function checkOperator(op: string, args: readonly Node[], queryables: Queryables): Cql2Filter {
  const name = op.toLowerCase();
  const filter = (part: Node) => checkFilter(part, queryables);
  const take = (count: number): readonly Node[] => {
    if (args.length !== count)
      throw new Cql2Error(`${op} takes ${count} operands, got ${args.length}`);
    return args;
  };
  if (name === "and" || name === "or") {
    if (args.length < 2) throw new Cql2Error(`${op} takes two operands or more`);
    return { kind: name, parts: args.map(filter) };
  }
  if (name === "not") return { kind: "not", part: filter(take(1)[0] as Node) };
  const comparison = COMPARISON_OPERATORS.find((known) => known === name);
  if (comparison) {
    const [left, right] = checkPair(take(2), queryables);
    return { kind: "compare", op: comparison, left, right };
  }
  const spatial = SPATIAL_OPERATORS.find((known) => known === name);
  if (spatial) {
    const [left, right] = take(2).map(checkSpatial);
    if (left && right) {
      if (name !== "s_intersects" && name !== "s_disjoint" && [left, right].some(isCollection))
        throw new Cql2Error(`${op} takes no GEOMETRYCOLLECTION; S_INTERSECTS and S_DISJOINT do`);
      return { kind: "spatial", op: spatial, left, right };
    }
  }
  const array = ARRAY_OPERATORS.find((known) => known === name);
  if (array) {
    const [left, right] = take(2).map((part) => checkList(part, queryables));
    if (left && right) return { kind: "array", op: array, left, right };
  }
  const temporal = TEMPORAL_OPERATORS.find((known) => known === name);
  if (temporal) {
    const type = timeTypeOf(args, queryables);
    const [left, right] = take(2).map((part) => checkTemporal(part, type, queryables));
    if (left && right) return { kind: "temporal", op: temporal, left, right };
  }
  switch (name) {
    case "isnull": {
      const [of] = take(1) as [Node];
      if (isGeometryProperty(of)) return { kind: "is-null", of: { kind: "geometry" } };
      const isList =
        typeof of === "object" && "property" in of && queryables.types.get(of.property) === "list";
      return isList
        ? { kind: "is-null-list", of: checkList(of, queryables) }
        : { kind: "is-null", of: checkScalar(of, queryables) };
    }
    case "like": {
      const [left, pattern] = take(2) as [Node, Node];
      return {
        kind: "like",
        left: checkScalarOf(left, "text", queryables),
        pattern: checkPattern(checkScalarOf(pattern, "text", queryables)),
      };
    }
    case "between": {
      const [of, low, high] = take(3) as [Node, Node, Node];
      const scalar = checkScalar(of, queryables);
      if (!ORDERED.has(scalar.type))
        throw new Cql2Error("BETWEEN compares numbers, dates or instants");
      return {
        kind: "between",
        of: scalar,
        low: checkScalarOf(low, scalar.type, queryables),
        high: checkScalarOf(high, scalar.type, queryables),
      };
    }
    case "in": {
      const [of, list] = take(2) as [Node, Node];
      const scalar = checkScalar(of, queryables);
      if (!Array.isArray(list) || list.length === 0)
        throw new Cql2Error("IN takes a list of values");
      return {
        kind: "in",
        of: scalar,
        list: list.map((item: Node) => checkScalarOf(item, scalar.type, queryables)),
      };
    }
    default:
      throw new Cql2Error(`${quote(op)} is no predicate here; there are ${PREDICATES}`);
  }
}

function isCollection(operand: SpatialOperand): boolean {
  return operand.kind === "shape" && operand.geometry.type === "GeometryCollection";
}

/** Two operands of one type, whichever of them says which. */
function checkPair([left, right]: readonly Node[], queryables: Queryables): [Scalar, Scalar] {
  if (left !== undefined && (typeof left === "number" || isLiteral(left))) {
    const second = checkScalar(right as Node, queryables);
    return [checkScalarOf(left, second.type, queryables), second];
  }
  const first = checkScalar(left as Node, queryables);
  return [first, checkScalarOf(right as Node, first.type, queryables)];
}

/** A backslash makes the next character stand for itself, so that none may be the last. */
function checkPattern(pattern: Scalar): Scalar {
  const text = textOf(pattern);
  if (text !== undefined && /(^|[^\\])(\\\\)*\\$/.test(text))
    throw new Cql2Error("a pattern does not end in a backslash");
  return pattern;
}

function textOf(scalar: Scalar): string | undefined {
  if (scalar.kind === "folded") return textOf(scalar.of);
  return scalar.kind === "value" ? String(scalar.value) : undefined;
}
