// What an import would change, as lines for whoever imports it.
import type { NamedChange, TableChanges } from "#db/queries/publish/find-changes.ts";
import { CHANGE_KINDS } from "#model/change/change-kind.ts";
import type { FieldChange } from "#model/change/record-change.ts";

/** Records of a table that are printed; the others are counted. */
const SHOWN = 5;
const LONGEST = 60;

/** How many records of each table change in which way, and the first of them with what was and would be. */
export function printChanges(changes: readonly TableChanges[]): string[] {
  return changes.flatMap(({ counts, records, table }) => {
    const counted = CHANGE_KINDS.flatMap((kind) =>
      counts[kind] ? [`${counts[kind]} ${kind}`] : [],
    );
    const more = records.length - SHOWN;
    return [
      `${table.replaceAll("_", " ")}: ${counted.join(", ")}`,
      ...records.slice(0, SHOWN).flatMap(linesOf),
      ...(more > 0 ? [`  … and ${more} more`] : []),
    ];
  });
}

function linesOf({ fields, id, kinds, name }: NamedChange): string[] {
  const called = name === null || name === id ? id : `${id} (${cut(name)})`;
  return [`  ${kinds.join(", ")}: ${called}`, ...fields.map((field) => `    ${lineOf(field)}`)];
}

const lineOf = ({ field, new: is, old: was }: FieldChange) =>
  `${field}: ${inWords(was)} → ${inWords(is)}`;

/** A value, short enough for its line; texts that begin alike are told by JSON (--json). */
function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "string") return cut(value);
  const point = value as { readonly type?: unknown; readonly coordinates?: unknown };
  if (point.type === "Point" && Array.isArray(point.coordinates))
    return point.coordinates.join(", ");
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : cut(value.join(", "));
  return cut(JSON.stringify(value));
}

const cut = (text: string) => {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
};
