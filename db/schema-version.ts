// Which program a database belongs to: the migrations that it has are held against those that this program brings.
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { DatabaseUnavailable, type Db } from "./database.ts";

/** Where Drizzle writes down what it has applied. */
const APPLIED = "drizzle.__drizzle_migrations";

/**
 * Brings the schema up to date by `migrate`, and throws DatabaseUnavailable where this program and the database do not
 * belong together: a newer program has changed it already, or another one has.
 */
export async function migrateSchema(
  db: Db,
  migrationsFolder: string,
  migrate: () => Promise<void>,
): Promise<void> {
  const before = await schemaProblem(db, migrationsFolder, { mayBeOlder: true });
  if (before) throw new DatabaseUnavailable(before);
  await migrate();
  const after = await schemaProblem(db, migrationsFolder);
  if (after) throw new DatabaseUnavailable(after);
}

/** The time of the newest migration that this program brings: it names the schema. */
export function newestMigration(migrationsFolder: string): number {
  return Math.max(...readMigrationFiles({ migrationsFolder }).map((file) => file.folderMillis));
}

/** Why this program cannot work with the schema, in words with a way out; undefined when it can. */
export async function schemaProblem(
  db: Db,
  migrationsFolder: string,
  { mayBeOlder = false } = {},
): Promise<string | undefined> {
  const known = migrationsIn(migrationsFolder);
  const newestKnown = Math.max(...known);
  const applied = await appliedTo(db);
  const unknown = applied.filter((time) => !known.includes(time));
  const missing = known.filter((time) => !applied.includes(time));
  const newestUnknown = Math.max(...unknown);
  if (newestUnknown > newestKnown)
    return `The database belongs to a newer version of this program: its schema is of ${dayOf(newestUnknown)}, this program knows it as of ${dayOf(newestKnown)}. Start the newer version, or give this one a database of its own.`;
  if (unknown.length > 0 || (missing.length > 0 && !mayBeOlder))
    return `The schema of the database is not one that this program has had (${unknown.length} changes that it does not know, ${missing.length} that are missing). Start the version that made it, or give this one a database of its own.`;
  return undefined;
}

/** Read once: later the files may be those of a newer program, while this one still runs. */
const read = new Map<string, readonly number[]>();

/** The times at which the migrations in the folder were made. */
function migrationsIn(migrationsFolder: string): readonly number[] {
  const known =
    read.get(migrationsFolder) ??
    readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
  read.set(migrationsFolder, known);
  return known;
}

/** The times of the migrations that the database has; none where it is new. */
async function appliedTo(db: Db): Promise<number[]> {
  const [found] = await rowsOf<{ name: string | null }>(
    db,
    sql`SELECT to_regclass(${APPLIED})::text AS name`,
  );
  if (!found?.name) return [];
  const rows = await rowsOf<{ created_at: string }>(
    db,
    sql`SELECT created_at::text FROM ${sql.raw(APPLIED)}`,
  );
  return rows.map(({ created_at }) => Number(created_at));
}

/** The two drivers answer in different shapes. */
export async function rowsOf<Row>(db: Db, query: ReturnType<typeof sql>): Promise<Row[]> {
  const answer = (await db.execute(query)) as unknown as Row[] | { readonly rows: Row[] };
  return Array.isArray(answer) ? answer : answer.rows;
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 16).replace("T", " ");
