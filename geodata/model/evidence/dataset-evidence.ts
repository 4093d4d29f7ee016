// The evidence of a whole dataset, to be looked up; made once for it.
import type { Dataset } from "../dataset/dataset.ts";
import type { Attestation } from "../record/attestation.ts";
import type { Source } from "../record/source.ts";
import { accountsOf, originsOf } from "./accounts.ts";
import { type EvidenceOf, evidenceFrom } from "./field-evidence.ts";

export type Evidence = {
  readonly evidenceOf: EvidenceOf;
  readonly sourceOf: (id: string) => Source | undefined;
  /** The sources that do not repeat each other, each with those that repeat it. */
  readonly accountsOf: (sourceIds: readonly string[]) => readonly (readonly string[])[];
  /** In order of time. */
  readonly sightingsOf: (placeId: string) => readonly Attestation[];
};

const known = new WeakMap<Dataset, Evidence>();

/** What records of the dataset rest on, and when its places were seen. */
export function evidenceIn(dataset: Dataset): Evidence {
  const before = known.get(dataset);
  if (before) return before;
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const origins = originsOf(dataset.sources);
  const made: Evidence = {
    evidenceOf: evidenceFrom(dataset.citations),
    sourceOf: (id) => sources.get(id),
    accountsOf: (sourceIds) => accountsOf(sourceIds, origins),
    sightingsOf: (placeId) => dataset.attestations.filter((one) => one.placeId === placeId),
  };
  known.set(dataset, made);
  return made;
}
