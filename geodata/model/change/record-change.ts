// What changed of one record from one state to another.
import { CHANGE_KINDS, type ChangeKind, isDerived, kindOfField } from "./change-kind.ts";
import { isSameValue } from "./same-value.ts";

/** A record as it is published: values as JSON by the names of its columns or properties, where it is under `geometry`. */
export type RecordState = Readonly<Record<string, unknown>>;

export type FieldChange = {
  readonly field: string;
  /** Null where there was, or is, nothing. */
  readonly old: unknown;
  readonly new: unknown;
};

export type RecordChange = {
  /** Each once, in the order of CHANGE_KINDS; one that was added or removed is nothing else. */
  readonly kinds: readonly ChangeKind[];
  /** In the order in which the records have them; of one that was added or removed none. */
  readonly fields: readonly FieldChange[];
};

/** What changed; undefined where nothing did, but for what follows from something else. A state that is undefined: no such record. */
export function changeOf(
  before: RecordState | undefined,
  after: RecordState | undefined,
): RecordChange | undefined {
  if (!before || !after) {
    if (!before && !after) return undefined;
    return { kinds: [after ? "added" : "removed"], fields: [] };
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const fields = [...names].flatMap((field): FieldChange[] =>
    isDerived(field) || isSameValue(before[field], after[field])
      ? []
      : [{ field, old: before[field] ?? null, new: after[field] ?? null }],
  );
  if (fields.length === 0) return undefined;
  const found = new Set<ChangeKind>(fields.map(({ field }) => kindOfField(field)));
  return { kinds: CHANGE_KINDS.filter((kind) => found.has(kind)), fields };
}

/** How many records changed in which way; one that changed in two ways is in both. */
export type ChangeCounts = Readonly<Partial<Record<ChangeKind, number>>>;

export function countChanges(changes: Iterable<Pick<RecordChange, "kinds">>): ChangeCounts {
  const counts = new Map<ChangeKind, number>();
  for (const { kinds } of changes)
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(
    CHANGE_KINDS.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)]] : [])),
  );
}
