// Throw-away PostgreSQL clusters with PostGIS on this machine, and streaming replicas of them.
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const DEBIAN_CLUSTERS = "/usr/lib/postgresql";

/** Where the programs of the newest server on this machine are that has PostGIS. */
export function findBinaries(): string | undefined {
  if (!existsSync(DEBIAN_CLUSTERS)) return undefined;
  const versions = readdirSync(DEBIAN_CLUSTERS).sort((a, b) => Number(b) - Number(a));
  const found = versions.find((version) =>
    existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
  );
  return found && path.join(DEBIAN_CLUSTERS, found, "bin");
}

export type Cluster = {
  readonly url: string;
  readonly start: () => void;
  /** At once, as when the machine is lost. */
  readonly halt: () => void;
  /** Stops it for good and removes its files. */
  readonly stop: () => void;
};

const USER = "rocade";
const NAME = "rocade_test";
/** Nothing here has to survive a power cut. */
const QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";

/** A cluster with an empty database in it; `settings`: more options of the server. */
export async function startCluster(binaries: string, settings = ""): Promise<Cluster> {
  return startIn(binaries, settings, ({ data, port, run, start }) => {
    run(
      "initdb",
      "-D",
      data,
      "-U",
      USER,
      "--auth=trust",
      "--encoding=UTF8",
      "--no-locale",
      "--no-sync",
    );
    start();
    run("createdb", "-h", "127.0.0.1", "-p", String(port), "-U", USER, NAME);
  });
}

/** A cluster that receives what the other one writes, and can be read. */
export async function startReplica(binaries: string, primary: Cluster): Promise<Cluster> {
  const { hostname, port } = new URL(primary.url);
  return startIn(binaries, "", ({ data, run, start }) => {
    run(
      "pg_basebackup",
      "-D",
      data,
      "-R",
      "-X",
      "stream",
      "-c",
      "fast",
      "-h",
      hostname,
      "-p",
      port,
      "-U",
      USER,
    );
    start();
  });
}

type Made = {
  readonly data: string;
  readonly port: number;
  readonly run: (program: string, ...args: string[]) => void;
  readonly start: () => void;
};

async function startIn(
  binaries: string,
  settings: string,
  make: (made: Made) => void,
): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), "rocade-postgres-"));
  const data = path.join(folder, "data");
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, "postgres"])));
    chownSync(folder, uid ?? 0, gid ?? 0);
  }
  // The server refuses to run as root.
  const run = (program: string, ...args: string[]) => {
    const command = path.join(binaries, program);
    const [file, all] = isRoot
      ? (["runuser", ["-u", "postgres", "--", command, ...args]] as const)
      : ([command, args] as const);
    execFileSync(file, all, { stdio: "ignore", cwd: folder });
  };
  const port = await freePort();
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 ${QUICK} ${settings}`;
  const start = () =>
    run("pg_ctl", "-D", data, "-w", "-l", path.join(folder, "log"), "-o", options, "start");
  const halt = () => run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop");
  make({ data, port, run, start });
  return {
    url: `postgres://${USER}@127.0.0.1:${port}/${NAME}`,
    start,
    halt,
    stop: () => {
      try {
        halt();
      } catch {
        // It was halted before.
      }
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
