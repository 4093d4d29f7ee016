// kill −9 of an import at random moments: what is stored is whole, the old state or the new one.
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { CALAIS, changedPackage } from "../support/packages/packages.ts";
import { databaseKinds, loadedDatabase } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { runProgram } from "./rig/program.ts";
import { randomFrom } from "./rig/random.ts";
import { stateOf } from "./rig/whole-state.ts";

describe.each(databaseKinds())("killed on %s", (kind) => {
  it("an import that is killed leaves the former state whole, or the new one", async () => {
    const random = randomFrom(`import ${kind}`);
    const { attempt, tell } = figures(`kill −9 of an import, ${kind}`);
    const database = await loadedDatabase(kind);
    // The one that is stored already, and another.
    const packages = [
      CALAIS,
      changedPackage("places.csv", (text) => text.replaceAll("Jungle", "Jungle again")),
    ];
    const load = (folder: string) => runProgram("import", [folder], { env: database.env });
    const hashes = new Map<string, string>();
    const note = async () => {
      const { hash, digest } = await stateOf(await database.open());
      hashes.set(hash, digest);
    };
    const seen = { former: 0, next: 0 };
    await note();
    const started = performance.now();
    if ((await load(packages[1] ?? "").ended).code !== 0)
      throw new Error("the package was not loaded");
    const longestMs = performance.now() - started;
    await note();
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
