// What a single field of a record rests on, as far as that is recorded.
import type { Citation, CitedKind } from "../record/citation.ts";

export type FieldEvidence =
  /** Sources are cited for it, some of which may say otherwise. */
  | { readonly kind: "cited"; readonly citations: readonly Citation[] }
  /** The record has one source: whatever it says rests on that. */
  | { readonly kind: "only"; readonly sourceId: string }
  /** The record has several, and which of them gives this value is not recorded. */
  | { readonly kind: "unrecorded"; readonly sourceIds: readonly string[] }
  | { readonly kind: "none" };

type Cited = { readonly id: string; readonly sourceIds: readonly string[] };

/** Finds what fields of records rest on. */
export type EvidenceOf = (
  kind: CitedKind,
  record: Cited,
  ...fields: readonly string[]
) => FieldEvidence;

/** The look-up, for the citations of a dataset. Of several fields that make one value, each source is told once. */
export function evidenceFrom(citations: readonly Citation[]): EvidenceOf {
  const byRecord = new Map<string, Citation[]>();
  for (const citation of citations) {
    const key = `${citation.recordKind}:${citation.recordId}`;
    const known = byRecord.get(key);
    if (known) known.push(citation);
    else byRecord.set(key, [citation]);
  }
  return (kind, { id, sourceIds }, ...fields) => {
    const all = byRecord.get(`${kind}:${id}`) ?? [];
    const own = all.filter(({ field }) => fields.includes(field));
    const isFirst = ({ locator, sourceId, verdict }: Citation, at: number) =>
      own.findIndex(
        (other) =>
          other.sourceId === sourceId && other.locator === locator && other.verdict === verdict,
      ) === at;
    if (own.length > 0) return { kind: "cited", citations: own.filter(isFirst) };
    const [only, ...others] = sourceIds;
    if (only === undefined) return { kind: "none" };
    return others.length === 0
      ? { kind: "only", sourceId: only }
      : { kind: "unrecorded", sourceIds };
  };
}

/** A number of a record, under the name of its field. */
export type Figure = { readonly field: string; readonly number: number | null };

/**
 * What the numbers of a record rest on: one by one where a source is cited for one of them, else all alike; numbers that
 * are the same are one.
 */
export function evidenceOfFigures(
  evidenceOf: EvidenceOf,
  kind: CitedKind,
  record: Cited,
  figures: readonly Figure[],
): readonly { readonly number: number | null; readonly of: FieldEvidence }[] {
  const given = figures.filter(({ number }) => number !== null);
  const numbers = [...new Set(given.map(({ number }) => number))];
  const all = evidenceOf(kind, record, ...given.map(({ field }) => field));
  if (given.length === 0) return [];
  if (all.kind !== "cited" || numbers.length === 1) return [{ number: null, of: all }];
  return numbers.map((number) => {
    const fields = given.filter((figure) => figure.number === number).map(({ field }) => field);
    return { number, of: evidenceOf(kind, record, ...fields) };
  });
}
