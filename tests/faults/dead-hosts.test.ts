// A PostgreSQL at several hosts, of which the driver takes the first that answers, and none does any more.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BreakableWay, breakableWay } from "#tests/support/databases/breakable-way.ts";
import { databaseKinds, type FreshDatabase, loadedDatabase } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { addressOf, type Program, runProgram } from "./rig/program.ts";

const hasServer = databaseKinds().includes("postgres");
/** Nobody has to wait longer than five seconds; on a machine that others use they end a little later. */
const LONGEST_WAIT_MS = 7500;
/** On a machine that others use, the ten seconds end a little later. */
const GONE_MS = 15_000;
const AT_ONCE = 40;

let made: FreshDatabase;
let ways: readonly BreakableWay[] = [];
let service: Program;
let address = "";
let asked = 0;

beforeAll(async () => {
  if (!hasServer) return;
  made = await loadedDatabase("postgres");
  const { DATABASE_URL } = made.env;
  ways = await Promise.all([breakableWay(DATABASE_URL), breakableWay(DATABASE_URL)]);
  const { host } = new URL(DATABASE_URL);
  const hosts = ways.map(({ url }) => new URL(url).host).join(",");
  const env = { ...made.env, DATABASE_URL: DATABASE_URL.replace(host, hosts) };
  service = runProgram("main", [], { env });
  address = await addressOf(service);
});

afterAll(async () => {
  if (!hasServer) return;
  await service.end("SIGKILL");
  await Promise.all(ways.map((way) => way.cut()));
  await made.remove();
});

/** A question that was not answered before. */
const ask = async (path = `/api/collections/events/items?limit=1&offset=${asked++}`) => {
  const start = performance.now();
  const answer = await fetch(address + path);
  await answer.arrayBuffer();
  const { headers, status } = answer;
  return { status, ms: performance.now() - start, retryAfter: headers.get("Retry-After") };
};

async function comesBack(): Promise<void> {
  const until = performance.now() + 30_000;
  while ((await ask()).status !== 200 || (await ask("/readyz")).status !== 200)
    if (performance.now() > until) throw new Error(`it did not come back:\n${service.printed()}`);
}

describe.skipIf(!hasServer)("hosts of which none answers", () => {
  it.each([
    ["silent", 0, times(1, 20)],
    ["silent", 1, times(1, 20)],
    ["shut", 1, times(2, 20)],
  ] as const)(
    "are told within five seconds where all are %s, again and again, until that of place %i answers",
    async (mode, place, rounds) => {
      await comesBack();
      for (const way of ways) way.be(mode);
      const { attempt, tell } = figures(`requests while all hosts are ${mode}`);
      for (let round = 0; round < rounds; round += 1) {
        const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => ask()));
        answers.push(await ask("/readyz"));
        for (const [index, { ms, retryAfter, status }] of answers.entries())
          await attempt(`request ${index} of round ${round}`, () => {
            expect(ms).toBeLessThan(LONGEST_WAIT_MS);
            expect(status).toBe(503);
            expect(Number(retryAfter)).toBeGreaterThan(0);
          });
      }
      expect((await ask("/healthz")).status).toBe(200);
      ways[place]?.be("open");
      await attempt("one that answers", comesBack);
      for (const way of ways) way.be("open");
      tell();
    },
  );

  it("do not keep the service from its end", async () => {
    await comesBack();
    const { attempt, tell } = figures("SIGTERM when all hosts are gone");
    await attempt("SIGTERM", async () => {
      await Promise.all(ways.map((way) => way.cut()));
      // Known to be away, and asked for at the moment of the end.
      expect((await ask()).status).toBe(503);
      const waiting = ask().catch(() => undefined);
      const started = performance.now();
      const ended = await service.end("SIGTERM");
      expect(ended, service.printed()).toEqual({ code: 0, signal: null });
      expect(performance.now() - started).toBeLessThan(GONE_MS);
      await waiting;
    });
    tell();
  });
});
