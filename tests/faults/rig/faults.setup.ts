// Builds the product, finds what makes its faults, starts a PostgreSQL whose databases the tests make and destroy, and
// loads the package that is shipped into one of each kind, of which they take copies.
import { execFileSync } from "node:child_process";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { emptyDatabase } from "../../support/databases/postgres.setup.ts";
import { CALAIS } from "../../support/packages/packages.ts";
import { plainEnvironment } from "../../support/product/plain-environment.ts";
import { prepareOnce } from "../../support/product/prepared.ts";
import { buildOnce } from "../../support/product/product.setup.ts";
import { FAULT_MAKERS, type JudgeName, provideJudges } from "../../support/programs/programs.ts";
import { IS_LONG } from "./extent.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The programs that make faults and are there. */
    faultMakers: readonly JudgeName[];
    /** Settings of the databases that are copied; nobody else opens them. */
    loaded: Readonly<
      Record<"embedded" | "postgres", { readonly DATABASE_URL: string; readonly DATA_DIR: string }>
    >;
    /** The same of an embedded one that is up to date and holds nothing. */
    empty: { readonly DATABASE_URL: string; readonly DATA_DIR: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide("faultMakers", provideJudges(FAULT_MAKERS));
  buildOnce();
  const database = await emptyDatabase();
  project.provide("postgresUrl", database?.url ?? null);
  const ready = prepareOnce();
  const loaded = {
    embedded: { DATABASE_URL: "", DATA_DIR: ready.loaded },
    postgres: { DATABASE_URL: database ? beside(database.url) : "", DATA_DIR: ready.loaded },
  };
  project.provide("empty", { DATABASE_URL: "", DATA_DIR: ready.empty });
  if (database) {
    await inDatabase(
      database.url,
      `DROP DATABASE IF EXISTS ${LOADED}`,
      `CREATE DATABASE ${LOADED}`,
    );
    load(loaded.postgres);
  }
  project.provide("loaded", loaded);
  if (!IS_LONG && !process.env.CI)
    process.stdout.write(
      "\n  LEFT OUT: the long form of the faults (500 kills, 200,000 random requests, a soak). Run npm run faults.\n\n",
    );
  return async () => {
    if (database) await inDatabase(database.url, `DROP DATABASE IF EXISTS ${LOADED}`);
    database?.stop();
  };
}

const LOADED = "faults_loaded";

function beside(url: string): string {
  const other = new URL(url);
  other.pathname = `/${LOADED}`;
  return other.href;
}

function load(env: { readonly DATABASE_URL: string; readonly DATA_DIR: string }): void {
  execFileSync(process.execPath, ["dist/server/import.js", CALAIS], {
    env: { ...plainEnvironment(), ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
}

async function inDatabase(url: string, ...statements: readonly string[]): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
