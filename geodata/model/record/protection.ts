// What a record takes over from a place that is protected, and what goes with one that is withheld: the only place that
// says so. The import applies it to the rows of a package, the database to those that were published before.
import { type Columns, fieldsOf } from "../field/member.ts";
import { type Protection, strictest } from "../space/position.ts";
import type { StatedSide } from "./place.ts";

export const isProtected = (level: Protection | null | undefined): boolean =>
  (level ?? "exact") !== "exact";

/** An outline tells where its place is: it is hidden where that is protected at all. */
export function outlineLevel(
  own: Protection | null,
  place: Protection | null | undefined,
): Protection {
  return isProtected(place) ? strictest(own, place, "hidden") : strictest(own);
}

/**
 * The side of a line on which a place lies tells in which part of its cell it is: published is only what its cell tells
 * by itself, that it lies off the map.
 */
export function publishedSide(
  side: StatedSide | null,
  level: Protection | null | undefined,
): StatedSide | null {
  if (!isProtected(level)) return side;
  return side === "region" && level !== "hidden" ? side : null;
}

/** Tables whose rows may be withheld. */
const WITHHOLDABLE: ReadonlySet<string> = new Set(["places", "events", "counts"]);

/** Columns whose lists lose what is withheld; a record that names it anywhere else is withheld with it. */
export const LOSING: ReadonlySet<string> = new Set([
  "predecessor_ids",
  "successor_ids",
  "event_ids",
]);

/** The columns by which rows of a table name records that may be withheld. */
export function namingColumns(columns: Columns): readonly string[] {
  return fieldsOf(columns)
    .filter(([, { references }]) => references?.some((table) => WITHHOLDABLE.has(table)))
    .map(([column]) => column);
}
