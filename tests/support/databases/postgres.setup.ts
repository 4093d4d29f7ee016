// A throw-away PostgreSQL cluster with PostGIS for the tests that run on the real server.
import type { TestProject } from "vitest/node";
import { canInstall, install, leaveOut } from "../programs/apt.ts";
import { findBinaries, startCluster } from "./cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of an empty database, or null where there is no server. */
    postgresUrl: string | null;
  }
}

export type EmptyDatabase = { readonly url: string; readonly stop: () => void };

/** As `findDatabase`; where no server can be had, the tests on it are said to be left out. */
export async function emptyDatabase(): Promise<EmptyDatabase | undefined> {
  const found = await findDatabase();
  if (!found)
    leaveOut(
      "the tests on a real PostgreSQL + PostGIS.",
      "Install both, or set TEST_DATABASE_URL to an empty database of a server that has them.",
    );
  return found;
}

/** The database that was given, else one of a cluster of its own; none where no server can be had. */
export async function findDatabase(): Promise<EmptyDatabase | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: () => {} };
  let binaries = findBinaries();
  if (!binaries && canInstall()) {
    install("postgresql", "postgresql-postgis");
    binaries = findBinaries();
  }
  return binaries === undefined ? undefined : startCluster(binaries);
}

export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const database = await emptyDatabase();
  project.provide("postgresUrl", database?.url ?? null);
  return database?.stop;
}
