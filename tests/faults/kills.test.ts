// kill −9 at random moments: whatever is killed, the next start has a whole state, the old one or the new one.
import { setTimeout as wait } from "node:timers/promises";
import { describe, it } from "vitest";
import { databaseKinds, freshDatabase } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { addressOf, runProgram } from "./rig/program.ts";
import { randomFrom } from "./rig/random.ts";

/** A moment within the time that the work takes when nobody kills it. */
const LONGEST_START_MS = 12_000;

describe.each(databaseKinds())("killed on %s", (kind) => {
  it("a first start that is killed again and again comes to a whole state", async () => {
    const random = randomFrom(`first start ${kind}`);
    const { attempt, tell } = figures(`kill −9 of the first start, ${kind}`);
    let database = await freshDatabase(kind);
    for (let turn = 0; turn < times(3, 500); turn += 1) {
      await attempt(`start ${turn}`, async () => {
        const service = runProgram("main", [], { env: database.env });
        const moment = random() * LONGEST_START_MS;
        const ready = addressOf(service).then(() => "ready" as const);
        const first = await Promise.race([ready.catch(() => "ended" as const), wait(moment)]);
        if (first === "ended") throw new Error(service.printed());
        await service.end("SIGKILL");
        await ready.catch(() => {});
        if (first !== "ready") return;
        // It was quicker than that moment: the next one starts from nothing again.
        await database.remove();
        database = await freshDatabase(kind);
      });
    }
    await attempt("the start that is let live", async () => {
      const service = runProgram("main", [], { env: database.env });
      try {
        const answer = await fetch(`${await addressOf(service)}/readyz`);
        if (answer.status !== 200) throw new Error(`got ${answer.status}: ${await answer.text()}`);
      } finally {
        await service.end("SIGTERM");
      }
    });
    await database.remove();
    tell();
  });
});
