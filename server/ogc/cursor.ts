// Where a page goes on, as one opaque word for an address.
import type { From, Position, SortKey } from "#db/queries/features/feature-order.ts";
import { failed, quote, type Result } from "#model/problem.ts";
import { isInstant } from "#model/time/clock-time.ts";
import { FIRST_DAY, LAST_DAY } from "#model/time/day.ts";
import { parseNumber } from "#model/words/number.ts";

export function printCursor(direction: From["direction"], { values, id }: Position): string {
  return Buffer.from(JSON.stringify([direction, ...values, id])).toString("base64url");
}

/** Reads a cursor; it must be one of a page that was sorted alike. */
export function parseCursor(text: string, sort: readonly SortKey[]): Result<From> {
  const wrong = failed({
    name: "cursor",
    got: quote(text),
    allowed: "a cursor from a next or prev link, with the same sortby",
  });
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return wrong;
  }
  if (!Array.isArray(parts) || parts.length !== sort.length + 2) return wrong;
  const [direction, ...rest] = parts as unknown[];
  const values = rest.slice(0, -1);
  const id = rest.at(-1);
  if (direction !== "next" && direction !== "prev") return wrong;
  if (typeof id !== "string" || id.includes("\u0000")) return wrong;
  if (!values.every((value, index) => isValueOf(sort[index], value))) return wrong;
  return { ok: true, value: { direction, position: { values: values as (string | null)[], id } } };
}

function isValueOf(key: SortKey | undefined, value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== "string" || value.includes("\u0000")) return false;
  switch (key?.type) {
    case "day":
      return /^-?\d{1,7}$/.test(value) && Number(value) >= FIRST_DAY && Number(value) <= LAST_DAY;
    case "instant":
      return isInstant(value);
    case "integer":
    case "number":
      return parseNumber(value) !== undefined;
    case "boolean":
      return value === "true" || value === "false";
    default:
      return true;
  }
}
