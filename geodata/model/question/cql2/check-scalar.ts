import { quote } from "../../problem.ts";
import { nowCalled } from "../../record/former-names.ts";
import { type Day, parseDay } from "../../time/day.ts";
import { parseAskedDay, parseAskedInstant } from "../../time/instant.ts";
import { ARITHMETIC_OPERATORS, type Scalar, type ScalarType } from "./filter.ts";
import { Cql2Error, type Node } from "./node.ts";

/** What can be asked about. */
export type Queryables = {
  /** The properties with their types. */
  readonly types: ReadonlyMap<string, ScalarType | "list">;
  /** In which an instant has its day. */
  readonly timeZone: string;
};

const TYPE_WORDS: Readonly<Record<ScalarType, string>> = {
  text: "a text",
  number: "a number",
  boolean: "TRUE or FALSE (or 1 or 0)",
  day: "a date",
  instant: "an instant",
};

/** Reads a value, a property, a folded text or a calculation. */
export function checkScalar(node: Node, queryables: Queryables): Scalar {
  if (typeof node === "string") return { kind: "value", type: "text", value: node };
  if (typeof node === "boolean") return { kind: "value", type: "boolean", value: node };
  if (typeof node === "number") {
    if (!Number.isFinite(node)) throw new Cql2Error(`${node} is no finite number`);
    return { kind: "value", type: "number", value: node };
  }
  if (node !== null && typeof node === "object") {
    if ("property" in node) return checkProperty(node.property, queryables);
    if ("date" in node) return { kind: "value", type: "day", value: dayOfDate(node.date) };
    if ("timestamp" in node)
      return { kind: "value", type: "day", value: dayOfTimestamp(node.timestamp, queryables) };
    if ("op" in node && Array.isArray(node.args))
      return checkFunction(node.op, node.args, queryables);
  }
  throw new Cql2Error(`expected a property or a value, got ${quote(JSON.stringify(node))}`);
}

/**
 * The same, of one type; a text that is a day or an instant stands for the day where one is asked for, and 1 and 0, which
 * some clients have alone, for true and false.
 */
export function checkScalarOf(node: Node, type: ScalarType, queryables: Queryables): Scalar {
  const day =
    type === "day" && typeof node === "string"
      ? parseAskedDay(node, queryables.timeZone)
      : undefined;
  if (day !== undefined) return { kind: "value", type, value: day };
  if (type === "instant" && isLiteral(node))
    return { kind: "value", type, value: instantOf(node, queryables) };
  if (type === "boolean" && (node === 1 || node === 0))
    return { kind: "value", type, value: node === 1 };
  const scalar = checkScalar(node, queryables);
  if (scalar.type !== type)
    throw new Cql2Error(`expected ${TYPE_WORDS[type]}, got ${quote(describe(node))}`);
  return scalar;
}

/** Whether the node says a value of a time, as a text or as a timestamp. */
export function isLiteral(node: Node): node is string | { readonly timestamp: string } {
  return typeof node === "string" || (typeof node === "object" && "timestamp" in node);
}

function instantOf(
  node: string | { readonly timestamp: string },
  { timeZone }: Queryables,
): number {
  const text = typeof node === "string" ? node : node.timestamp;
  const instant = typeof text === "string" ? parseAskedInstant(text, timeZone) : undefined;
  if (instant === undefined)
    throw new Cql2Error(
      `expected an instant such as '2014-05-28T06:30:00Z', got ${quote(String(text))}`,
    );
  return instant;
}

function describe(node: Node): string {
  return typeof node === "object" && "property" in node ? node.property : JSON.stringify(node);
}

function checkProperty(name: unknown, queryables: Queryables): Scalar {
  const type = typeof name === "string" ? queryables.types.get(name) : undefined;
  if (typeof name !== "string" || type === undefined) throw noQueryable(name, queryables);
  if (type === "list")
    throw new Cql2Error(`${quote(name)} is a list: ask with A_CONTAINS, A_OVERLAPS and the like`);
  return { kind: "property", type, name };
}

/** Says that nothing can be asked under the name, and under which it can. */
function noQueryable(name: unknown, { types }: Queryables): Cql2Error {
  const known = [...types.keys()];
  const now = nowCalled(String(name), known);
  return new Cql2Error(
    `${quote(String(name))} is no queryable; there ${now ? `is ${now}` : `are ${known.join(", ")}`}`,
  );
}

function checkFunction(name: string, args: readonly Node[], queryables: Queryables): Scalar {
  const op = String(name).toLowerCase();
  const [first, second] = args;
  if (op === "casei" || op === "accenti") {
    if (first === undefined || args.length !== 1)
      throw new Cql2Error(`${op.toUpperCase()} takes one text`);
    const of = checkScalarOf(first, "text", queryables);
    return { kind: "folded", type: "text", fold: op === "casei" ? "case" : "accents", of };
  }
  const arithmetic = ARITHMETIC_OPERATORS.find((known) => known === op);
  if (arithmetic) {
    if (first === undefined || second === undefined || args.length !== 2)
      throw new Cql2Error(`${op} takes two numbers`);
    const left = checkScalarOf(first, "number", queryables);
    const right = checkScalarOf(second, "number", queryables);
    return { kind: "arithmetic", type: "number", op: arithmetic, left, right };
  }
  throw new Cql2Error(
    `${quote(String(name))} is no function here; there are CASEI, ACCENTI, + - * / % div ^`,
  );
}

function dayOfDate(text: unknown): Day {
  const day = typeof text === "string" ? parseDay(text) : undefined;
  if (day === undefined)
    throw new Cql2Error(`DATE takes a day such as '2014-05-28', got ${quote(String(text))}`);
  return day;
}

/** The day on which an instant falls, for what is known to the day. */
function dayOfTimestamp(text: unknown, { timeZone }: Queryables): Day {
  const isInstant = typeof text === "string" && /[Tt]/.test(text);
  const day = isInstant ? parseAskedDay(text, timeZone) : undefined;
  if (day === undefined)
    throw new Cql2Error(
      `TIMESTAMP takes an instant such as '2014-05-28T06:30:00Z', got ${quote(String(text))}`,
    );
  return day;
}
