// What a publish changes, asked within it: as the difference of two versions tells it, and what that leaves out.
import type { Feature } from "geojson";
import type { Db } from "#db/database.ts";
import { differencesBetween } from "#db/queries/changes/changes-between.ts";
import { changesInOtherTables } from "#db/queries/changes/other-tables.ts";
import { findMeta } from "#db/queries/dataset/meta.ts";
import type { Difference } from "#db/queries/features/differences.ts";
import { recordDiff } from "#formats/record-diff.ts";
import { GEOMETRY } from "#model/change/change-kind.ts";
import { countChanges } from "#model/change/record-change.ts";
import type { CollectionDiff, RecordDiff } from "#model/change/version-diff.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import type { CollectionRole } from "#model/dataset/declared.ts";
import { textIn } from "#model/words/language.ts";

/** Of a collection so many records are told at most. */
const MAX_RECORDS = 100_000;

export type ToldChange = RecordDiff & {
  /** Ids of places with which it moves, and that is all that changes of it. */
  readonly movesWith?: readonly string[];
};

export type ToldChanges = Omit<CollectionDiff, "records"> & {
  readonly records: readonly ToldChange[];
};

/** The changes that the version of the number makes, collection by collection; those without any are left out. */
export async function toldChanges(
  transaction: Db,
  datasetId: string,
  number: number,
): Promise<readonly ToldChanges[]> {
  const meta = await findMeta(transaction, { datasetId, asOf: number });
  if (!meta) throw new Error(`version ${number} of ${datasetId} is not there`);
  const places = new MovedPlaces();
  const told: ToldChanges[] = [];
  for (const collection of Object.values(collectionsOf(meta))) {
    // Sites are places, and told as such.
    if (collection.role === "sites") continue;
    const records: ToldChange[] = [];
    let isWhole = true;
    const between = { datasetId, from: number - 1, to: number };
    for await (const { differences } of differencesBetween(transaction, [collection], between)) {
      for (const one of differences) {
        const record = recordDiff(one, collection, "en");
        if (!record) continue;
        if (collection.role === "places") places.note(one, record);
        const movesWith = DRAWN.has(collection.role) ? [] : places.movedBy(one, record);
        records.push(movesWith.length > 0 ? { ...record, movesWith } : record);
      }
      isWhole = records.length < MAX_RECORDS;
      if (!isWhole) break;
    }
    if (records.length === 0) continue;
    told.push({
      collection: collection.id,
      title: textIn(collection.title, "en"),
      counts: countChanges(records.map(({ changes }) => ({ kinds: changes }))),
      complete: isWhole,
      records,
    });
  }
  return [...told, ...(await changesInOtherTables(transaction, datasetId, number))];
}

/** Collections whose records are where they are themselves. */
const DRAWN: ReadonlySet<CollectionRole> = new Set<CollectionRole>([
  "places",
  "outlines",
  "basemap",
]);
/** What is read off a position. */
const OF_POSITION: ReadonlySet<string> = new Set([GEOMETRY, "precision_m", "position_basis"]);
const NAMING_PLACES = ["place_id", "from_id", "to_id"];

/** Places that are elsewhere, by which other records are moved that stand there or lead from there or to there. */
class MovedPlaces {
  /** Where each is now. */
  readonly #moved = new Map<string, Set<string>>();

  note({ after }: Difference, { fields }: RecordDiff): void {
    const id = after?.properties?.place_id;
    if (typeof id !== "string" || !fields.some(({ field }) => field === GEOMETRY)) return;
    this.#moved.set(id, (this.#moved.get(id) ?? new Set()).add(inText(after)));
  }

  /** The places with which the record moves; none where anything else of it changed. */
  movedBy({ after }: Difference, { fields }: RecordDiff): readonly string[] {
    const isOfPosition = fields.length > 0 && fields.every(({ field }) => OF_POSITION.has(field));
    if (!after || !isOfPosition) return [];
    const isLine = after.geometry?.type.endsWith("LineString") ?? true;
    return NAMING_PLACES.flatMap((name) => {
      const place = after.properties?.[name];
      const now = typeof place === "string" ? this.#moved.get(place) : undefined;
      return now && (isLine || now.has(inText(after))) ? [place] : [];
    });
  }
}

const inText = (feature: Feature | undefined) => JSON.stringify(feature?.geometry ?? null);
