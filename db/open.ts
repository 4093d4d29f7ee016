// Opens a database: PostgreSQL at an address, with replicas or without, or the embedded one in a folder.
import type { DatasetVersion } from "#model/dataset/version.ts";
import { DatabaseUnavailable, type Db, type OpenDatabase } from "./database.ts";
import { ADDRESS_FORM, addressWithoutSecret, isDatabaseAddress } from "./database-address.ts";
import { openEmbedded } from "./embedded/open-embedded.ts";
import { createReaders, type SqlClient } from "./readers.ts";
import { prepareReadingRole, WITHOUT_READING_ROLE } from "./reading-role.ts";
import * as schema from "./schema/index.ts";
import { migrateSchema, schemaProblem } from "./schema-version.ts";
import { wordsOf } from "./words-of-error.ts";

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
export async function openDatabase(choice: DatabaseChoice): Promise<OpenDatabase> {
  return choice.url === undefined ? openEmbedded(choice) : openServer(choice, choice.url);
}

/** Any number that no other program is likely to lock on. */
const MIGRATION_LOCK = 724_163;

async function openServer(choice: DatabaseChoice, url: string): Promise<OpenDatabase> {
  const { migrationsFolder, onProgress, replicaUrls = [] } = choice;
  if (![url, ...replicaUrls].every(isDatabaseAddress)) throw new DatabaseUnavailable(NO_ADDRESS);
  const { drizzle } = await import("drizzle-orm/postgres-js");
  const { clientOf, firstAnswer, openSessions } = await import("./sessions.ts");
  const { migrate } = await import("drizzle-orm/postgres-js/migrator");
  const address = addressWithoutSecret(url);
  // One connection of its own, so that the lock is held by the session that migrates.
  const migrator = clientOf(url, { max: 1 });
  let [hasRole, isDone] = [false, false];
  try {
    await firstAnswer(migrator);
    await migrator`SELECT pg_advisory_lock(${MIGRATION_LOCK})`;
    const own = drizzle(migrator);
    await migrateSchema(own as unknown as Db, migrationsFolder, () =>
      migrate(own, { migrationsFolder }),
    );
    hasRole = await prepareReadingRole(own as unknown as Db);
    isDone = true;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    throw new DatabaseUnavailable(explainServerFailure(address, error), { cause: error });
  } finally {
    await migrator.end({ timeout: isDone ? 5 : 0 });
  }
  if (!hasRole) onProgress(WITHOUT_READING_ROLE);
  const sessions = openSessions(url, hasRole);
  const db = drizzle(sessions.client, { schema }) as unknown as Db;
  const description = `PostgreSQL at ${address}`;
  const ofAll = {
    db,
    schemaProblem: () => schemaProblem(db, migrationsFolder),
    // The server does so by itself.
    flush: async () => {},
    explain: async (error: unknown) => explainServerFailure(address, error),
  };
  const readsOf = (client: SqlClient) => drizzle(client as never, { schema }) as unknown as Db;
  if (replicaUrls.length === 0)
    return { ...ofAll, reads: readsOf(sessions.questions), description, close: sessions.close };
  const replicas = replicaUrls.map((replicaUrl) => ({
    name: addressWithoutSecret(replicaUrl),
    ...openSessions(replicaUrl, hasRole),
  }));
  const readers = createReaders({
    primary: { name: address, client: sessions.questions, giveUp: sessions.giveUp },
    replicas: replicas.map(({ name, questions, giveUp }) => ({ name, client: questions, giveUp })),
    onChange: (name, isInUse) =>
      onProgress(`replica ${name} is ${isInUse ? "in use" : "left out"}`),
  });
  await readers.check();
  return {
    ...ofAll,
    reads: readsOf(readers.client),
    replicas: {
      inUse: readers.inUse,
      count: replicas.length,
      checkPrimary: readers.checkPrimary,
      versionOf: (datasetId) => versionIn(readers.state(), datasetId),
    },
    description: `${description} with ${replicas.length} replicas`,
    close: async () => {
      readers.close();
      await Promise.all([sessions, ...replicas].map(({ close }) => close()));
    },
  };
}

const NO_ADDRESS = `DATABASE_URL or DATABASE_REPLICA_URLS is not an address that can be read (it is not shown, as it may hold a password). Allowed is ${ADDRESS_FORM}.`;

function versionIn(state: string | undefined, datasetId: string): DatasetVersion | undefined {
  const versions = JSON.parse(state ?? "[]") as (DatasetVersion & { readonly id: string })[];
  const found = versions.find(({ id }) => id === datasetId);
  if (!found) return undefined;
  const { contentHash, label, number, publishedAt } = found;
  return { contentHash, label, number, publishedAt: new Date(publishedAt).toISOString() };
}

/** Codes of SQLSTATE about a statement or its rows, at which neither address nor server is wrong. */
const ABOUT_STATEMENTS = /^(0A|2[0-7]|3[4-9F]|4|54|55|P0|XX)/;

/**
 * Of a server that has no room, in its words: a database that nobody has opened before fails at the first connection, as
 * "could not write init file" with the code of any internal error (XX000).
 */
const WITHOUT_ROOM = /^could not (write|extend|create|flush|fsync) /;

function explainServerFailure(address: string, error: unknown): string {
  const reason = wordsOf(error);
  const { code } = ((error as Error | null)?.cause ?? error ?? {}) as { code?: unknown };
  const hasNoRoom = code === "53100" || WITHOUT_ROOM.test(reason);
  if (
    !hasNoRoom &&
    typeof code === "string" &&
    code.length === 5 &&
    ABOUT_STATEMENTS.test(code) &&
    !/permission|not available/.test(reason)
  )
    return `PostgreSQL at ${address} refused what was to be done: ${reason} (${code}). Nothing of it was written.`;
  const hint = hasNoRoom
    ? "Make room on the disk of the server; what was stored before is whole."
    : /extension "postgis" is not available/.test(reason)
      ? "Install PostGIS for this server (Debian: apt-get install postgresql-15-postgis-3)."
      : /permission denied to create extension/.test(reason)
        ? "Let a superuser run CREATE EXTENSION postgis in this database once."
        : "Check DATABASE_URL, that the server runs, and that the user may create tables.";
  return `PostgreSQL at ${address} cannot be used: ${reason}. ${hint}`;
}
