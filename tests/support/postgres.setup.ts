// A throw-away PostgreSQL cluster with PostGIS for the tests that run on the real server.
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { canInstall, install, leaveOut } from "./apt.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of an empty database, or null where there is no server. */
    postgresUrl: string | null;
  }
}

const DEBIAN_CLUSTERS = "/usr/lib/postgresql";

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

/** The newest server on this machine that has PostGIS. */
function findBinaries(): string | undefined {
  if (!existsSync(DEBIAN_CLUSTERS)) return undefined;
  const versions = readdirSync(DEBIAN_CLUSTERS).sort((a, b) => Number(b) - Number(a));
  const found = versions.find((version) =>
    existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
  );
  return found && path.join(DEBIAN_CLUSTERS, found, "bin");
}

async function startCluster(binaries: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "rocade-postgres-"));
  const data = path.join(folder, "data");
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, "postgres"])));
    chownSync(folder, uid ?? 0, gid ?? 0);
  }
  // The server refuses to run as root.
  const run = (program: string, ...args: string[]) =>
    isRoot
      ? execFileSync("runuser", ["-u", "postgres", "--", path.join(binaries, program), ...args], {
          stdio: "ignore",
          cwd: folder,
        })
      : execFileSync(path.join(binaries, program), args, { stdio: "ignore", cwd: folder });
  const port = await freePort();
  run(
    "initdb",
    "-D",
    data,
    "-U",
    "rocade",
    "--auth=trust",
    "--encoding=UTF8",
    "--no-locale",
    "--no-sync",
  );
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off`;
  run("pg_ctl", "-D", data, "-w", "-l", path.join(folder, "log"), "-o", settings, "start");
  run("createdb", "-h", "127.0.0.1", "-p", String(port), "-U", "rocade", "rocade_test");
  return {
    url: `postgres://rocade@127.0.0.1:${port}/rocade_test`,
    stop: () => {
      run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
