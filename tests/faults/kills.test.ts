// kill −9 of an import at random moments: what is stored is whole, the old state or the new one.
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { databaseKinds, nextDatabase, statesIn } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { runProgram } from "./rig/program.ts";
import { randomFrom } from "./rig/random.ts";
import { twoPackages } from "./rig/two-packages.ts";
import { allIn, backupOf, readBackup, stateIn } from "./rig/whole-state.ts";

describe.concurrent.each(databaseKinds())("killed on %s", (kind) => {
  it("an import that is killed leaves the former state whole, or the new one", async () => {
    const random = randomFrom(`import ${kind}`);
    const { attempt, tell } = figures(`kill −9 of an import, ${kind}`);
    const states = statesIn(kind);
    // In it both states were published: each of them may be the next.
    const database = await nextDatabase(kind);
    const packages = twoPackages();
    const load = (folder: string) => runProgram("import", [folder], { env: database.env });
    const held = async () => backupOf(await database.open());
    const digests = [states.former.state.digest, states.next.state.digest];
    expect(new Set(digests).size).toBe(digests.length);
    const seen = { former: 0, next: 0 };
    let before = readBackup(states.next.backup);
    let next: 0 | 1 = 0;
    const turns = kind === "embedded" ? times(3, 150) : times(10, 250);
    for (let turn = 0; turn < turns; turn += 1)
      await attempt(`import ${turn}`, async () => {
        const program = load(packages(next, `turn-${turn}`));
        // The last one is let live: what the others left can be worked with.
        const isLast = turn === turns - 1;
        await Promise.race([
          program.ended,
          ...(isLast ? [] : [wait(random() * 1.2 * states.importMs)]),
        ]);
        await program.end("SIGKILL");
        const after = await held();
        const { digest, label } = stateIn(after);
        const isNext = label === `turn-${turn}`;
        seen[isNext ? "next" : "former"] += 1;
        // The former state is as it was, with all that was published before; the next one is whole.
        if (!isNext) expect(allIn(after) === allIn(before), "something of it is left").toBe(true);
        else expect(digest, "the next state is not whole").toBe(digests[next]);
        if (isNext) next = next === 0 ? 1 : 0;
        before = after;
      });
    await database.remove();
    process.stdout.write(`  of them: ${JSON.stringify(seen)}\n`);
    tell();
    expect(seen.next).toBeGreaterThan(0);
  });
});
