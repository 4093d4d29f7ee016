// A backup back into a database: in one transaction, and only when it is whole.
import { sql } from "drizzle-orm";
import { copyLines } from "../copy.ts";
import type { Db } from "../database.ts";
import { countStored } from "../queries/publish/count-stored.ts";
import { lockImports } from "../queries/publish/take-place.ts";
import {
  NewestWithdrawn,
  readTombstones,
  withdrawAgain,
} from "../queries/withdraw/withdraw-again.ts";
import { newestMigration } from "../schema-version.ts";
import {
  type Backup,
  type BackupEnd,
  type BackupHead,
  END_OF_TABLE,
  type StoredDataset,
  storedDatasets,
  type TableHead,
  writeAlike,
} from "./backup.ts";
import { checkedLines, headIn, RestoreRefused } from "./checked-lines.ts";
import { storedTables } from "./tables.ts";

/** Bytes of rows that are sent at once. */
const PART_BYTES = 1_000_000;

export type Restored = Backup & {
  /** Rows of the backup that were not written, since they were withdrawn here. */
  readonly withdrawn: number;
};

export type Restoring = {
  /** What stands in the way is replaced: all that the database holds, or the one dataset. */
  readonly replaces: boolean;
  /** The dataset that is taken out of the backup, beside those that are stored; undefined: all of it. */
  readonly only?: string | undefined;
};

/**
 * Writes the backup, or one dataset of it, into the database. What is stored there already, or of that dataset, is left
 * as it is, unless it is to be replaced. Throws RestoreRefused for what is no whole backup of this schema, and leaves
 * everything as it was.
 */
export async function restore(
  db: Db,
  migrationsFolder: string,
  parts: AsyncIterable<Uint8Array>,
  { only, replaces }: Restoring,
): Promise<Restored> {
  const lines = checkedLines(parts);
  const nextLine = async () => {
    const { done, value } = await lines.next();
    if (done) throw new RestoreRefused("the file ends before its end: it is not a whole backup");
    return value;
  };
  const head = readHead(await nextLine(), newestMigration(migrationsFolder));
  return db.transaction(async (transaction) => {
    await writeAlike(transaction);
    await lockImports(transaction);
    const wanted = (all: readonly StoredDataset[]) =>
      all.filter(({ id }) => only === undefined || id === only);
    if (wanted(head.datasets).length === 0)
      throw new RestoreRefused(`the backup holds ${listed(head.datasets)}, and not ${only}`);
    const present = wanted(await storedDatasets(transaction));
    if (present.length > 0 && !replaces)
      throw new RestoreRefused(
        only === undefined
          ? `the database holds ${listed(present)} already; restore into an empty one, one dataset beside the others with --dataset, or replace all that it holds with --replace`
          : `the database holds ${listed(present)} already; replace it with --replace`,
      );
    // What was withdrawn here, be it after the backup, stays so.
    const tombstones = await readTombstones(transaction, only);
    const tables = storedTables();
    for (const { name, datasetColumn } of tables.toReversed()) {
      const ofOne =
        only === undefined ? sql`` : sql` WHERE ${sql.identifier(datasetColumn)} = ${only}`;
      await transaction.execute(sql`DELETE FROM ${sql.identifier(name)}${ofOne}`);
    }
    const known = new Map(tables.map((table) => [table.name, table]));
    const rows: Record<string, number> = {};
    let written = 0;
    for (;;) {
      const line = await nextLine();
      const value = readJson(line) as TableHead | BackupEnd;
      if ("sha256" in value) {
        checkEnd(value, rows);
        break;
      }
      const { table, columns } = value;
      const stored = known.get(table);
      if (!stored || String([...columns].sort()) !== String([...stored.columns].sort()))
        throw new RestoreRefused(`the backup has a table ${table} that this program does not know`);
      rows[table] = 0;
      const isWanted = rowsOf(columns.indexOf(stored.datasetColumn), only);
      const batches = async function* () {
        let batch: Uint8Array[] = [];
        let bytes = 0;
        for (;;) {
          const row = await nextLine();
          if (row.length === END_OF_TABLE.length && row.toString() === END_OF_TABLE) break;
          rows[table] = (rows[table] ?? 0) + 1;
          if (!isWanted(row)) continue;
          written += 1;
          batch.push(row);
          bytes += row.length;
          if (bytes < PART_BYTES) continue;
          yield Buffer.concat(batch);
          [batch, bytes] = [[], 0];
        }
        if (batch.length > 0) yield Buffer.concat(batch);
      };
      await copyLines(transaction, table, columns, batches());
    }
    await countStored(transaction);
    const restored = wanted(await storedDatasets(transaction));
    if (JSON.stringify(restored) !== JSON.stringify(wanted(head.datasets)))
      throw new RestoreRefused("what was restored is not what the backup says that it holds");
    const withdrawn = await withdrawAgain(transaction, tombstones).catch((error) => {
      throw error instanceof NewestWithdrawn ? new RestoreRefused(wordsOfNewest(error)) : error;
    });
    return { datasets: wanted(await storedDatasets(transaction)), rows: written, withdrawn };
  });
}

const wordsOfNewest = ({ tombstone: { datasetId, id, reason, withdrawnAt } }: NewestWithdrawn) =>
  `its newest version of ${datasetId}, ${id}, was withdrawn here on ${withdrawnAt.toISOString().slice(0, 10)} (${reason}); lift that first, by npm run import -- --restore-withdrawn ${id} --dataset ${datasetId}`;

function readHead(line: Buffer, schema: number): BackupHead {
  const head = headIn(line);
  if (head.schema !== schema)
    throw new RestoreRefused(
      `the backup is of the schema of ${dayOf(head.schema)}, this program has that of ${dayOf(schema)}; restore it with the version of the program that made it, then start this one, which brings the schema up to date`,
    );
  return head;
}

function checkEnd(end: BackupEnd, rows: Readonly<Record<string, number>>): void {
  if (JSON.stringify(end.rows) !== JSON.stringify(rows))
    throw new RestoreRefused("the file is not as it was written: it counts its rows otherwise");
}

function readJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    throw new RestoreRefused("the file is not a backup of this program, or it was changed");
  }
}

/** Whether a line of a table is of the dataset; an id has no character that COPY would write otherwise. */
function rowsOf(column: number, only: string | undefined): (row: Buffer) => boolean {
  if (only === undefined) return () => true;
  return (row) => row.toString().replace(/\n$/, "").split("\t")[column] === only;
}

const listed = (found: readonly StoredDataset[]) =>
  found.map(({ id, version }) => `${id} ${version}`).join(", ");
const dayOf = (time = 0) => new Date(time).toISOString().slice(0, 16).replace("T", " ");
