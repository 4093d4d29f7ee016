// SIGTERM and SIGINT at random moments of all that a program does with the embedded database: it is gone soon, and what it
// leaves is whole.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { changedPackage, temporaryFolder } from "../support/packages/packages.ts";
import { type FreshDatabase, freshDatabase, loadedDatabase } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { INSIDES } from "./rig/insides.ts";
import { NEWEST_MIGRATIONS, olderDatabase } from "./rig/older-database.ts";
import { isReady } from "./rig/outcome.ts";
import { type Program, runProgram } from "./rig/program.ts";
import { randomFrom } from "./rig/random.ts";
import { type State, stateOf } from "./rig/whole-state.ts";

/** Ten seconds on a machine of its own; here others are at work. */
const GONE_MS = 20_000;
/** Within them each is done where nobody interrupts it. */
const LONGEST_MS = { start: 12_000, migration: 6000, import: 5000, backup: 3000 } as const;

const random = randomFrom("interrupted");

/** Interrupts the program at a random moment, unless it is ready or done before. */
async function interrupt(program: Program, longestMs: number): Promise<void> {
  const signal = random() < 0.5 ? "SIGTERM" : "SIGINT";
  const ready = program.says(/The map: /).catch(() => {});
  await Promise.race([ready, program.ended, wait(random() * longestMs)]);
  const told = performance.now();
  const late = wait(GONE_MS).then(() => "late" as const);
  const ending = await Promise.race([program.end(signal), late]);
  if (ending === "late") {
    await program.end("SIGKILL");
    throw new Error(`${signal} did not end it:\n${program.printed()}`);
  }
  expect(performance.now() - told).toBeLessThan(GONE_MS);
  expect(program.printed()).not.toMatch(INSIDES);
}

const start = ({ env }: FreshDatabase) => runProgram("main", [], { env });

describe("the embedded database, interrupted", () => {
  it("in a first start comes to a whole state", async () => {
    const { attempt, tell } = figures("first starts interrupted");
    const database = await freshDatabase("embedded");
    for (let turn = 0; turn < times(1, 25); turn += 1)
      await attempt(`start ${turn}`, () => interrupt(start(database), LONGEST_MS.start));
    await attempt("the start that is let live", () => isReady(database.env));
    await database.remove();
    tell();
  });

  it("in a migration is brought up to date by the next start", async () => {
    const { attempt, tell } = figures("migrations interrupted");
    const loaded = await loadedDatabase("embedded");
    const whole = await stateOf(await loaded.open());
    await loaded.remove();
    const older = await olderDatabase("embedded", NEWEST_MIGRATIONS);
    for (let turn = 0; turn < times(1, 25); turn += 1)
      await attempt(`migration ${turn}`, async () => {
        const database = await freshDatabase("embedded", older);
        await interrupt(start(database), LONGEST_MS.migration);
        await isReady(database.env);
        expect(await stateOf(await database.open())).toEqual(whole);
        await database.remove();
      });
    await older.remove();
    tell();
  });

  it("in an import keeps the former state, or has the new one", async () => {
    const { attempt, tell } = figures("imports interrupted");
    const database = await loadedDatabase("embedded");
    const packages = ["first", "second"].map((word) =>
      changedPackage("places.csv", (text) => text.replaceAll("Jungle", `Jungle ${word}`)),
    );
    const load = (folder = "") => runProgram("import", [folder], { env: database.env });
    const wholes: State[] = [await stateOf(await database.open())];
    for (const folder of packages) {
      expect((await load(folder).ended).code).toBe(0);
      wholes.push(await stateOf(await database.open()));
    }
    for (let turn = 0; turn < times(2, 50); turn += 1)
      await attempt(`import ${turn}`, async () => {
        await interrupt(load(packages[turn % 2]), LONGEST_MS.import);
        expect(wholes).toContainEqual(await stateOf(await database.open()));
      });
    await database.remove();
    tell();
  });

  it("in a backup leaves a whole file or none", async () => {
    const { attempt, tell } = figures("backups interrupted");
    const { env, remove } = await loadedDatabase("embedded");
    for (let turn = 0; turn < times(2, 50); turn += 1)
      await attempt(`backup ${turn}`, async () => {
        const file = path.join(temporaryFolder("backup"), "backup.gz");
        await interrupt(runProgram("backup", [file], { env }), LONGEST_MS.backup);
        const left = readdirSync(path.dirname(file));
        expect(left).toEqual(existsSync(file) ? [path.basename(file)] : []);
        if (!existsSync(file)) return;
        const restored = runProgram("restore", [file, "--replace"], { env });
        expect((await restored.ended).code, restored.printed()).toBe(0);
      });
    await remove();
    tell();
  });
});
