// Publishing a version of a dataset. Only an import calls this.
import type { Db } from "../../database.ts";
import { datasets } from "../../schema/index.ts";
import { takeRows } from "../../take-rows.ts";
import { findStanding, type Standing, takenLabels } from "../versions.ts";
import { ContentHash } from "./content-hash.ts";
import { countStored } from "./count-stored.ts";
import { goneRows, KnownRows } from "./known-rows.ts";
import { checkReferences } from "./references.ts";
import {
  type DatasetRows,
  type EventRow,
  FEW_TABLES,
  type FewTable,
  LATER_TABLES,
  type LaterRows,
  PLACE_TABLES,
  type PlaceRows,
} from "./rows.ts";
import { beginWaiting } from "./staging.ts";
import { beginWriting, type OnTurned, takePlace } from "./take-place.ts";
import { turnOver } from "./turn-over.ts";
import { type LoadProgress, writeEvents } from "./write-events.ts";

/** Rows of one INSERT: the driver allows 65 535 parameters, and the widest table has fewer than 40 columns. */
const ROWS_AT_ONCE = 500;

export type Publishing = {
  /** Whether the rows are to be written, asked of what is there while no other import can be at work. */
  readonly isWanted?: (standing: Standing) => boolean;
  readonly onProgress?: LoadProgress | undefined;
  readonly onTurned?: OnTurned | undefined;
};

/** What stands afterwards: the version that was written, or what was there. */
export type Publish = { readonly standing: Standing; readonly isWritten: boolean };

/**
 * Publishes these rows as the next version of the dataset, in one transaction; readers see the one before until the end.
 * Imports wait for each other. What is thrown while the events are read leaves everything as it was, and so does a row
 * that the database does not take: RowRefused, with the row, or its number among the events.
 */
export async function publishVersion(
  db: Db,
  rows: DatasetRows,
  eventRows: AsyncIterable<readonly EventRow[]>,
  { isWanted = () => true, onProgress = () => {}, onTurned }: Publishing = {},
): Promise<Publish> {
  // The hash is of what is published: of the whole, and not of how it came about.
  const { derived, id, label, ...ofVersion } = rows.dataset;
  return db.transaction(async (transaction) => {
    await beginWriting(transaction);
    const before = await findStanding(transaction, id, label);
    if (!isWanted(before)) return { standing: before, isWritten: false };
    const number = (before.newest?.version.number ?? 0) + 1;
    // Where there is nothing to compare with, rows are written where they stay.
    const isFirst = number === 1;
    if (isFirst) await transaction.insert(datasets).values({ id });
    const known = isFirst ? undefined : await KnownRows.of(transaction, id);
    if (known) await beginWaiting(transaction);
    const version = {
      ...ofVersion,
      derived,
      datasetId: id,
      number,
      label: label ?? (await freeLabel(transaction, id, number)),
    };
    const hash = new ContentHash();
    hash.add([{ id, ...ofVersion, label: version.label }]);
    const insert = async (tables: object, all: Partial<LaterRows & PlaceRows>) => {
      for (const table of Object.keys(tables) as FewTable[]) {
        const own: readonly object[] = all[table] ?? [];
        hash.add(own as Record<string, unknown>[]);
        await insertAll(transaction, { datasetId: id, since: number }, table, own, onProgress);
      }
    };
    await insert(PLACE_TABLES, rows);
    await writeEvents(transaction, eventRows, {
      ...{ since: number, making: rows.events, hash, known, onProgress },
    });
    await insert(LATER_TABLES, rows.later());
    if (known) await turnOver(transaction, { datasetId: id, number, isGone: goneRows(known) });
    await countStored(transaction);
    await checkReferences(transaction, { datasetId: id, number });
    const contentHash = await hash.digest(transaction, id);
    await takePlace(
      transaction,
      { ...version, contentHash },
      { withheld: rows.withheld(), onTurned },
    );
    return { standing: await findStanding(transaction, id, version.label), isWritten: true };
  });
}

/** The number of the version as its label, or else the next one that no version has. */
async function freeLabel(db: Db, datasetId: string, number: number): Promise<string> {
  const used = await takenLabels(db, datasetId);
  let free = number;
  while (used.has(String(free))) free += 1;
  return String(free);
}

async function insertAll(
  db: Db,
  lives: { readonly datasetId: string; readonly since: number },
  table: FewTable,
  all: readonly object[],
  onProgress: LoadProgress,
): Promise<void> {
  for (let start = 0; start < all.length; start += ROWS_AT_ONCE) {
    const batch = all.slice(start, start + ROWS_AT_ONCE).map((row) => ({ ...row, ...lives }));
    await takeRows(db, FEW_TABLES[table], batch);
    onProgress(table, start + batch.length, all.length);
  }
}
