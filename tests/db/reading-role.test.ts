// Readers' questions are asked by a role that may read what is published and nothing else, on both databases.
import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { PUBLIC_VIEWS, READING_ROLE } from "#db/reading-role.ts";
import * as schema from "#db/schema/index.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import {
  CALAIS_ID,
  dbTest,
  isEmbedded,
  testDatabase,
  testReads,
} from "#tests/support/databases/database.ts";

const TABLES = Object.values(schema)
  .filter((part) => is(part, PgTable))
  .map((table) => getTableName(table as PgTable));

const DENIED = { cause: { code: "42501" } };
/** A session that only reads says so first. */
const REFUSED = isEmbedded ? DENIED : { cause: { code: expect.stringMatching(/^(42501|25006)$/) } };

const userOf = async (db: Db) => {
  const [row] = await db
    .select({ name: sql<string>`current_user::text` })
    .from(sql`(SELECT 1) one`);
  return row?.name;
};

describe("the role that reads", () => {
  dbTest("is that of every question, and the owner another", async () => {
    expect(await userOf(await testReads())).toBe(READING_ROLE);
    expect(await userOf(await testDatabase())).not.toBe(READING_ROLE);
    // What the owner did in between has not changed it.
    await (await testDatabase()).transaction(async (own) =>
      expect(await userOf(own)).not.toBe(READING_ROLE),
    );
    expect(await userOf(await testReads())).toBe(READING_ROLE);
  });

  dbTest("reads every public view", async () => {
    const reads = await testReads();
    expect(PUBLIC_VIEWS.length).toBeGreaterThan(15);
    for (const view of PUBLIC_VIEWS)
      await reads.execute(sql.raw(`SELECT * FROM "${view}" LIMIT 1`));
  });

  dbTest.for(TABLES)(
    "cannot read the table %s, by itself or in another statement",
    async (table) => {
      const reads = await testReads();
      for (const statement of [
        `SELECT * FROM "${table}"`,
        `SELECT 1 WHERE EXISTS (SELECT FROM "${table}")`,
        `WITH t AS (SELECT * FROM "${table}") SELECT count(*) FROM t`,
        `COPY "${table}" TO STDOUT`,
      ])
        await expect(reads.execute(sql.raw(statement)), statement).rejects.toMatchObject(DENIED);
    },
  );

  dbTest.for([
    ...["events", "places", "versions", "public_versions"].flatMap((name) => [
      `DELETE FROM "${name}"`,
      `INSERT INTO "${name}" DEFAULT VALUES`,
      `UPDATE "${name}" SET ${name.endsWith("versions") ? "label" : "id"} = 'x'`,
    ]),
    "TRUNCATE events",
    "DROP VIEW public_events",
    "CREATE TABLE mine (id integer)",
    "CREATE FUNCTION public.mine() RETURNS integer LANGUAGE sql RETURN 1",
    "ALTER VIEW public_events RENAME TO other",
    "CREATE ROLE mine",
  ])("cannot write: %s", async (statement) => {
    const reads = await testReads();
    await expect(reads.execute(sql.raw(statement))).rejects.toMatchObject(REFUSED);
  });

  dbTest("is not left by what readers may ask, however they put it", async () => {
    const db = await testReads();
    const app = createApp({
      served: { db, datasetId: CALAIS_ID },
      drawPicture: renderPicture,
      log: createLog("error", () => {}),
      webRoot: undefined,
    });
    const tricks = [
      "RESET ROLE",
      "x'; RESET ROLE; --",
      "x'); SET ROLE NONE; SELECT geom FROM place_phases; --",
      '"; SET SESSION AUTHORIZATION DEFAULT; --',
      "$$; DROP TABLE events; $$",
    ].map(encodeURIComponent);
    const items = "/api/collections/places/items";
    for (const trick of tricks)
      for (const address of [
        ...[
          "q",
          "name_en",
          "sortby",
          "properties",
          "cursor",
          "datetime",
          "bbox",
          "crs",
          "limit",
        ].map((name) => `${items}?${name}=${trick}`),
        `${items}?filter=name_en%3D'${trick}'`,
        `${items}?filter=${trick}`,
        `${items}/${trick}`,
        `/api/collections/${trick}/items`,
        `/api/download/places.csv?q=${trick}`,
        `/api/collections/places/tiles/WebMercatorQuad/0/0/0?q=${trick}`,
        `/api/analysis/timeline?q=${trick}`,
      ]) {
        const response = await app.request(address);
        await response.arrayBuffer();
        expect(response.status, address).toBeLessThan(500);
      }
    for (let turn = 0; turn < 12; turn++) expect(await userOf(db)).toBe(READING_ROLE);
    expect(await (await testDatabase()).$count(schema.events)).toBeGreaterThan(0);
  });

  // The embedded database has one session for two roles, in which it is the owner that takes this one on.
  if (!isEmbedded)
    dbTest("goes back to itself when it is reset, in a session of the server", async () => {
      const reads = await testReads();
      for (let turn = 0; turn < 12; turn++) await reads.execute(sql`RESET ROLE`);
      for (let turn = 0; turn < 12; turn++) expect(await userOf(reads)).toBe(READING_ROLE);
    });
});
