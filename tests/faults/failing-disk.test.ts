// A disk that fails under a program, once or from some moment on: nothing is said to be done that is not, and what is left
// is whole, or the next start tells in words how to go on.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { temporaryFolder } from "../support/packages/packages.ts";
import { databaseKinds, freshDatabase, loadedDatabase, statesIn } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { isReady, worksOrEndsInWords } from "./rig/outcome.ts";
import { runProgram } from "./rig/program.ts";
import { randomFrom } from "./rig/random.ts";
import { stateIn } from "./rig/whole-state.ts";

/** What the system answers instead of doing what it is asked. */
const ERRORS = ["EIO", "ENOSPC"] as const;
/** The embedded database writes at a place of its files, which are brought to the disk at the end of an import. */
const CALLS = ["pwrite64", "fsync"] as const;

const failing = (calls: string, how: string) => [
  ...["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null"],
  ...["-e", `trace=${calls}`, "-e", `inject=${calls}:${how}`],
];

/** About as often each call is made where none fails; a fault after the last one is none. */
const MADE = {
  "first start": { pwrite64: 7900, fsync: 2100 },
  import: { pwrite64: 890, fsync: 1090 },
} as const;

/** Faults at random moments of what is done, each with its description. */
function randomFaults(done: keyof typeof MADE, count: number) {
  const random = randomFrom(`failing disk, ${done}`);
  return Array.from({ length: count }, (_, index) => {
    const call = CALLS[index % CALLS.length] ?? CALLS[0];
    const error = ERRORS[Math.floor(index / CALLS.length + index) % ERRORS.length];
    const first = 1 + Math.floor(random() * MADE[done][call]);
    const isForGood = random() < 0.5;
    return {
      what: `${error} of ${call} ${first}${isForGood ? " and all after it" : ""}`,
      under: failing(call, `error=${error}:when=${first}${isForGood ? "+" : ""}`),
    };
  });
}

describe.skipIf(!inject("faultMakers").includes("strace"))("a disk that fails", () => {
  it("is told by a first start, and one on a disk that is whole again comes to its end", async () => {
    const { attempt, tell } = figures("first starts on a failing disk");
    let database = await freshDatabase("embedded");
    for (const { under, what } of randomFaults("first start", times(1, 60)))
      await attempt(what, async () => {
        const service = runProgram("main", [], { env: database.env, under });
        if ((await worksOrEndsInWords(service)) === "words") return;
        // It came to its end before: the next one starts from nothing again.
        await database.remove();
        database = await freshDatabase("embedded");
      });
    await attempt("the start on a whole disk", () => isReady(database.env));
    await database.remove();
    tell();
  });

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
          const state = stateIn(gunzipSync(readFileSync(copy)).toString());
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
