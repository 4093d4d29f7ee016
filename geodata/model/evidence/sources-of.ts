// Which sources a record rests on as a whole.

/** Kinds of record whose sources are kept as citations; events, of which there may be a million, carry their own. */
export const RECORD_KINDS = [
  "place",
  "place-phase",
  "movement",
  "count",
  "death",
  "contradiction",
  "phase",
  "story-step",
  "basemap",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

type Citation = {
  readonly recordKind: RecordKind;
  readonly recordId: string;
  readonly sourceId: string;
  readonly position: number;
};

/** From citations to a look-up: the sources of a record in the order in which it names them; empty when it has none. */
export function groupSources(citations: readonly Citation[]) {
  const groups = new Map<string, string[]>();
  for (const citation of [...citations].sort((a, b) => a.position - b.position)) {
    const key = `${citation.recordKind}:${citation.recordId}`;
    const group = groups.get(key);
    if (!group) groups.set(key, [citation.sourceId]);
    else if (!group.includes(citation.sourceId)) group.push(citation.sourceId);
  }
  return (kind: RecordKind, id: string): readonly string[] => groups.get(`${kind}:${id}`) ?? [];
}

/** Which sources a record rests on. */
export type SourcesOf = ReturnType<typeof groupSources>;
