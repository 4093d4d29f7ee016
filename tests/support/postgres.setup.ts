// A throw-away PostgreSQL cluster with PostGIS for the tests that run on the real server.
import type { TestProject } from "vitest/node";
import { canInstall, install, leaveOut } from "./apt.ts";
import { findBinaries, startCluster } from "./cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of an empty database, or null where there is no server. */
    postgresUrl: string | null;
  }
}

export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide("postgresUrl", given);
    return undefined;
  }
  let binaries = findBinaries();
  if (!binaries && canInstall()) {
    install("postgresql", "postgresql-postgis");
    binaries = findBinaries();
  }
  if (!binaries) {
    leaveOut(
      "the tests on a real PostgreSQL + PostGIS.",
      "Install both, or set TEST_DATABASE_URL to an empty database of a server that has them.",
    );
    project.provide("postgresUrl", null);
    return undefined;
  }
  const { url, stop } = await startCluster(binaries);
  project.provide("postgresUrl", url);
  return stop;
}
