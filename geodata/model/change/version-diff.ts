// What is different between two versions, as the API tells it.

import type { Geometry } from "geojson";
import type { Withdrawal } from "../dataset/withdrawal.ts";
import {
  aBoolean,
  aGeometry,
  aText,
  aWholeNumber,
  type Decoder,
  listOf,
  objectOf,
  oneOf,
  orAbsent,
  orNull,
  recordOf,
} from "../field/decode.ts";
import { CHANGE_KINDS, type ChangeKind } from "./change-kind.ts";
import type { ChangeCounts, FieldChange } from "./record-change.ts";

/** A record that is not in both versions, or not as it was. */
export type RecordDiff = {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly ChangeKind[];
  readonly fields: readonly FieldChange[];
  /** The records of places with which it moves, and that is all that changes of it; nothing: with none. */
  readonly movesWith?: readonly string[] | null;
  /** Where it is in the later of the two versions that have it. */
  readonly geometry: Geometry | null;
};

export type CollectionDiff = {
  readonly collection: string;
  readonly title: string;
  readonly counts: ChangeCounts;
  /** False where there are more records than are told. */
  readonly complete: boolean;
  readonly records: readonly RecordDiff[];
};

export type VersionDiff = { readonly collections: readonly CollectionDiff[] };

/** Whatever a field holds. */
const anything: Decoder<unknown> = (json) => json ?? null;

/** The difference of two versions as the API answers it. */
export const aVersionDiff: Decoder<VersionDiff> = objectOf({
  collections: listOf(
    objectOf<CollectionDiff>({
      collection: aText,
      title: aText,
      counts: recordOf(aWholeNumber),
      complete: aBoolean,
      records: listOf(
        objectOf<RecordDiff>({
          id: aText,
          name: aText,
          changes: listOf(oneOf(CHANGE_KINDS)),
          fields: listOf(objectOf<FieldChange>({ field: aText, old: anything, new: anything })),
          movesWith: orAbsent(listOf(aText)),
          geometry: orNull(aGeometry),
        }),
      ),
    }),
  ),
});

/** When a version was withdrawn, and why: what is told of it. */
export type GoneVersion = Pick<Withdrawal, "reason" | "withdrawnAt">;

export const aGoneVersion: Decoder<GoneVersion> = objectOf<GoneVersion>({
  reason: aText,
  withdrawnAt: aText,
});
