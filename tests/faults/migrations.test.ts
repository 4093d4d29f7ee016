// A migration that is killed or interrupted at random moments: the next start brings the database up to date.
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeHarbourPackage } from "../support/packages/harbour-package.ts";
import { temporaryFolder } from "../support/packages/packages.ts";
import {
  databaseKinds,
  emptyDatabase,
  type FreshDatabase,
  freshDatabase,
} from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { interrupt } from "./rig/interrupt.ts";
import { NEWEST_MIGRATIONS, olderDatabase } from "./rig/older-database.ts";
import { isReady } from "./rig/outcome.ts";
import { type Program, runProgram } from "./rig/program.ts";
import { randomFrom } from "./rig/random.ts";
import { type State, stateOf } from "./rig/whole-state.ts";

/** Within them an older database is up to date, counted from what the service says before. */
const LONGEST_MS = { embedded: 6000, postgres: 2000 } as const;

/** A small package with every table, which is loaded when the schema is there. */
const harbour = temporaryFolder("harbour");
writeHarbourPackage(harbour);
const withHarbour = ({ env }: FreshDatabase) => ({ ...env, DATA_PACKAGE: harbour });

describe.concurrent.each(databaseKinds())("a migration on %s", (kind) => {
  let older: FreshDatabase;
  let whole: State;

  beforeAll(async () => {
    older = await olderDatabase(kind, NEWEST_MIGRATIONS);
    const upToDate = await emptyDatabase(kind);
    const loaded = runProgram("import", [harbour], { env: upToDate.env });
    expect((await loaded.ended).code, loaded.printed()).toBe(0);
    whole = await stateOf(await upToDate.open());
    await upToDate.remove();
  });
  afterAll(() => older.remove());

  /** The next start brings it up to date, and loads what it was to load. */
  async function comesToItsEnd(database: FreshDatabase): Promise<void> {
    await isReady(withHarbour(database));
    expect(await stateOf(await database.open())).toEqual(whole);
    await database.remove();
  }

  it("that is killed, and interrupted, again and again is brought to its end by the next start", async () => {
    const random = randomFrom(`migration ${kind}`);
    const kills = figures(`kill −9 of a migration, ${kind}`);
    const interruptions = figures(`migrations interrupted, ${kind}`);
    /** Kills a start at a random moment after it has begun to bring the database up to date. */
    const kill = async (service: Program) => {
      const migrated = service.says(/nothing is stored/).then(() => "migrated" as const);
      await (kind === "embedded" ? service.says(/opening/) : service.says(/Rocade starts/));
      await Promise.race([migrated, wait(random() * LONGEST_MS[kind])]);
      await service.end("SIGKILL");
      await migrated.catch(() => {});
    };
    const start = (database: FreshDatabase) =>
      runProgram("main", [], { env: withHarbour(database) });
    // The short form kills the embedded one three times before it lets it come to its end, which takes longest.
    const again = kind === "embedded" ? times(3, 1) : 1;
    for (let turn = 0; turn < times(3 / again, 25); turn += 1) {
      const database = await freshDatabase(kind, older);
      for (let nth = 0; nth < again; nth += 1)
        await kills.attempt(`migration ${turn}, kill ${nth}`, () => kill(start(database)));
      // Of PostgreSQL one that is interrupted is one that is killed: its transaction is the server's to end.
      if (kind === "embedded")
        await interruptions.attempt(`migration ${turn}`, () =>
          interrupt(start(database), LONGEST_MS[kind]),
        );
      await kills.attempt(`the end of migration ${turn}`, () => comesToItsEnd(database));
    }
    if (kind === "embedded") interruptions.tell();
    kills.tell();
  });
});
