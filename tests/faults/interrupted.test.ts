// SIGTERM and SIGINT at random moments of an import and a backup of the embedded database: it is gone soon, and what it leaves
// is whole.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/packages/packages.ts";
import { loadedDatabase, nextDatabase, statesIn } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { interrupt } from "./rig/interrupt.ts";
import { runProgram } from "./rig/program.ts";
import { twoPackages } from "./rig/two-packages.ts";
import { stateOf } from "./rig/whole-state.ts";

/** Within them each is done where nobody interrupts it. */
const LONGEST_MS = { import: 5000, backup: 3000 } as const;

describe("the embedded database, interrupted", () => {
  it("in an import keeps the former state, or has the new one", async () => {
    const { attempt, tell } = figures("imports interrupted");
    const database = await nextDatabase("embedded");
    const packages = twoPackages();
    const load = (folder: string) => runProgram("import", [folder], { env: database.env });
    const { former, next } = statesIn("embedded");
    const digests = [former.state.digest, next.state.digest];
    for (let turn = 0; turn < times(1, 50); turn += 1)
      await attempt(`import ${turn}`, async () => {
        await interrupt(load(packages(turn % 2 === 0 ? 0 : 1, `turn-${turn}`)), LONGEST_MS.import);
        expect(digests).toContain((await stateOf(await database.open())).digest);
      });
    await database.remove();
    tell();
  });

  it("in a backup leaves a whole file or none", async () => {
    const { attempt, tell } = figures("backups interrupted");
    const { env, remove } = await loadedDatabase("embedded");
    for (let turn = 0; turn < times(1, 50); turn += 1)
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
