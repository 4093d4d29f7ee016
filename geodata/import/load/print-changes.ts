// What an import would change, as lines for whoever imports it.
import { CHANGE_KINDS } from "#model/change/change-kind.ts";
import type { FieldChange } from "#model/change/record-change.ts";
import type { CollectionDiff, RecordDiff } from "#model/change/version-diff.ts";
import { firstOf } from "../first-of.ts";
import type { TableName } from "../tables.ts";
import type { ToldProtection } from "./told-protection.ts";

/** Records of a collection that are printed; the others are counted, where they are more than one. */
const SHOWN = 5;
const LONGEST = 60;

/** How many records of each collection change in which way, and the first of them with what was and would be. */
export function printChanges(changes: readonly CollectionDiff[]): string[] {
  return changes.flatMap(({ complete, counts, records, title }) => {
    const counted = CHANGE_KINDS.flatMap((kind) =>
      counts[kind] ? [`${counts[kind]} ${kind}`] : [],
    );
    // What is moved with a place is told by the place.
    const [own, along] = [
      records.filter(({ movesWith }) => !movesWith),
      records.filter(({ movesWith }) => movesWith),
    ];
    const sorted = own.toSorted((a, b) => rankOf(a) - rankOf(b));
    const shown = own.length === SHOWN + 1 ? own.length : SHOWN;
    const more = own.length - shown;
    return [
      `${title}: ${counted.join(", ")}${complete ? "" : ", and more"}`,
      ...sorted.slice(0, shown).flatMap(linesOf),
      ...(more > 0 ? [`  … and ${more} more`] : []),
      ...alongOf(along),
    ];
  });
}

/** That rows of tables without ids may be the same ones changed, and how they would be told as such; nothing where none went. */
export function printMadeIds(
  tables: readonly TableName[],
  changes: readonly CollectionDiff[],
): string[] {
  const isOpen = changes.some(({ counts }) => counts.added && counts.removed);
  if (tables.length === 0 || !isOpen) return [];
  return [
    `The rows of ${tables.join(" and ")} have no ids: these are made of date and title, so that a row in which one of the two was changed counts as one removed and one added. In a column id, with an id of its own in each row that stays the same from version to version, it would count as changed.`,
  ];
}

/** Changes of the kinds that are told first come first. */
const rankOf = ({ changes }: RecordDiff): number =>
  Math.min(...changes.map((kind) => CHANGE_KINDS.indexOf(kind)));

function linesOf({ changes, fields, id, name }: RecordDiff): string[] {
  const called = name === id ? id : `${id} (${cut(name)})`;
  return [`  ${changes.join(", ")}: ${called}`, ...fields.map((field) => `    ${lineOf(field)}`)];
}

/** What is moved with places, in a line. */
function alongOf(along: readonly RecordDiff[]): string[] {
  if (along.length === 0) return [];
  const places = new Set(along.flatMap(({ movesWith }) => movesWith ?? []));
  return [
    `  moved with ${firstOf([...places], SHOWN)}: ${firstOf(
      along.map(({ id }) => id),
      SHOWN,
    )}`,
  ];
}

/** What earlier versions would lose, in sentences; none where they lose nothing. */
export function printProtection({ gone, positions, versions }: ToldProtection): string[] {
  if (versions.length === 0) return [];
  const said = [
    `Earlier versions would say less, so that nobody is found by them: ${firstOf(versions, SHOWN)}.`,
  ];
  if (positions.length > 0)
    said.push(
      `  position told no more exactly than in this version: ${firstOf(positions, SHOWN)}`,
      "  their words (names, summaries, notes) stay as they were: withdraw what tells by them where it is (--withdraw)",
    );
  if (gone.length > 0) said.push(`  in no version any more: ${firstOf(gone, SHOWN)}`);
  return said;
}

function lineOf({ field, new: is, old: was }: FieldChange): string {
  const texts = [inOneLine(was), inOneLine(is)] as const;
  const from = texts.some(({ length }) => length > LONGEST) ? sightFrom(...texts) : 0;
  const [before, after] = texts.map((text) => cut(text, from));
  return `${field}: ${before} → ${after}`;
}

/** Where two long texts are told from, so that what differs is in sight. */
function sightFrom(one: string, other: string): number {
  let alike = 0;
  while (alike < one.length && one[alike] === other[alike]) alike += 1;
  return alike < LONGEST / 2 ? 0 : alike - LONGEST / 4;
}

function inOneLine(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "string") return value.replaceAll(/\s+/g, " ");
  const point = value as { readonly type?: unknown; readonly coordinates?: unknown };
  if (point.type === "Point" && Array.isArray(point.coordinates))
    return point.coordinates.join(", ");
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : value.join(", ");
  return JSON.stringify(value);
}

/** A text short enough for its line. */
function cut(text: string, from = 0): string {
  const line = text.replaceAll(/\s+/g, " ");
  const seen = from === 0 ? line : `…${line.slice(from)}`;
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST - 1)}…` : seen;
}
