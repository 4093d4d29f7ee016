// Everything that a database holds, as one stream: a line about it, each table as lines of PostgreSQL's own COPY, and
// at the end what was written. Which database it came from makes no difference to where it can be restored.
import { createHash } from "node:crypto";
import { and, isNull, sql } from "drizzle-orm";
import { readLines } from "../copy.ts";
import type { Db } from "../database.ts";
import { versions } from "../schema/index.ts";
import { newestMigration } from "../schema-version.ts";
import { storedTables } from "./tables.ts";

export const BACKUP_FORMAT = "rocade-backup/1";
/** Ends the lines of a table, as in the files of PostgreSQL's own programs. */
export const END_OF_TABLE = "\\.\n";

export type StoredDataset = {
  readonly id: string;
  readonly version: string;
  readonly state: number;
  readonly contentHash: string;
};

/** The first line. */
export type BackupHead = {
  readonly format: typeof BACKUP_FORMAT;
  readonly notice: string;
  readonly madeAt: string;
  /** Time of the newest migration: only a program with the same schema can restore it. */
  readonly schema: number;
  readonly datasets: readonly StoredDataset[];
};
/** The line before the rows of a table. */
export type TableHead = { readonly table: string; readonly columns: readonly string[] };
/** The last line; `sha256` is of all bytes before it. */
export type BackupEnd = {
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: string;
};

const NOTICE =
  "Holds positions at full precision, the undisclosed ones too: it can endanger people. Keep it where only those may read it who may know them.";

/** The datasets of a database in their newest version, by id. */
export async function storedDatasets(db: Db): Promise<StoredDataset[]> {
  return db
    .select({
      id: versions.datasetId,
      version: versions.label,
      state: versions.number,
      contentHash: versions.contentHash,
    })
    .from(versions)
    .where(isNull(versions.until))
    .orderBy(versions.datasetId);
}

/** Has dates, times and numbers written in one way, whatever the server is set to. */
export async function writeAlike(transaction: Db): Promise<void> {
  await transaction.execute(sql`SET LOCAL statement_timeout = 0`);
  await transaction.execute(sql`SET LOCAL DateStyle = 'ISO, YMD'`);
  await transaction.execute(sql`SET LOCAL TimeZone = 'UTC'`);
  await transaction.execute(sql`SET LOCAL extra_float_digits = 1`);
}

export type Backup = { readonly datasets: readonly StoredDataset[]; readonly rows: number };

/** Hands all that the database holds at one moment, or all of one dataset, `only`, to `write`, part by part. */
export async function backUp(
  db: Db,
  migrationsFolder: string,
  write: (part: Uint8Array) => Promise<void>,
  only?: string | undefined,
): Promise<Backup> {
  return db.transaction(
    async (transaction) => {
      await writeAlike(transaction);
      const hash = createHash("sha256");
      const put = async (part: Uint8Array) => {
        hash.update(part);
        await write(part);
      };
      const putLine = (value: BackupHead | TableHead) =>
        put(Buffer.from(`${JSON.stringify(value)}\n`));
      const stored = await storedDatasets(transaction);
      const found = stored.filter(({ id }) => only === undefined || id === only);
      await putLine({
        format: BACKUP_FORMAT,
        notice: NOTICE,
        madeAt: new Date().toISOString(),
        schema: newestMigration(migrationsFolder),
        datasets: found,
      });
      const rows: Record<string, number> = {};
      for (const { name, columns, datasetColumn, parts } of storedTables()) {
        await putLine({ table: name, columns });
        let count = 0;
        const ofOne =
          only === undefined ? undefined : sql`${sql.identifier(datasetColumn)} = ${only}`;
        for (const { key, where } of parts)
          for await (const part of readLines(transaction, name, columns, key, and(where, ofOne))) {
            for (const byte of part) if (byte === 0x0a) count += 1;
            await put(part);
          }
        await put(Buffer.from(END_OF_TABLE));
        rows[name] = count;
      }
      const end: BackupEnd = { rows, sha256: hash.digest("hex") };
      await write(Buffer.from(`${JSON.stringify(end)}\n`));
      return { datasets: found, rows: Object.values(rows).reduce((sum, count) => sum + count, 0) };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
