// An empty embedded database, made once by the build: to make one takes half a minute of work, to copy it one second.
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { projectRoot } from "../../project-root.ts";

/** What the files of a database depend on, besides the migrations: PostgreSQL and PostGIS themselves. */
const PROGRAMS = [
  ["@electric-sql/pglite", "pglite.wasm"],
  ["@electric-sql/pglite-postgis", "postgis.tar.gz"],
] as const;

/**
 * Where the build leaves it: a gzipped tar archive of the files of a database that was closed, named by what it was made
 * with, so that one of other migrations or programs is never taken for it.
 */
export function blankFile(migrationsFolder: string): string {
  const hash = createHash("sha256");
  for (const migration of readMigrationFiles({ migrationsFolder })) hash.update(migration.hash);
  const { resolve } = createRequire(import.meta.url);
  for (const [name, file] of PROGRAMS)
    hash.update(`\0${statSync(path.join(path.dirname(resolve(name)), file)).size}`);
  const name = `blank-${hash.digest("hex").slice(0, 16)}.tar.gz`;
  return path.join(projectRoot(), "dist", name);
}
