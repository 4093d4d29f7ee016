// Writing a whole dataset. Only an import calls this.
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { DatasetVersion } from "#model/dataset/dataset.ts";
import { copyRows } from "../copy.ts";
import type { Db } from "../database.ts";
import {
  actors,
  attestations,
  basemapFeatures,
  citations,
  contradictions,
  counts,
  datasets,
  deaths,
  events,
  fieldCitations,
  movements,
  phases,
  placePhases,
  places,
  publicDatasets,
  sources,
  storySteps,
} from "../schema/index.ts";
import { takeRows } from "../take-rows.ts";
import { ContentHash } from "./content-hash.ts";
import { byId } from "./id-order.ts";

/** Tables that events refer to, in an order in which every row that is referred to comes first. */
const PLACE_TABLES = { places, placePhases } as const;
/** Tables whose rows are few; some refer to events. */
const LATER_TABLES = {
  sources,
  actors,
  movements,
  counts,
  deaths,
  contradictions,
  phases,
  storySteps,
  basemapFeatures,
  citations,
  fieldCitations,
  attestations,
} as const;
const FEW_TABLES = { ...PLACE_TABLES, ...LATER_TABLES };

type FewTable = keyof typeof FEW_TABLES;
export type TableName = FewTable | "events";

type RowsOf<Table extends PgTable> = readonly Omit<Table["$inferInsert"], "datasetId">[];
type RowsOfTables<Tables extends Readonly<Record<string, PgTable>>> = {
  readonly [Name in keyof Tables]: RowsOf<Tables[Name]>;
};

export type PlaceRows = RowsOfTables<typeof PLACE_TABLES>;
export type LaterRows = RowsOfTables<typeof LATER_TABLES>;

/** Every row of a dataset but its events, of which there may be any number. */
export type DatasetRows = PlaceRows & {
  readonly dataset: Omit<
    typeof datasets.$inferInsert,
    "versionNumber" | "publishedAt" | "contentHash" | "hasClock"
  >;
  /** The rows of the other tables; asked for when every event was read. */
  readonly later: () => LaterRows;
};

export type EventRow = typeof events.$inferInsert;

/** Rows of one INSERT: the driver allows 65 535 parameters, and the widest table has fewer than 40 columns. */
const ROWS_AT_ONCE = 500;
/** Any number that no other program is likely to lock on. */
const IMPORT_LOCK = 724_164;

/** Waits until nobody else writes datasets, and keeps others from it until the transaction ends. */
export async function lockImports(transaction: Db): Promise<void> {
  await transaction.execute(sql`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})`);
}

/** `total` is not known of events before the last was read. */
export type LoadProgress = (table: TableName, done: number, total: number | undefined) => void;
const EVENTS_BETWEEN_PROGRESS = 10_000;

const VERSION = {
  number: publicDatasets.versionNumber,
  label: publicDatasets.versionLabel,
  contentHash: publicDatasets.contentHash,
  publishedAt: publicDatasets.publishedAt,
};

/** The version of the dataset that is in the database, or undefined when it was never loaded. */
export async function findVersion(db: Db, datasetId: string): Promise<DatasetVersion | undefined> {
  const [row] = await db
    .select(VERSION)
    .from(publicDatasets)
    .where(eq(publicDatasets.id, datasetId));
  return row && { ...row, publishedAt: row.publishedAt.toISOString() };
}

/** The version of each dataset that is in the database, in the order of their ids. */
export async function findVersions(
  db: Db,
): Promise<{ readonly id: string; readonly version: DatasetVersion }[]> {
  const rows = await db
    .select({ id: publicDatasets.id, ...VERSION })
    .from(publicDatasets)
    .orderBy(byId(publicDatasets.id));
  return rows.map(({ id, publishedAt, ...version }) => ({
    id,
    version: { ...version, publishedAt: publishedAt.toISOString() },
  }));
}

/** The version that is in the database, and the hash of the files from which it was loaded, which is not for readers. */
export type StoredVersion = {
  readonly version: DatasetVersion;
  readonly sourceHash: string | null;
};

/** What the owner of the database knows of the dataset; undefined when it was never loaded. */
export async function findStored(db: Db, datasetId: string): Promise<StoredVersion | undefined> {
  const version = await findVersion(db, datasetId);
  const [row] = await db
    .select({ sourceHash: datasets.sourceHash })
    .from(datasets)
    .where(eq(datasets.id, datasetId));
  return version && row && { version, ...row };
}

export type Replacing = {
  /** Whether the rows are to be written, asked of what is there while no other import can be at work. */
  readonly isWanted?: (present: StoredVersion) => boolean;
  readonly onProgress?: LoadProgress | undefined;
};

/** The version that is in the database afterwards: the one written, or the one that was there. */
export type Replaced = { readonly stored: StoredVersion; readonly isWritten: boolean };

/**
 * Replaces the dataset by these rows in one transaction, as its next version; readers see the old one until the end.
 * Imports wait for each other. What is thrown while the events are read leaves everything as it was, and so does a row
 * that the database does not take: RowRefused, with the row, or its number among the events.
 */
export async function replaceDataset(
  db: Db,
  rows: DatasetRows,
  eventRows: AsyncIterable<readonly EventRow[]>,
  { isWanted = () => true, onProgress = () => {} }: Replacing = {},
): Promise<Replaced> {
  const { id } = rows.dataset;
  return db.transaction(async (transaction) => {
    // Readers' questions are given up after a while; a million events take longer.
    await transaction.execute(sql`SET LOCAL statement_timeout = 0`);
    // The index of words is brought up to date in few large steps instead of many small ones.
    await transaction.execute(sql`SET LOCAL gin_pending_list_limit = '64MB'`);
    await transaction.execute(sql`SET LOCAL work_mem = '128MB'`);
    await lockImports(transaction);
    const before = await findStored(transaction, id);
    if (before && !isWanted(before)) return { stored: before, isWritten: false };
    await transaction.delete(datasets).where(eq(datasets.id, id));
    const versionNumber = (before?.version.number ?? 0) + 1;
    await takeRows(transaction, datasets, [{ ...rows.dataset, versionNumber, contentHash: "" }]);
    const hash = new ContentHash();
    hash.add([rows.dataset]);
    const insert = async (tables: object, all: Partial<LaterRows & PlaceRows>) => {
      for (const table of Object.keys(tables) as FewTable[]) {
        const own: readonly object[] = all[table] ?? [];
        hash.add(own as Record<string, unknown>[]);
        await insertAll(transaction, id, table, own, onProgress);
      }
    };
    await insert(PLACE_TABLES, rows);
    await copyRows(transaction, events, withProgress(eventRows, hash, onProgress));
    await insert(LATER_TABLES, rows.later());
    await locateFrame(transaction, rows.dataset);
    const contentHash = await hash.digest(transaction, id);
    const hasClock = await hasTimes(transaction, id);
    await transaction.update(datasets).set({ contentHash, hasClock }).where(eq(datasets.id, id));
    const stored = await findStored(transaction, id);
    if (!stored) throw new Error(`dataset ${id} is not there after it was written`);
    return { stored, isWritten: true };
  });
}

async function hasTimes(db: Db, datasetId: string): Promise<boolean> {
  const some = await db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.datasetId, datasetId), isNotNull(events.startTime)))
    .limit(1);
  return some.length > 0;
}

async function* withProgress(
  parts: AsyncIterable<readonly EventRow[]>,
  hash: ContentHash,
  onProgress: LoadProgress,
): AsyncGenerator<readonly EventRow[]> {
  let [done, told] = [0, 0];
  for await (const part of parts) {
    hash.add(part);
    yield part;
    done += part.length;
    if (done < told + EVENTS_BETWEEN_PROGRESS) continue;
    onProgress("events", done, undefined);
    told = done;
  }
  onProgress("events", done, done);
}

async function insertAll(
  db: Db,
  datasetId: string,
  table: FewTable,
  all: readonly object[],
  onProgress: LoadProgress,
): Promise<void> {
  for (let start = 0; start < all.length; start += ROWS_AT_ONCE) {
    const batch = all.slice(start, start + ROWS_AT_ONCE).map((row) => ({ ...row, datasetId }));
    await takeRows(db, FEW_TABLES[table], batch);
    onProgress(table, start + batch.length, all.length);
  }
}

/** Sets on the dataset the geometries, as the public may see them, that the separation measures start from. */
async function locateFrame(
  db: Db,
  { id, separation }: Pick<DatasetRows["dataset"], "id" | "separation">,
): Promise<void> {
  if (!separation) return;
  const pointOf = (placeId: string | undefined) => sql`(
    SELECT ${placePhases.publicGeom} FROM ${placePhases}
    WHERE ${placePhases.datasetId} = ${id} AND ${placePhases.placeId} = ${placeId ?? null}
      AND ST_Dimension(${placePhases.publicGeom}) = 0
    ORDER BY ${byId(placePhases.id)} LIMIT 1)`;
  const lines = separation.line
    ? db
        .select({ geom: sql`ST_Collect(${placePhases.publicGeom})` })
        .from(placePhases)
        .where(
          and(
            eq(placePhases.datasetId, id),
            sql`ST_Dimension(${placePhases.publicGeom}) = 1`,
            inArray(placePhases.id, [...separation.line.outlines]),
          ),
        )
    : sql`NULL`;
  await db
    .update(datasets)
    .set({
      referencePoint: pointOf(separation.reference.place) as never,
      furtherPoint: pointOf(separation.further[0]?.place) as never,
      separatingLine: sql`(${lines})` as never,
    })
    .where(eq(datasets.id, id));
}
