// A first start that is killed or interrupted at random moments: the next one comes to a whole state.
import { setTimeout as wait } from "node:timers/promises";
import { describe, it } from "vitest";
import { databaseKinds, type FreshDatabase, freshDatabase } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { interrupt } from "./rig/interrupt.ts";
import { isReady } from "./rig/outcome.ts";
import { addressOf, type Program, runProgram } from "./rig/program.ts";
import { randomFrom } from "./rig/random.ts";

/** Within it a first start that is left alone is ready. */
const LONGEST_MS = 8_000;

describe.concurrent.each(databaseKinds())("a first start on %s", (kind) => {
  it("that is killed, and interrupted, again and again comes to a whole state", async () => {
    const random = randomFrom(`first start ${kind}`);
    /** Kills the service at the moment, unless it is ready before; throws where it ends by itself. */
    const kill = async (service: Program): Promise<void> => {
      const ready = addressOf(service).then(() => "ready" as const);
      const moment = wait(random() * LONGEST_MS);
      const first = await Promise.race([ready.catch(() => "ended" as const), moment]);
      if (first === "ended") throw new Error(service.printed());
      await service.end("SIGKILL");
      await ready.catch(() => {});
    };
    const kills = figures(`kill −9 of the first start, ${kind}`);
    const interruptions = figures(`first starts interrupted, ${kind}`);
    let database = await freshDatabase(kind);
    const spoil = async (work: (service: Program) => Promise<void>): Promise<void> => {
      const service = start(database);
      await work(service);
      if (!/The map: /.test(service.printed())) return;
      // It was quicker than that moment: the next one starts from nothing again.
      await database.remove();
      database = await freshDatabase(kind);
    };
    for (let turn = 0; turn < times(3, 25); turn += 1)
      await kills.attempt(`start ${turn}`, () => spoil(kill));
    for (let turn = 0; turn < times(1, 25); turn += 1)
      await interruptions.attempt(`start ${turn}`, () =>
        spoil((service) => interrupt(service, LONGEST_MS)),
      );
    await kills.attempt("the start that is let live", () => isReady(database.env));
    await database.remove();
    interruptions.tell();
    kills.tell();
  });
});

const start = ({ env }: FreshDatabase): Program => runProgram("main", [], { env });
