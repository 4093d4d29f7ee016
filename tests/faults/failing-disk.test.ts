// A disk that fails under a program, once or from some moment on: nothing is said to be done that is not, and what is left
// is whole, or the next start tells in words how to go on.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { changedPackage, temporaryFolder } from "../support/packages/packages.ts";
import { databaseKinds, freshDatabase, loadedDatabase } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { worksOrEndsInWords } from "./rig/outcome.ts";
import { type Program, type ProgramName, runProgram } from "./rig/program.ts";
import { randomFrom } from "./rig/random.ts";
import { stateOf } from "./rig/whole-state.ts";

/** What the system answers instead of doing what it is asked. */
const ERRORS = ["EIO", "ENOSPC"] as const;
/** The embedded database writes at a place of its files, which are brought to the disk at the end of an import. */
const CALLS = ["pwrite64", "fsync"] as const;

const STRACE = ["strace", "-f", "--seccomp-bpf", "-qq"];
const failing = (calls: string, how: string) => [
  ...STRACE,
  ...["-o", "/dev/null", "-e", `trace=${calls}`, "-e", `inject=${calls}:${how}`],
];

type Run = (under: readonly string[]) => Program;

/** How often a program makes each of the calls when none fails. */
async function countCalls(run: Run): Promise<ReadonlyMap<string, number>> {
  const file = path.join(temporaryFolder("calls"), "calls");
  const program = run([...STRACE, "-o", file, "-e", `trace=${CALLS.join()}`]);
  expect(await worksOrEndsInWords(program)).toBe("works");
  const made = readFileSync(file, "utf8");
  return new Map(CALLS.map((call) => [call, made.split(`${call}(`).length - 1]));
}

/** Faults at random moments, each with its description. */
function randomFaults(name: string, counts: ReadonlyMap<string, number>, count: number) {
  const random = randomFrom(`failing disk, ${name}`);
  return Array.from({ length: count }, (_, index) => {
    const call = CALLS[index % CALLS.length] ?? CALLS[0];
    const error = ERRORS[Math.floor(index / CALLS.length) % ERRORS.length];
    const first = 1 + Math.floor(random() * (counts.get(call) ?? 0));
    const isForGood = random() < 0.5;
    return {
      what: `${error} of ${call} ${first}${isForGood ? " and all after it" : ""}`,
      under: failing(call, `error=${error}:when=${first}${isForGood ? "+" : ""}`),
    };
  });
}

const run =
  (name: ProgramName, args: readonly string[], env: NodeJS.ProcessEnv): Run =>
  (under) =>
    runProgram(name, args, { env, under });

describe.skipIf(!inject("faultMakers").includes("strace"))("a disk that fails", () => {
  it("is told by a first start, and the next one is whole", async () => {
    const { attempt, tell } = figures("first starts on a failing disk");
    const calm = await freshDatabase("embedded");
    const counts = await countCalls(run("main", [], calm.env));
    await calm.remove();
    for (const { under, what } of randomFaults("first start", counts, times(4, 60)))
      await attempt(what, async () => {
        const { env, remove } = await freshDatabase("embedded");
        await worksOrEndsInWords(run("main", [], env)(under));
        expect(await worksOrEndsInWords(run("main", [], env)([]))).toBe("works");
        await remove();
      });
    tell();
  });

  it("is told by an import, which leaves the former state or the new one", async () => {
    const { attempt, tell } = figures("imports on a failing disk");
    const another = changedPackage("places.csv", (text) => text.replaceAll("Jungle", "Jungle B"));
    const calm = await loadedDatabase("embedded");
    const former = await stateOf(await calm.open());
    const counts = await countCalls(run("import", [another], calm.env));
    const next = await stateOf(await calm.open());
    await calm.remove();
    const seen = { former: 0, next: 0, "to be removed": 0 };
    for (const { under, what } of randomFaults("import", counts, times(4, 100)))
      await attempt(what, async () => {
        const { env, open, remove } = await loadedDatabase("embedded");
        const outcome = await worksOrEndsInWords(run("import", [another], env)(under));
        const copy = path.join(temporaryFolder("after"), "copy.gz");
        const after = run("backup", [copy], env)([]);
        if ((await worksOrEndsInWords(after)) === "words") {
          expect(outcome).toBe("words");
          expect(after.printed()).toMatch(/rm -r "/);
          seen["to be removed"] += 1;
        } else {
          const state = await stateOf(await open());
          expect(outcome === "works" ? [next] : [former, next]).toContainEqual(state);
          seen[state.hash === next.hash ? "next" : "former"] += 1;
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
      for (const error of ERRORS)
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
              const program = run("backup", [file], env)(under);
              expect(await worksOrEndsInWords(program)).toBe("words");
              expect(program.printed()).toContain(`${file} was not written`);
              expect(readdirSync(path.dirname(file))).toEqual([]);
            });
      await remove();
      tell();
    },
  );
});
