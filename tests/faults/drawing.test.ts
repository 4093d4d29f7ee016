// Heavy pictures, many at a time: the service answers others meanwhile, and its memory stays bounded.
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, loadedDatabase } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { addressOf, type Program, runProgram } from "./rig/program.ts";

let made: FreshDatabase;
let service: Program;
let url = "";

beforeAll(async () => {
  made = await loadedDatabase("embedded");
  service = runProgram("main", [], {
    env: { ...made.env, PICTURE_THREADS: "2", PICTURE_QUEUE: "100" },
    // Pictures are drawn by WebAssembly, too.
    isLongLived: true,
  });
  url = await addressOf(service);
});

afterAll(async () => {
  await service.end("SIGTERM");
  await made.remove();
});

const DAYS = Array.from(
  { length: 12 },
  (_, index) => `2014-${String(index + 1).padStart(2, "0")}-09`,
);
const heavy = (number: number) =>
  `/snapshot.svg?dates=${DAYS.join(",")}&width=4000&height=4000&title=${number}`;
const status = async (path: string) => {
  const response = await fetch(url + path);
  await response.arrayBuffer();
  return response.status;
};

/** Resident memory of the service in megabytes. */
function megabytes(): number {
  const [, kilobytes] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${service.process.pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

describe("the drawing of pictures", () => {
  it("keeps nobody else from being answered, whatever the format", async () => {
    let isDrawing = true;
    // As many as there are threads, or twice as many.
    const numbers = [1, 2, 3, 4].slice(0, times(2, 4));
    const pictures = Promise.all(numbers.map((number) => status(heavy(number)))).finally(() => {
      isDrawing = false;
    });
    const { attempt, tell } = figures("others asked while pictures are drawn");
    let answers = 0;
    while (isDrawing) {
      await attempt("another", async () => expect(await status("/healthz")).toBe(200));
      answers += 1;
      // Asked without a pause, the service would be busy with this alone.
      await wait(30);
    }
    for (const one of await pictures)
      await attempt("a picture", () => expect([200, 503]).toContain(one));
    tell();
    // Drawn where others are answered there would be one answer between two pictures.
    expect(answers).toBeGreaterThan(20);
  });

  it("refuses what is more than may wait, and says when to come back", async () => {
    const asked = Array.from({ length: 12 }, (_, number) => fetch(`${url}${heavy(100 + number)}`));
    const answers = await Promise.all(asked);
    const refused = answers.filter((answer) => answer.status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(12);
    const { attempt, tell } = figures("pictures refused");
    for (const answer of refused)
      await attempt("a refusal", async () => {
        expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
        expect((await answer.json()).detail).toMatch(/waiting|too long/);
      });
    for (const answer of answers) if (!answer.bodyUsed) await answer.arrayBuffer();
    tell();
  });

  it("takes no more memory for many pictures than for some", async () => {
    const { attempt, tell } = figures("pictures in turn");
    const day = (number: number) =>
      new Date(Date.UTC(2013, 0, 1 + (number % 1400))).toISOString().slice(0, 10);
    const draw = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => from + index).reduce(
        (before, number) =>
          before.then(() =>
            attempt(`picture ${number}`, async () => {
              const got = await status(`/snapshot.png?date=${day(number)}&title=${number}`);
              if (got !== 200) throw new Error(`got ${got}`);
            }),
          ),
        Promise.resolve(),
      );
    await draw(0, times(8, 300));
    const before = megabytes();
    await draw(10_000, times(8, 1200));
    const after = megabytes();
    process.stdout.write(`  memory: ${before.toFixed(0)} MB, then ${after.toFixed(0)} MB\n`);
    // What the cache of pictures may hold, and a thread that is being renewed.
    expect(after - before).toBeLessThan(250);
    tell();
  });
});
