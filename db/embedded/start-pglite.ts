// PGlite with PostGIS on the files in a folder, up to date and with its two roles.
import { setImmediate as turn } from "node:timers/promises";
import type { PGlite } from "@electric-sql/pglite";
import type { Db } from "../database.ts";
import { prepareReadingRole } from "../reading-role.ts";
import * as schema from "../schema/index.ts";
import { migrateSchema } from "../schema-version.ts";
import { type Breakdown, watchForBreakdown } from "./breakdown.ts";
import { postgisInUse } from "./postgis/part-in-use.ts";
import { ownerOf, readByRole } from "./two-roles.ts";

export type StartedPglite = {
  /** Resolves when the database breaks down. */
  readonly breakdown: Promise<Breakdown>;
  readonly client: PGlite;
  /** The client in the name of the owner. */
  readonly owner: PGlite;
  /** Questions of the owner. */
  readonly db: Db;
  /** Questions of the reading role. */
  readonly reads: Db;
};

/** Starts the database, makes it where the folder holds none, and migrates it. */
export async function startPglite(
  directory: string,
  migrationsFolder: string,
): Promise<StartedPglite> {
  const { PGlite } = await import("@electric-sql/pglite");
  const { postgis } = await import("@electric-sql/pglite-postgis");
  const { drizzle } = await import("drizzle-orm/pglite");
  const { migrate } = await import("drizzle-orm/pglite/migrator");
  const client = new PGlite({
    dataDir: directory,
    extensions: { postgis: postgisInUse(postgis) },
  });
  // It begins with questions of its own.
  letOthersBetween(client);
  await client.waitReady;
  const breakdown = watchForBreakdown(client);
  try {
    const own = drizzle(client, { schema });
    const db = own as unknown as Db;
    await migrateSchema(db, migrationsFolder, () => migrate(own, { migrationsFolder }));
    if (!(await prepareReadingRole(db))) throw new Error("the reading role cannot be made");
    await readByRole(client);
    const owner = ownerOf(client);
    const reads = own as unknown as Db;
    return { breakdown, client, db: drizzle(owner, { schema }) as unknown as Db, owner, reads };
  } catch (error) {
    // One that has broken down cannot be closed either.
    await client.close().catch(() => {});
    throw error;
  }
}

/**
 * The database works in this thread, and one message to it follows the other without a turn of the loop of events: a row of
 * questions, as at a start, would keep whoever else waits, such as a health check, until the last is answered.
 */
function letOthersBetween(client: PGlite): void {
  const ask = client.execProtocolStream.bind(client);
  client.execProtocolStream = async (...question) => {
    await turn();
    return ask(...question);
  };
}
