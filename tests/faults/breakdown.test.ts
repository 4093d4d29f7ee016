// An embedded database that breaks down inside itself: who asks is told that it is away, and the service ends in words, so
// that what watches over it starts it again.
import { readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { loadedDatabase } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { INSIDES } from "./rig/insides.ts";
import { worksOrEndsInWords } from "./rig/outcome.ts";
import { addressOf, runProgram } from "./rig/program.ts";
import { canMount, SmallDisk } from "./rig/small-disk.ts";

/** What is asked at the same time when the files are damaged. */
const ASKED = [
  "/api/collections/events/items?limit=100",
  "/api/collections/places/items",
  "/api/analysis/timeline",
  "/readyz",
];
/** Files of the system's tables, which are in memory by then, have lower numbers. */
const FIRST_OWN = 16_384;

describe("an embedded database", () => {
  it("whose files are damaged under the service ends it in words", async () => {
    const { attempt, tell } = figures("files damaged under a service");
    const damages = { overwritten: 0xa5, emptied: 0 };
    for (const [how, byte] of Object.entries(damages).slice(0, times(1, 2)))
      await attempt(how, async () => {
        const { env, remove } = await loadedDatabase("embedded");
        const service = runProgram("main", [], { env });
        const address = await addressOf(service);
        const base = path.join(env.DATA_DIR, "pg", "base", "5");
        for (const name of readdirSync(base).filter((one) => Number(one) >= FIRST_OWN)) {
          const file = path.join(base, name);
          writeFileSync(file, Buffer.alloc(statSync(file).size, byte));
        }
        const settled = await Promise.allSettled(
          ASKED.map((question) => fetch(address + question)),
        );
        // A question that comes when the service has ended already is not taken.
        const answers = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
        for (const answer of answers) {
          expect([200, 503]).toContain(answer.status);
          expect(await answer.text()).not.toMatch(INSIDES);
        }
        expect(answers.some(({ status }) => status === 503)).toBe(true);
        expect(await service.ended, service.printed()).toEqual({ code: 1, signal: null });
        expect(service.printed()).toMatch(/broke down while it was in use\. Start again/);
        await worksOrEndsInWords(runProgram("main", [], { env }));
        await remove();
      });
    tell();
  });

  it.skipIf(!canMount())(
    "that aborts over a full disk is not asked again, and its folder is free",
    async () => {
      const { attempt, tell } = figures("aborts inside the embedded database");
      await attempt("an abort", async () => {
        const disk = new SmallDisk(400);
        const { open } = await loadedDatabase("embedded", disk.folder);
        const { breakdown, close, db } = await open();
        disk.fill(0);
        // A megabyte of its log a time, which goes on in new files.
        const write = () =>
          db.execute(sql`SELECT pg_logical_emit_message(false, 'test', repeat('x', 1000000))`);
        const away = { cause: { code: "57P02" } };
        let refused: unknown;
        for (let turn = 0; turn < 40 && refused === undefined; turn += 1)
          await write().catch((thrown) => {
            refused = thrown;
          });
        expect(refused).toMatchObject(away);
        expect(await breakdown).toMatch(/is full.*Make room there/);
        await expect(db.execute(sql`SELECT 1`)).rejects.toMatchObject(away);
        await close();
        disk.makeRoom(400);
        const again = await open();
        await again.db.execute(sql`SELECT 1`);
        await again.close();
        disk.remove();
      });
      tell();
    },
  );
});
