// A database as an older version of the program left it: the newest migrations are missing.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { postgis } from "@electric-sql/pglite-postgis";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { postgisInUse } from "#db/embedded/postgis/part-in-use.ts";
import { MIGRATIONS } from "../../support/databases/shipped.ts";
import { temporaryFolder } from "../../support/packages/packages.ts";
import { type DatabaseKind, type FreshDatabase, freshDatabase } from "./databases.ts";

/** So many migrations a database of an older version does not have. */
export const NEWEST_MIGRATIONS = 5;

/** How many migrations there are from the one of this name on. */
export function missingSince(tag: string): number {
  const journal = readFileSync(path.join(MIGRATIONS, "meta", "_journal.json"), "utf8");
  const tags = (JSON.parse(journal).entries as { tag: string }[]).map((entry) => entry.tag);
  return tags.length - tags.indexOf(tag);
}

/** A database without the newest `missing` migrations, and with no other data than the statements write. */
export async function olderDatabase(
  kind: DatabaseKind,
  missing: number,
  statements: readonly string[] = [],
): Promise<FreshDatabase> {
  const database = await freshDatabase(kind);
  const migrationsFolder = withoutNewest(missing);
  if (kind === "embedded") {
    mkdirSync(path.join(database.env.DATA_DIR, "lock"), { recursive: true });
    const dataDir = path.join(database.env.DATA_DIR, "pg");
    const client = await PGlite.create({ dataDir, extensions: { postgis: postgisInUse(postgis) } });
    await migratePglite(drizzlePglite(client), { migrationsFolder });
    for (const statement of statements) await client.exec(statement);
    await client.close();
    return database;
  }
  const sql = postgres(database.env.DATABASE_URL, { max: 1, onnotice: () => {} });
  await migrate(drizzle(sql), { migrationsFolder });
  for (const statement of statements) await sql.unsafe(statement);
  await sql.end();
  return database;
}

function withoutNewest(missing: number): string {
  const folder = temporaryFolder("migrations");
  cpSync(MIGRATIONS, folder, { recursive: true });
  const file = path.join(folder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  const entries = journal.entries.slice(0, -missing);
  writeFileSync(file, JSON.stringify({ ...journal, entries }));
  return folder;
}
