// Disks that are full or read-only: each program says so in words and ends, and works again when there is room.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { afterEach, describe, expect, inject, it } from "vitest";
import { minimalPackage } from "../support/packages/minimal-package.ts";
import { CALAIS, temporaryFolder } from "../support/packages/packages.ts";
import {
  databaseKinds,
  freshDatabase,
  loadedDatabase,
  quickKind,
  statesIn,
} from "./rig/databases.ts";
import { IS_LONG, times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { isReady, worksOrEndsInWords } from "./rig/outcome.ts";
import { addressOf, type ProgramName, runProgram } from "./rig/program.ts";
import { canMount, SmallDisk } from "./rig/small-disk.ts";
import { stateOf } from "./rig/whole-state.ts";

/** More than a database, and all that is written beside it, takes. */
const ROOMY_MB = 400;
const FULL = /The disk under DATA_DIR .* is full .* Make room there/;
const READ_ONLY = /DATA_DIR .* is none: the file system is mounted read-only\. Make it writable/;

const disks: SmallDisk[] = [];
const diskOf = (megabytes: number) => {
  const disk = new SmallDisk(megabytes);
  disks.push(disk);
  return disk;
};
afterEach(() => {
  for (const disk of disks.splice(0)) disk.remove();
});

/** One that this machine runs, so that its files can be put on a disk of the tests. */
const hasOwnServer =
  databaseKinds().includes("postgres") && process.env.TEST_DATABASE_URL === undefined;

type Command = readonly [name: ProgramName, ...args: string[]];

async function says(words: RegExp, [name, ...args]: Command, env: NodeJS.ProcessEnv) {
  const program = runProgram(name, args, { env });
  expect(await worksOrEndsInWords(program)).toBe("words");
  expect(program.printed(), program.printed()).toMatch(words);
}

const another = inject("another");
/** Where it is the database that has no room, whatever is loaded into it. */
const small = minimalPackage();

describe.skipIf(!canMount())("a disk", () => {
  it("that is full is told at a first start, which comes to its end where room is made", async () => {
    const { attempt, tell } = figures("first starts without room");
    for (const megabytes of [30, 110, 60, 90].slice(0, times(1, 4)))
      await attempt(`${megabytes} MB`, async () => {
        const disk = diskOf(megabytes);
        const { env } = await freshDatabase("embedded", undefined, disk.folder);
        const started = { ...env, DATA_PACKAGE: small };
        await says(FULL, ["main"], started);
        await says(FULL, ["import", small], env);
        disk.makeRoom(ROOMY_MB);
        if (megabytes === 30) await isReady(started);
      });
    tell();
  });

  it("that becomes full keeps no service from answering, or from its end, is told by an import and a start, and what is stored is whole when room is made", async () => {
    const { attempt, tell } = figures("services, imports and starts whose disk becomes full");
    const { former, next } = statesIn("embedded");
    const wholes = [former.state, next.state];
    for (const megabytes of [0, 4, 1, 12, 19].slice(0, times(1, 5)))
      await attempt(`${megabytes} MB`, async () => {
        const disk = diskOf(ROOMY_MB);
        const { env, open } = await loadedDatabase("embedded", disk.folder);
        const service = runProgram("main", [], { env });
        const address = await addressOf(service);
        disk.fill(megabytes);
        for (const question of ["items?limit=500", "items?q=jungle", "items?sortby=-id&limit=1"]) {
          const answer = await fetch(`${address}/api/collections/events/${question}`);
          expect(answer.status, await answer.text()).toBe(200);
        }
        const { signal } = await service.end("SIGTERM");
        expect(signal, service.printed()).toBe(null);
        disk.fill(megabytes);
        await worksOrEndsInWords(runProgram("import", [another], { env }));
        // The same import by a start.
        if (IS_LONG)
          await worksOrEndsInWords(
            runProgram("main", ["--import"], { env: { ...env, DATA_PACKAGE: another } }),
          );
        disk.makeRoom(ROOMY_MB);
        await isReady(env);
        expect(wholes).toContainEqual(await stateOf(await open()));
      });
    tell();
  });

  it("that is read-only is told by a start, an import and a backup, which work when it can be written again", async () => {
    const { attempt, tell } = figures("read-only disks");
    await attempt("an empty one", async () => {
      const disk = diskOf(ROOMY_MB);
      const { env } = await freshDatabase("embedded", undefined, disk.folder);
      disk.remount("ro");
      await says(READ_ONLY, ["main"], env);
      disk.remount("rw");
    });
    await attempt("one with a database", async () => {
      const disk = diskOf(ROOMY_MB);
      const { env } = await loadedDatabase("embedded", disk.folder);
      disk.remount("ro");
      const file = path.join(temporaryFolder("backup"), "backup.gz");
      for (const command of [["main"], ["import", another], ["backup", file]] as const)
        await says(READ_ONLY, command, env);
      expect(readdirSync(path.dirname(file))).toEqual([]);
      disk.remount("rw");
      await isReady(env);
    });
    tell();
  });

  it.skipIf(!hasOwnServer).each(["was used", "nobody has opened"])(
    "that is full under a database of PostgreSQL that %s is told by an import, which works when there is room",
    async (before) => {
      const { attempt, tell } = figures(`PostgreSQL without room for a database that ${before}`);
      const { env, open, remove } = await loadedDatabase("postgres");
      if (before === "was used")
        expect(await stateOf(await open())).toEqual(statesIn("postgres").former.state);
      const disk = diskOf(ROOMY_MB);
      execFileSync("chown", ["postgres", disk.folder]);
      const sql = postgres(inject("postgresUrl") ?? "", { max: 1 });
      const name = new URL(env.DATABASE_URL).pathname.slice(1);
      await sql.unsafe(`CREATE TABLESPACE small LOCATION '${disk.folder}'`);
      await sql.unsafe(`ALTER DATABASE ${name} SET TABLESPACE small`);
      disk.fill(0.1);
      await attempt("an import", async () => {
        await says(/Make room on the disk of the server/, ["import", another], env);
        // Of the other one nothing can be read before there is room.
        if (before === "nobody has opened") disk.makeRoom(ROOMY_MB);
        expect(await stateOf(await open())).toEqual(statesIn("postgres").former.state);
      });
      if (before === "was used") disk.makeRoom(ROOMY_MB);
      await attempt("an import when there is room", async () => {
        expect(await worksOrEndsInWords(runProgram("import", [another], { env }))).toBe("works");
      });
      await remove();
      await sql.unsafe("DROP TABLESPACE small");
      await sql.end();
      tell();
    },
  );

  it.each(databaseKinds())(
    "without room for a backup of %s is told, and nothing is left on it",
    async (kind) => {
      const { attempt, tell } = figures(`backups without room, ${kind}`);
      const { env, remove } = await loadedDatabase(kind);
      for (const state of ["full", "read-only"].slice(0, kind === quickKind() ? 2 : times(1, 2)))
        await attempt(state, async () => {
          const disk = diskOf(1);
          if (state === "full") disk.fill(0.05);
          else disk.remount("ro");
          const before = readdirSync(disk.folder);
          const file = path.join(disk.folder, "backup.gz");
          await says(/backup\.gz was not written: .*(full|read-only)/, ["backup", file], env);
          expect(readdirSync(disk.folder)).toEqual(before);
        });
      await remove();
      tell();
    },
  );

  it("without room for temporary files changes no download, and is told by a dry run", async () => {
    const { attempt, tell } = figures("temporary folders without room");
    const { env, remove } = await loadedDatabase(quickKind());
    const disk = diskOf(1);
    disk.fill(0);
    const settings = { ...env, TMPDIR: disk.folder };
    const service = runProgram("main", [], { env: settings });
    const address = await addressOf(service);
    const get = async (file: string) => {
      const answer = await fetch(`${address}/api/download/${file}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(answer.status, bytes.subarray(0, 400).toString()).toBe(200);
      return bytes;
    };
    const files = ["gpkg", "fgb", "csv", "kml"].map((format) => `events.${format}`);
    const first = new Map<string, Buffer>();
    for (const file of files)
      await attempt(file, async () => void first.set(file, await get(file)));
    await attempt("a dry run", () =>
      says(/Make room/, ["import", CALAIS, "--dry-run"], {
        ...settings,
        // Where there is a database, it is that one's transaction that is rolled back.
        ...{ DATABASE_URL: "", DATA_DIR: path.join(disk.folder, "none") },
      }),
    );
    disk.makeRoom(ROOMY_MB);
    for (const file of files)
      await attempt(`${file} when there is room`, async () =>
        expect((await get(file)).equals(first.get(file) ?? Buffer.of())).toBe(true),
      );
    await service.end("SIGTERM");
    await remove();
    tell();
  });
});
