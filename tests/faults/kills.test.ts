// kill −9 at random moments: whatever is killed, the next start has a whole state, the old one or the new one.
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { changedPackage } from "../support/packages/packages.ts";
import {
  databaseKinds,
  type FreshDatabase,
  freshDatabase,
  loadedDatabase,
} from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { NEWEST_MIGRATIONS, olderDatabase } from "./rig/older-database.ts";
import { addressOf, runProgram } from "./rig/program.ts";
import { randomFrom } from "./rig/random.ts";
import { stateOf } from "./rig/whole-state.ts";

/** Within it a first start that nobody kills is ready. */
const LONGEST_START_MS = 12_000;
/** Within them an older database is up to date, counted from what the service says before. */
const LONGEST_MIGRATION_MS = { embedded: 6000, postgres: 2000 } as const;

describe.each(databaseKinds())("killed on %s", (kind) => {
  /** Starts the service and kills it at the moment, unless it is ready before; throws where it ends by itself. */
  async function killStart(database: FreshDatabase, momentMs: number): Promise<"ready" | "killed"> {
    const service = runProgram("main", [], { env: database.env });
    const ready = addressOf(service).then(() => "ready" as const);
    const first = await Promise.race([ready.catch(() => "ended" as const), wait(momentMs)]);
    if (first === "ended") throw new Error(service.printed());
    await service.end("SIGKILL");
    await ready.catch(() => {});
    return first ?? "killed";
  }

  /** Starts the service; throws where it does not become ready. */
  async function letLive(database: FreshDatabase): Promise<void> {
    const service = runProgram("main", [], { env: database.env });
    try {
      const answer = await fetch(`${await addressOf(service)}/readyz`);
      expect(answer.status, await answer.text()).toBe(200);
    } finally {
      await service.end("SIGTERM");
    }
  }

  it("a first start that is killed again and again comes to a whole state", async () => {
    const random = randomFrom(`first start ${kind}`);
    const { attempt, tell } = figures(`kill −9 of the first start, ${kind}`);
    let database = await freshDatabase(kind);
    for (let turn = 0; turn < times(3, 25); turn += 1)
      await attempt(`start ${turn}`, async () => {
        if ((await killStart(database, random() * LONGEST_START_MS)) === "killed") return;
        // It was quicker than that moment: the next one starts from nothing again.
        await database.remove();
        database = await freshDatabase(kind);
      });
    await attempt("the start that is let live", () => letLive(database));
    await database.remove();
    tell();
  });

  it("a migration that is killed leaves a database that the next start brings up to date", async () => {
    const random = randomFrom(`migration ${kind}`);
    const { attempt, tell } = figures(`kill −9 of a migration, ${kind}`);
    const loaded = await loadedDatabase(kind);
    const whole = await stateOf(await loaded.open());
    await loaded.remove();
    const older = await olderDatabase(kind, NEWEST_MIGRATIONS);
    for (let turn = 0; turn < times(3, 25); turn += 1)
      await attempt(`migration ${turn}`, async () => {
        const database = await freshDatabase(kind, older);
        const service = runProgram("main", [], { env: database.env });
        const migrated = service.says(/nothing is stored/).then(() => "migrated" as const);
        await (kind === "embedded" ? service.says(/opening/) : service.says(/Rocade starts/));
        const moment = random() * LONGEST_MIGRATION_MS[kind];
        await Promise.race([migrated, wait(moment)]);
        await service.end("SIGKILL");
        await migrated.catch(() => {});
        await letLive(database);
        expect(await stateOf(await database.open())).toEqual(whole);
        await database.remove();
      });
    await older.remove();
    tell();
  });

  it("an import that is killed leaves the former state whole, or the new one", async () => {
    const random = randomFrom(`import ${kind}`);
    const { attempt, tell } = figures(`kill −9 of an import, ${kind}`);
    const database = await loadedDatabase(kind);
    const packages = ["first", "second"].map((word) =>
      changedPackage("places.csv", (text) => text.replaceAll("Jungle", `Jungle ${word}`)),
    );
    const load = (folder: string) => runProgram("import", [folder], { env: database.env });
    const hashes = new Map<string, string>();
    const seen = { former: 0, next: 0 };
    let longestMs = 0;
    for (const folder of packages) {
      const started = performance.now();
      if ((await load(folder).ended).code !== 0) throw new Error("the package was not loaded");
      longestMs = performance.now() - started;
      const { hash, digest } = await stateOf(await database.open());
      hashes.set(hash, digest);
    }
    expect(hashes.size).toBe(packages.length);
    let former = [...hashes.keys()].at(-1);
    const turns = kind === "embedded" ? times(3, 150) : times(10, 250);
    for (let turn = 0; turn < turns; turn += 1)
      await attempt(`import ${turn}`, async () => {
        // The one that is not stored.
        const program = load(packages[1 - [...hashes.keys()].indexOf(former ?? "")] ?? "");
        // The last one is let live: what the others left can be worked with.
        const isLast = turn === turns - 1;
        await Promise.race([program.ended, ...(isLast ? [] : [wait(random() * 1.2 * longestMs)])]);
        await program.end("SIGKILL");
        const { hash, digest } = await stateOf(await database.open());
        expect(hashes.get(hash), `the state ${hash} is not whole`).toBe(digest);
        seen[hash === former ? "former" : "next"] += 1;
        former = hash;
      });
    await database.remove();
    process.stdout.write(`  of them: ${JSON.stringify(seen)}\n`);
    tell();
    expect(seen.next).toBeGreaterThan(0);
  });
});
