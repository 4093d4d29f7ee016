// The only file that opens a database: PostgreSQL at an address, with replicas or without, or PGlite in a directory.
import { mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { DatasetVersion } from "#model/dataset.ts";
import { DatabaseUnavailable, type Db, type OpenDatabase } from "./database.ts";
import { lockDirectory } from "./lock.ts";
import { createReaders, type SqlClient } from "./readers.ts";
import * as schema from "./schema/index.ts";

export type DatabaseChoice = {
  /** A PostgreSQL address; undefined for the embedded database. */
  readonly url: string | undefined;
  /** Addresses of streaming replicas of that PostgreSQL, which answer the readers' questions. */
  readonly replicaUrls?: readonly string[];
  /** Where the embedded database keeps its files. */
  readonly dataDirectory: string;
  readonly migrationsFolder: string;
  readonly onProgress: (message: string) => void;
};

/** Opens the chosen database and brings its schema up to date. Throws DatabaseUnavailable with a way out. */
export function openDatabase(choice: DatabaseChoice): Promise<OpenDatabase> {
  return choice.url === undefined ? openEmbedded(choice) : openServer(choice, choice.url);
}

/** Any number that no other program is likely to lock on. */
const MIGRATION_LOCK = 724_163;
async function openServer(choice: DatabaseChoice, url: string): Promise<OpenDatabase> {
  const { default: postgres } = await import("postgres");
  const { drizzle } = await import("drizzle-orm/postgres-js");
  const { openSessions } = await import("./sessions.ts");
  const { migrate } = await import("drizzle-orm/postgres-js/migrator");
  const options = { onnotice: () => {}, connect_timeout: 10 } as const;
  const address = addressWithoutSecret(url);
  // One connection of its own, so that the lock is held by the session that migrates.
  const migrator = postgres(url, { ...options, max: 1 });
  try {
    await migrator`SELECT pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(migrator), { migrationsFolder: choice.migrationsFolder });
  } catch (error) {
    throw new DatabaseUnavailable(explainServerFailure(address, error), { cause: error });
  } finally {
    await migrator.end({ timeout: 5 });
  }
  const sessions = openSessions(url, options);
  const db = drizzle(sessions.client, { schema }) as unknown as Db;
  const { replicaUrls = [], onProgress } = choice;
  const description = `PostgreSQL at ${address}`;
  const readsOf = (client: SqlClient) => drizzle(client as never, { schema }) as unknown as Db;
  if (replicaUrls.length === 0)
    return { db, reads: readsOf(sessions.questions), description, close: sessions.close };
  const replicas = replicaUrls.map((replicaUrl) => ({
    name: addressWithoutSecret(replicaUrl),
    ...openSessions(replicaUrl, options),
  }));
  const readers = createReaders({
    primary: { name: address, client: sessions.questions },
    replicas: replicas.map(({ name, questions }) => ({ name, client: questions })),
    onChange: (name, isInUse) =>
      onProgress(`replica ${name} is ${isInUse ? "in use" : "left out"}`),
  });
  await readers.check();
  return {
    db,
    reads: readsOf(readers.client),
    replicas: {
      inUse: readers.inUse,
      count: replicas.length,
      versionOf: (datasetId) => versionIn(readers.state(), datasetId),
    },
    description: `${description} with ${replicas.length} replicas`,
    close: async () => {
      readers.close();
      await Promise.all([sessions, ...replicas].map(({ close }) => close()));
    },
  };
}

function versionIn(state: string | undefined, datasetId: string): DatasetVersion | undefined {
  const versions = JSON.parse(state ?? "[]") as (DatasetVersion & { readonly id: string })[];
  const found = versions.find(({ id }) => id === datasetId);
  if (!found) return undefined;
  const { contentHash, label, number, publishedAt } = found;
  return { contentHash, label, number, publishedAt: new Date(publishedAt).toISOString() };
}

function addressWithoutSecret(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host || "a local socket"}${pathname}`;
  } catch {
    return "the address in DATABASE_URL";
  }
}

function explainServerFailure(address: string, error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const hint = /extension "postgis" is not available/.test(reason)
    ? "Install PostGIS for this server (Debian: apt-get install postgresql-15-postgis-3)."
    : /permission denied to create extension/.test(reason)
      ? "Let a superuser run CREATE EXTENSION postgis in this database once."
      : "Check DATABASE_URL, that the server runs, and that the user may create tables.";
  return `PostgreSQL at ${address} cannot be used: ${reason || "no answer"}. ${hint}`;
}

async function openEmbedded(choice: DatabaseChoice): Promise<OpenDatabase> {
  const { dataDirectory, onProgress } = choice;
  await mkdir(dataDirectory, { recursive: true });
  const unlock = await lockDirectory(dataDirectory);
  const finished = path.join(dataDirectory, "pg");
  try {
    if (!(await exists(finished))) {
      onProgress("creating the embedded database (once, about ten seconds)");
      // Made beside its final place and moved there when whole, so that a half-made one is never opened.
      const unfinished = path.join(dataDirectory, "pg.unfinished");
      await rm(unfinished, { recursive: true, force: true });
      await (await startPglite(unfinished, choice)).close();
      await rename(unfinished, finished);
    }
    if (!(await exists(path.join(finished, "PG_VERSION"))))
      throw new Error("PG_VERSION is missing, the folder is not a whole database");
    onProgress("opening the embedded database");
    const { db, close } = await startPglite(finished, choice);
    return {
      db,
      reads: db,
      description: `embedded PGlite + PostGIS in ${dataDirectory}`,
      close: async () => {
        await close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw new DatabaseUnavailable(
      `The embedded database in ${finished} cannot be opened: ${reasonOf(error)}. ` +
        `It holds only what was imported: delete the folder (rm -r "${finished}") and start again, ` +
        "or set DATA_DIR to another folder.",
      { cause: error },
    );
  }
}

async function startPglite(directory: string, choice: DatabaseChoice) {
  const { PGlite } = await import("@electric-sql/pglite");
  const { postgis } = await import("@electric-sql/pglite-postgis");
  const { drizzle } = await import("drizzle-orm/pglite");
  const { migrate } = await import("drizzle-orm/pglite/migrator");
  const client = await PGlite.create({ dataDir: directory, extensions: { postgis } });
  try {
    const db = drizzle(client, { schema });
    await migrate(db, { migrationsFolder: choice.migrationsFolder });
    return { db: db as unknown as Db, close: () => client.close() };
  } catch (error) {
    await client.close();
    throw error;
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
