// Databases that are made for one attempt: a folder for the embedded one, or a new one in the PostgreSQL of the run.
import { rmSync } from "node:fs";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { inject } from "vitest";
import type { OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { createDatabase, dropDatabase } from "../../support/databases/new-database.ts";
import { MIGRATIONS } from "../../support/databases/shipped.ts";
import { temporaryFolder } from "../../support/packages/packages.ts";
import { copyDatabase } from "../../support/product/prepared.ts";
import { SHORT_LIVED } from "../../support/product/short-lived.ts";
import type { PreparedStates } from "./faults.setup.ts";

// Databases that are opened in this process are closed soon, too.
for (const option of SHORT_LIVED) setFlagsFromString(option);

export type DatabaseKind = "embedded" | "postgres";

/** The kinds that there are here; the set-up has said when PostgreSQL is left out. */
export function databaseKinds(): readonly DatabaseKind[] {
  return inject("postgresUrl") === null ? ["embedded"] : ["embedded", "postgres"];
}

/** On which the short form tries what is the same on both: the one that is ready sooner. */
export const quickKind = (): DatabaseKind => databaseKinds().at(-1) ?? "embedded";

export type FreshDatabase = {
  /** Settings with which the product uses it. */
  readonly env: { readonly DATABASE_URL: string; readonly DATA_DIR: string };
  /** Opens it in this process, migrated; close it before the product uses it again. */
  readonly open: () => Promise<OpenDatabase>;
  readonly remove: () => Promise<void>;
};

/** A database of the kind: an empty one, or a copy of one that nobody uses; an embedded one below the folder. */
export async function freshDatabase(
  kind: DatabaseKind,
  source?: Pick<FreshDatabase, "env">,
  folder = temporaryFolder("faults"),
): Promise<FreshDatabase> {
  const dataDirectory = path.join(folder, "data");
  if (source && kind === "embedded") copyDatabase(source.env.DATA_DIR, dataDirectory);
  const url = kind === "postgres" ? await createDatabase(source?.env.DATABASE_URL) : "";
  return {
    env: { DATABASE_URL: url, DATA_DIR: dataDirectory },
    open: () =>
      openDatabase({
        url: url || undefined,
        dataDirectory,
        migrationsFolder: MIGRATIONS,
        onProgress: () => {},
      }),
    remove: async () => {
      rmSync(folder, { recursive: true, force: true });
      if (url) await dropDatabase(url);
    },
  };
}

/** One that is up to date and holds nothing: for what is not about how it is made. */
export async function emptyDatabase(kind: DatabaseKind): Promise<FreshDatabase> {
  return freshDatabase(kind, kind === "embedded" ? { env: inject("empty") } : undefined);
}

/** One with the package that is shipped in it, which the set-up has loaded once. */
export async function loadedDatabase(
  kind: DatabaseKind,
  folder = temporaryFolder("faults"),
): Promise<FreshDatabase> {
  return freshDatabase(kind, statesIn(kind).former, folder);
}

/** One in which another state of it was published after that. */
export async function nextDatabase(kind: DatabaseKind): Promise<FreshDatabase> {
  return freshDatabase(kind, statesIn(kind).next);
}

/** What the set-up has published in databases of the kind. */
export function statesIn(kind: DatabaseKind): PreparedStates {
  const states = inject("prepared")[kind];
  if (states === null) throw new Error("there is no PostgreSQL here");
  return states;
}
