// What there is to see of the difference between two versions: each record under each kind of its changes. A difference is
// of records, not of a day: all of them are told, whatever the date.
import type { Geometry, Position } from "geojson";
import { CHANGE_KINDS, type ChangeKind, GEOMETRY, kindOfField } from "#model/change/change-kind.ts";
import type { FieldChange } from "#model/change/record-change.ts";
import type { CollectionDiff } from "#model/change/version-diff.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { linesOf, positionsOf } from "#model/space/geometry.ts";
import { smallestBbox } from "#model/space/smallest-bbox.ts";

/** A record under one of the kinds of its changes. */
export type Change = {
  /** Of this difference no other has it. */
  readonly key: string;
  readonly kind: ChangeKind;
  readonly collection: string;
  /** What the collection is called. */
  readonly title: string;
  readonly id: string;
  readonly name: string;
  /** The records of places with which it moves, and that is all that changes of it. */
  readonly movesWith: readonly string[];
  /** What changed in this way. */
  readonly fields: readonly FieldChange[];
  readonly geometry: Geometry | null;
  /** Where it was drawn before; of one that was moved alone. */
  readonly formerGeometry: Geometry | null;
  /** Where its mark stands; null: it is not on the map. */
  readonly at: Position | null;
  /** Where it stood before; null where that is no other place. */
  readonly from: Position | null;
};

/** Every change, in the order of the kinds, within it of the collections. */
export function changesOf(collections: readonly CollectionDiff[]): readonly Change[] {
  const all = collections.flatMap(({ collection, records, title }) =>
    records.flatMap(({ changes, fields, geometry, id, movesWith, name }) =>
      changes.map((kind): Change => {
        const own = fields.filter(({ field }) => kindOfField(field) === kind);
        const moved = own.find(({ field }) => field === GEOMETRY);
        const formerGeometry = (moved?.old as Geometry | null | undefined) ?? null;
        const [at, from] = [geometry, formerGeometry].map((one) => one && middleOf(one));
        const isElsewhere = at && from && (at[0] !== from[0] || at[1] !== from[1]);
        return {
          key: `${kind} ${collection}/${id}`,
          ...{ kind, collection, title, id, name, geometry, formerGeometry },
          movesWith: movesWith ?? [],
          fields: own,
          at: at ?? from ?? null,
          from: isElsewhere ? from : null,
        };
      }),
    ),
  );
  return CHANGE_KINDS.flatMap((kind) => all.filter((one) => one.kind === kind));
}

/** How many records there are among changes: one that changed in two ways is one. */
export const recordsIn = (changes: readonly Change[]): number =>
  new Set(changes.map(({ collection, id }) => `${collection}/${id}`)).size;

/** The box around where changes are and were; undefined where none is on the map. */
export const boxOf = (changes: readonly Change[]): Bbox | undefined =>
  smallestBbox(
    changes.flatMap(({ at, from }) =>
      [at, from].flatMap((position) => {
        if (!position) return [];
        const [west = 0, south = 0] = position;
        return { west, south, east: west, north: south };
      }),
    ),
  );

/** Where the mark of a geometry stands: on its first point, half along its first line, amid its first ring. */
function middleOf(geometry: Geometry): Position | null {
  const [line] = linesOf(geometry);
  if (!line) return positionsOf(geometry)[0] ?? null;
  if (geometry.type.endsWith("LineString")) {
    const half = (line.length - 1) / 2;
    return meanOf([line[Math.floor(half)] ?? [], line[Math.ceil(half)] ?? []]);
  }
  return meanOf(line.slice(0, -1));
}

const meanOf = (positions: readonly Position[]): Position =>
  [0, 1].map(
    (axis) => positions.reduce((sum, one) => sum + (one[axis] ?? 0), 0) / positions.length,
  );

/** A change, and those that follow from it: of what stands at a place that was moved, or leads from there or to there. */
export type ChangeRow = Change & { readonly along: readonly Change[] };

/** The changes of one kind as a list tells them: what was moved with a place is told with that, if it is told. */
export function rowsOf(changes: readonly Change[]): readonly ChangeRow[] {
  // Places come before what stands there.
  const places = new Map<string, Change[]>();
  return changes
    .filter((change) => {
      const place = change.movesWith.find((id) => places.has(id));
      if (place !== undefined) {
        places.get(place)?.push(change);
        return false;
      }
      if (change.movesWith.length === 0 && !places.has(change.id)) places.set(change.id, []);
      return true;
    })
    .map((change) => ({
      ...change,
      along: change.movesWith.length === 0 ? (places.get(change.id) ?? []) : [],
    }));
}

/** How many records there are of each collection, by what it is called. */
export const countedByTitle = (
  changes: readonly { readonly title: string }[],
): readonly (readonly [string, number])[] => [
  ...changes.reduce(
    (counts, { title }) => counts.set(title, (counts.get(title) ?? 0) + 1),
    new Map<string, number>(),
  ),
];

/** Texts of dates, and the days that are read from them. */
const DATE_TEXT = /(^|_)edtf$/;
const READ_FROM_IT = /^((start|end)_)?(earliest|latest)$/;

/** Fields that have the same values before and after are one line: a day is written in five of them. */
export type FieldLine = { readonly names: readonly string[] } & Pick<FieldChange, "old" | "new">;

export function fieldLines(fields: readonly FieldChange[]): readonly FieldLine[] {
  const lines = new Map<string, FieldLine>();
  for (const { field, ...values } of fields) {
    const key = JSON.stringify([values.old, values.new]);
    lines.set(key, { ...values, names: [...(lines.get(key)?.names ?? []), field] });
  }
  return [...lines.values()].map(({ names, ...values }) => ({
    ...values,
    names: names.some((name) => DATE_TEXT.test(name))
      ? names.filter((name) => !READ_FROM_IT.test(name))
      : names,
  }));
}

/** What is no more in a list, and what is new in it; undefined of what are no two lists. */
export function listChange(line: FieldLine) {
  if (![line.old, line.new].every((one) => one === null || Array.isArray(one))) return undefined;
  const [before, after] = [line.old, line.new].map((one) => (one ?? []) as readonly unknown[]);
  const without = (all: readonly unknown[] = [], others: readonly unknown[] = []) =>
    all.filter((one) => !others.some((other) => JSON.stringify(other) === JSON.stringify(one)));
  return { gone: without(before, after), come: without(after, before) };
}
