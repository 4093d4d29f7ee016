// A clock that is wrong, or is set while the service runs: it starts and answers all the same, and nobody takes a data
// directory from one who lives.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import {
  databaseKinds,
  type FreshDatabase,
  freshDatabase,
  loadedDatabase,
  quickKind,
} from "./rig/databases.ts";
import { IS_LONG, times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { addressOf, runProgram } from "./rig/program.ts";
import { clockAt, settableClock } from "./rig/wrong-clock.ts";

/** The short form tries the quicker one; the other starts there with the clock that is set. */
const KINDS = IS_LONG ? databaseKinds() : [quickKind()];

/** Before the beginning of a computer's time, after the end of 32 bits of seconds, and at both. */
const MOMENTS = [
  "1961-08-13",
  "2040-02-29",
  "1970-01-01",
  "2038-01-19",
  "1999-12-31",
  "2199-06-01",
];

const EVENTS = "/api/collections/events/items";
/** What may depend on a clock: pages and their tags, files, tiles, pictures, figures. */
const ASKED = [
  `${EVENTS}?limit=20`,
  `${EVENTS}?datetime=2015-03-01`,
  "/api/dataset",
  "/api/download/events.gpkg",
  "/api/collections/events/tiles/WebMercatorQuad/9/171/261",
  "/snapshot.png?date=2015-03-01",
  "/api/analysis/timeline",
  "/readyz",
  "/",
];

async function answersAll(address: string): Promise<void> {
  for (const question of ASKED) {
    const answer = await fetch(address + question);
    const told = `${question}: ${answer.status} ${(await answer.text()).slice(0, 300)}`;
    expect([200, 204], told).toContain(answer.status);
  }
  const first = await fetch(address + EVENTS);
  await first.arrayBuffer();
  const tag = first.headers.get("ETag") ?? "";
  const again = await fetch(address + EVENTS, { headers: { "If-None-Match": tag } });
  expect(again.status).toBe(304);
}

const HOUR = 3_600_000;

/** What the service takes the time to be. */
async function clockOf(address: string): Promise<Date> {
  return new Date((await fetch(`${address}/readyz`)).headers.get("Date") ?? "");
}

const another = inject("another");

/** With the right clock again: the next version takes the place of the one with the wrong date. */
async function takesNextVersion({ env }: FreshDatabase): Promise<void> {
  const imported = runProgram("import", [another], { env });
  expect((await imported.ended).code, imported.printed()).toBe(0);
  const service = runProgram("main", [], { env });
  const address = await addressOf(service);
  const { meta } = await (await fetch(`${address}/api/dataset`)).json();
  const { version } = meta;
  expect(version.number).toBe(2);
  expect(Math.abs(Date.parse(version.publishedAt) - Date.now())).toBeLessThan(600_000);
  await answersAll(address);
  await service.end("SIGTERM");
}

const hasClocks = inject("faultMakers").includes("faketime");

describe.skipIf(!hasClocks)("a wrong clock", () => {
  it.each(KINDS)("keeps nothing from starting, answering and importing, on %s", async (kind) => {
    const { attempt, tell } = figures(`wrong clocks, ${kind}`);
    for (const [index, moment] of MOMENTS.slice(0, times(1, MOMENTS.length)).entries())
      await attempt(moment, async () => {
        // A first start takes long.
        const isFirstStart = index % 2 === times(1, 0);
        const database = await (isFirstStart ? freshDatabase : loadedDatabase)(kind);
        const clock = clockAt(`${moment}T12:00:00Z`);
        const service = runProgram("main", [], { env: { ...database.env, ...clock } });
        const address = await addressOf(service);
        await answersAll(address);
        expect((await clockOf(address)).toISOString().slice(0, 10)).toBe(moment);
        expect((await service.end("SIGTERM")).code, service.printed()).toBe(0);
        await takesNextVersion(database);
        await database.remove();
      });
    tell();
  });

  it("that is set while the service runs changes no answer, and takes no data directory away", async () => {
    const { attempt, tell } = figures("clocks that are set");
    const { env, remove } = await loadedDatabase("embedded");
    const clock = settableClock("-23000d");
    const service = runProgram("main", [], { env: { ...env, ...clock.env } });
    const address = await addressOf(service);
    const other = (settings: NodeJS.ProcessEnv = {}) =>
      runProgram("import", [another], { env: { ...env, ...settings } });
    seenFromElsewhere(env.DATA_DIR);
    await attempt("wrong from the start", async () => {
      expect((await clockOf(address)).getUTCFullYear()).toBeLessThan(1970);
      await answersAll(address);
    });
    const offsets = { "-2h": -2 * HOUR, "+3d": 72 * HOUR, "-400d": -9600 * HOUR, "+0": 0 };
    for (const [offset, ms] of Object.entries(offsets).slice(0, times(1, 4)))
      await attempt(offset, async () => {
        clock.set(offset);
        const off = async () => Math.abs((await clockOf(address)).getTime() - Date.now() - ms);
        await expect.poll(off, { timeout: 60_000 }).toBeLessThan(HOUR / 2);
        await answersAll(address);
        const refused = other();
        expect((await refused.ended).code).toBe(1);
        expect(refused.printed()).toMatch(/is in use by process \d+ on elsewhere/);
      });
    await attempt("taken over when it is gone, with a clock of before", async () => {
      await service.end("SIGKILL");
      const taking = other(clockAt("2001-09-09T00:00:00Z"));
      expect((await taking.ended).code, taking.printed()).toBe(0);
    });
    await remove();
    tell();
  });
});

/** Makes the lock look as if its holder were in another container, so that only its signs of life are seen. */
function seenFromElsewhere(directory: string): void {
  const room = path.join(directory, "lock");
  const [name = ""] = readdirSync(room);
  const file = path.join(room, name);
  const holder = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...holder, host: "elsewhere", machine: "another pid:[1]" }));
}
