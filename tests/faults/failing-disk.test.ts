// A disk that fails under a program, once or from some moment on: nothing is said to be done that is not, and what is left
// is whole, or the next start tells in words how to go on.
import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { temporaryFolder } from "../support/packages/packages.ts";
import { databaseKinds, loadedDatabase, statesIn } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { ERRORS, failing, randomFaults } from "./rig/failing-calls.ts";
import { figures } from "./rig/figures.ts";
import { worksOrEndsInWords } from "./rig/outcome.ts";
import { runProgram } from "./rig/program.ts";
import { readBackup, stateIn } from "./rig/whole-state.ts";

describe.skipIf(!inject("faultMakers").includes("strace"))("a disk that fails", () => {
  it("is told by an import, which leaves the former state or the new one", async () => {
    const { attempt, tell } = figures("imports on a failing disk");
    const another = inject("another");
    const states = statesIn("embedded");
    const [former, next] = [states.former.state, states.next.state];
    const seen = { former: 0, next: 0, "to be removed": 0 };
    for (const { under, what } of randomFaults("import", times(1, 100)))
      await attempt(what, async () => {
        const { env, remove } = await loadedDatabase("embedded");
        const outcome = await worksOrEndsInWords(runProgram("import", [another], { env, under }));
        const copy = path.join(temporaryFolder("after"), "copy.gz");
        const after = runProgram("backup", [copy], { env });
        if ((await worksOrEndsInWords(after)) === "words") {
          expect(outcome).toBe("words");
          expect(after.printed()).toMatch(/rm -r "/);
          seen["to be removed"] += 1;
        } else {
          const state = stateIn(readBackup(copy));
          expect(outcome === "works" ? [next] : [former, next]).toContainEqual(state);
          seen[state.label === next.label ? "next" : "former"] += 1;
        }
        await remove();
      });
    process.stdout.write(`  of them: ${JSON.stringify(seen)}\n`);
    tell();
  });

  it.each(databaseKinds())(
    "is told by a backup of %s, and no file is left that is not whole",
    async (kind) => {
      const { attempt, tell } = figures(`backups to a failing disk, ${kind}`);
      const { env, remove } = await loadedDatabase(kind);
      for (const error of ERRORS.slice(0, times(1, ERRORS.length)))
        for (const [calls, moments] of [
          ["write,writev", times(1, 3)],
          ["fsync", 1],
        ] as const)
          for (let moment = 1; moment <= moments; moment += 1)
            await attempt(`${error} of ${calls} ${moment}`, async () => {
              const file = path.join(temporaryFolder("backup"), "backup.gz");
              const under = [
                ...failing(calls, `error=${error}:when=${moment}+`),
                ...["-P", `${file}.unfinished`],
              ];
              const program = runProgram("backup", [file], { env, under });
              expect(await worksOrEndsInWords(program)).toBe("words");
              expect(program.printed()).toContain(`${file} was not written`);
              expect(readdirSync(path.dirname(file))).toEqual([]);
            });
      await remove();
      tell();
    },
  );
});
