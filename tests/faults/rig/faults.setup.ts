// Builds the product, finds what makes its faults, starts a PostgreSQL whose databases the tests make and destroy, and
// publishes two states of the package that is shipped in one of each kind, of which they take copies.
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { emptyDatabase } from "../../support/databases/postgres.setup.ts";
import { CALAIS, changedPackage, temporaryFolder } from "../../support/packages/packages.ts";
import { built } from "../../support/product/built.ts";
import { plainEnvironment } from "../../support/product/plain-environment.ts";
import { copyDatabase, prepareOnce } from "../../support/product/prepared.ts";
import { SHORT_LIVED } from "../../support/product/short-lived.ts";
import { FAULT_MAKERS, type JudgeName, provideJudges } from "../../support/programs/programs.ts";
import { IS_LONG } from "./extent.ts";
import { otherNames } from "./two-packages.ts";
import { readBackup, type State, stateIn } from "./whole-state.ts";

type Env = { readonly DATABASE_URL: string; readonly DATA_DIR: string };

/** A state of the package that is shipped, of which tests take copies. */
export type Prepared = {
  /** Settings of the database in which it is the newest; nobody opens it. */
  readonly env: Env;
  readonly state: State;
  /** File with its backup. */
  readonly backup: string;
};

/** As it is shipped, and after another state was imported beside which nothing else is otherwise. */
export type PreparedStates = {
  readonly former: Prepared;
  readonly next: Prepared;
  /** How long that import took. */
  readonly importMs: number;
};

declare module "vitest" {
  export interface ProvidedContext {
    /** The programs that make faults and are there. */
    faultMakers: readonly JudgeName[];
    /** Of PostgreSQL null where there is none. */
    prepared: {
      readonly embedded: PreparedStates;
      readonly postgres: PreparedStates | null;
    };
    /** Settings of an embedded database that is up to date and holds nothing. */
    empty: Env;
    /** Folder of the package of the other state. */
    another: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide("faultMakers", provideJudges(FAULT_MAKERS));
  await built();
  const database = await emptyDatabase();
  project.provide("postgresUrl", database?.url ?? null);
  const ready = prepareOnce();
  project.provide("empty", { DATABASE_URL: "", DATA_DIR: ready.empty });
  const another = changedPackage("places.csv", otherNames);
  project.provide("another", another);
  const dataDirectory = temporaryFolder("next");
  copyDatabase(ready.loaded, dataDirectory);
  const [embedded, postgres] = await Promise.all([
    statesOf(another, {
      former: { DATABASE_URL: "", DATA_DIR: ready.loaded },
      next: { DATABASE_URL: "", DATA_DIR: dataDirectory },
    }),
    database ? inPostgres(database.url, another, ready.empty) : null,
  ]);
  project.provide("prepared", { embedded, postgres });
  if (!IS_LONG && !process.env.CI)
    process.stdout.write(
      "\n  LEFT OUT: the long form of the faults (500 kills, 200,000 random requests, a soak). Run npm run faults.\n\n",
    );
  return async () => {
    if (database) await inDatabase(database.url, ...NAMES.map(dropped));
    database?.stop();
  };
}

/** Both states in databases of the PostgreSQL. */
async function inPostgres(url: string, another: string, DATA_DIR: string): Promise<PreparedStates> {
  const [former, next] = NAMES;
  await inDatabase(url, ...NAMES.map(dropped), `CREATE DATABASE ${former}`);
  const env = (name: string) => {
    const beside = new URL(url);
    beside.pathname = `/${name}`;
    return { DATABASE_URL: beside.href, DATA_DIR };
  };
  await run("import", env(former), CALAIS);
  await inDatabase(url, `CREATE DATABASE ${next} TEMPLATE ${former}`);
  return statesOf(another, { former: env(former), next: env(next) });
}

const NAMES = ["faults_former", "faults_next"] as const;
const dropped = (name: string) => `DROP DATABASE IF EXISTS ${name}`;

/** Imports the other state into the second of two databases that are alike, and reads what both hold then. */
async function statesOf(
  another: string,
  { former, next }: { former: Env; next: Env },
): Promise<PreparedStates> {
  const started = performance.now();
  await run("import", next, another);
  const importMs = performance.now() - started;
  const prepared = async (env: Env): Promise<Prepared> => {
    const backup = path.join(temporaryFolder("state"), "backup.gz");
    await run("backup", env, backup);
    return { env, state: stateIn(readBackup(backup)), backup };
  };
  return { former: await prepared(former), next: await prepared(next), importMs };
}

async function run(name: "import" | "backup", env: Env, argument: string): Promise<void> {
  const args = [...SHORT_LIVED, `dist/server/${name}.js`, argument];
  await promisify(execFile)(process.execPath, args, { env: { ...plainEnvironment(), ...env } });
}

async function inDatabase(url: string, ...statements: readonly string[]): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
