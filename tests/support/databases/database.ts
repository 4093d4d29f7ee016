// The database of a test file: embedded or real, migrated, with Calais in it, shared by all files of a worker.
import postgres from "postgres";
import { inject, it } from "vitest";
import type { Db, OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { importPackage } from "#import/load/import-package.ts";
import { CALAIS, temporaryFolder } from "../packages/packages.ts";
import { copyDatabase, prepared } from "../product/prepared.ts";
import { CALAIS_ID, MIGRATIONS } from "./shipped.ts";

export { CALAIS_ID, MIGRATIONS };

export const isEmbedded = process.env.ROCADE_TEST_DATABASE !== "postgres";
const postgresUrl = isEmbedded ? null : inject("postgresUrl");

/** A test that needs the project's database; left out, as the set-up has said, where there is none. */
export const dbTest = it.skipIf(!isEmbedded && postgresUrl === null);

const kept = globalThis as {
  rocadeTestDatabase?: Promise<OpenDatabase>;
  rocadeTestUrl?: Promise<string>;
};

/** The address of the worker's PostgreSQL database; throws where there is none. */
export function testDatabaseUrl(): Promise<string> {
  if (postgresUrl === null) throw new Error("there is no PostgreSQL here");
  kept.rocadeTestUrl ??= ownUrl(postgresUrl);
  return kept.rocadeTestUrl;
}

/** Any number that no other program is likely to lock on. */
const WORKER_LOCK = 724_170;

/**
 * Of this worker alone: the database that was given, or one beside it. Whose is which is told by a lock that is held as
 * long as the worker lives; the numbers that Vitest gives its workers are the same for all of them where it runs several
 * projects.
 */
async function ownUrl(given: string): Promise<string> {
  const sql = postgres(given, { max: 1, max_lifetime: null, onnotice: () => {} });
  for (let place = 1; ; place += 1) {
    const [row] = await sql`SELECT pg_try_advisory_lock(${WORKER_LOCK}, ${place}) AS mine`;
    if (row?.mine !== true) continue;
    if (place === 1) return given;
    const url = new URL(given);
    const name = `${url.pathname.slice(1)}_${place}`;
    await sql.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await sql.unsafe(`CREATE DATABASE ${name}`);
    url.pathname = `/${name}`;
    return url.href;
  }
}

async function openSeeded(): Promise<OpenDatabase> {
  const dataDirectory = isEmbedded ? temporaryFolder("embedded") : "";
  // Where the run has prepared one, that is opened which the product has made.
  const ready = prepared();
  if (isEmbedded && ready) copyDatabase(ready.loaded, dataDirectory);
  const opened = await openDatabase({
    url: postgresUrl === null ? undefined : await testDatabaseUrl(),
    dataDirectory,
    migrationsFolder: MIGRATIONS,
    onProgress: () => {},
  });
  const outcome = await importPackage(opened.db, CALAIS);
  if (outcome.status === "refused") throw new Error(JSON.stringify(outcome.problems));
  return opened;
}

/** The one database of the worker. Tests that write do so inside `rolledBack`. */
export async function testDatabase(): Promise<Db> {
  kept.rocadeTestDatabase ??= openSeeded();
  return (await kept.rocadeTestDatabase).db;
}

/** The same as the service reads it: by the role that may only read what is public. */
export async function testReads(): Promise<Db> {
  await testDatabase();
  return (await (kept.rocadeTestDatabase as Promise<OpenDatabase>)).reads;
}

class RollBack extends Error {}

/** Runs the work in a transaction that is undone, whatever comes of it. */
export async function rolledBack(work: (db: Db) => Promise<void>): Promise<void> {
  const db = await testDatabase();
  try {
    await db.transaction(async (transaction) => {
      await work(transaction);
      throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
}
