// One process at a time has a data directory: real processes, which are stopped and killed.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "#db/project-root.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

const BUNDLE = path.join(projectRoot(), "dist", "tests");
const PROGRAM = path.join(projectRoot(), "tests", "support", "databases", "lease-holder.mjs");

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: "silent",
    build: { ssr: "db/embedded/lease.ts", outDir: BUNDLE, emptyOutDir: true },
  });
});

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
});

type Contender = {
  readonly child: ChildProcess;
  /** Whether it has the directory, or why not. */
  readonly outcome: Promise<string>;
  readonly ended: Promise<unknown[]>;
};

/** A process that wants the directory. */
function contend(directory: string): Contender {
  const child = spawn(process.execPath, [PROGRAM, path.join(BUNDLE, "lease.js"), directory]);
  running.add(child);
  const ended = once(child, "exit");
  void ended.then(() => running.delete(child));
  const outcome = once(child.stdout, "data").then(([text]) => String(text).trim());
  return { child, outcome, ended };
}

/** Lets it go by itself. */
const giveBack = async ({ child, ended }: Contender) => {
  child.stdin?.write("end\n");
  await ended;
};

const kill = async ({ child, ended }: Contender) => {
  child.kill("SIGKILL");
  await ended;
};

const newest = (directory: string) => {
  const names = readdirSync(path.join(directory, "lock"));
  return path.join(
    directory,
    "lock",
    names.sort((a, b) => parseInt(b, 10) - parseInt(a, 10))[0] ?? "",
  );
};

/** Makes the lock look as if it were of a process in another container: with another list of processes. */
function asFromElsewhere(directory: string): void {
  const file = newest(directory);
  const holder = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...holder, host: "elsewhere", machine: "another pid:[1]" }));
}

describe.concurrent("the lock on the data directory", () => {
  it("is had by exactly one of three processes that find a lock of one that was killed, every time", async () => {
    const directory = temporaryFolder("lease");
    for (let round = 0; round < 8; round += 1) {
      const contenders = [1, 2, 3].map(() => contend(directory));
      const outcomes = await Promise.all(contenders.map(({ outcome }) => outcome));
      const holders = contenders.filter((_, index) => outcomes[index] === "taken");
      expect(holders, outcomes.join("\n")).toHaveLength(1);
      const [holder] = holders;
      const refusals = outcomes.filter((outcome) => outcome !== "taken");
      expect(refusals).toEqual(
        [1, 2].map(() =>
          expect.stringContaining(`is in use by process ${holder?.child.pid} since`),
        ),
      );
      if (holder) await kill(holder);
    }
  });

  it("is taken at once when its holder gave it back or was killed, also by a pid that is used again", async () => {
    const directory = temporaryFolder("lease");
    const first = contend(directory);
    expect(await first.outcome).toBe("taken");
    await giveBack(first);
    const second = contend(directory);
    expect(await second.outcome).toBe("taken");
    await kill(second);
    // As in a container, where the program is process 1 each time: the number lives, and is another process.
    const file = newest(directory);
    const left = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...left, pid: process.pid }));
    const began = performance.now();
    const third = contend(directory);
    expect(await third.outcome).toBe("taken");
    expect(performance.now() - began).toBeLessThan(10_000);
    await giveBack(third);
  });

  it("is not had by the holder of the directory that was copied while it was in use", async () => {
    const [directory, copy] = [temporaryFolder("lease"), temporaryFolder("lease")];
    const holder = contend(directory);
    expect(await holder.outcome).toBe("taken");
    cpSync(directory, copy, { recursive: true });
    const other = contend(copy);
    expect(await other.outcome).toBe("taken");
    expect(await contend(directory).outcome).toContain("is in use by process");
    await Promise.all([giveBack(holder), giveBack(other)]);
  });

  it("is refused while a holder in another container gives signs of life, and taken when it gives none", async () => {
    const [alive, dead] = [temporaryFolder("lease"), temporaryFolder("lease")];
    const [holder, killed] = [contend(alive), contend(dead)];
    expect(await Promise.all([holder.outcome, killed.outcome])).toEqual(["taken", "taken"]);
    await kill(killed);
    for (const directory of [alive, dead]) asFromElsewhere(directory);
    const [refused, next] = [contend(alive), contend(dead)];
    expect(await refused.outcome).toMatch(
      /is in use by process \d+ on elsewhere \(another container or machine\)/,
    );
    expect(await next.outcome).toBe("taken");
    await Promise.all([giveBack(holder), giveBack(next)]);
  });

  it("ends a process that stood still until another one had taken its directory", async () => {
    const directory = temporaryFolder("lease");
    const still = contend(directory);
    expect(await still.outcome).toBe("taken");
    asFromElsewhere(directory);
    still.child.kill("SIGSTOP");
    const next = contend(directory);
    expect(await next.outcome).toBe("taken");
    const said = once(still.child.stderr as NonNullable<typeof still.child.stderr>, "data");
    still.child.kill("SIGCONT");
    expect(String(await said)).toMatch(/was taken by another process/);
    expect(await still.ended).toEqual([null, "SIGKILL"]);
    await giveBack(next);
  });

  it("leaves one file behind, whose number only grows", async () => {
    const directory = temporaryFolder("lease");
    mkdirSync(path.join(directory, "lock"));
    for (const name of ["3", "7.free"]) writeFileSync(path.join(directory, "lock", name), "");
    const contender = contend(directory);
    expect(await contender.outcome).toBe("taken");
    expect(readdirSync(path.join(directory, "lock"))).toEqual(["8"]);
    await giveBack(contender);
    expect(readdirSync(path.join(directory, "lock"))).toEqual(["8.free"]);
  });
});
