// How PostgreSQL answers a box and a stretch of days among many events: by the one index over both. Not asked of the
// embedded database, which has the same planner and is slow to be filled.

import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { beyond, orderBy } from "#db/queries/features/feature-order.ts";
import { conditions } from "#db/queries/features/feature-question.ts";
import { findPage } from "#db/queries/features/features.ts";
import { publicEvents } from "#db/schema/index.ts";
import { CRS84 } from "#model/space/crs.ts";
import { parseDatetime } from "#model/time/datetime.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { addEvents } from "#tests/support/records/many-events.ts";

const MANY = 20_000;

const window = parseDatetime("2014-05-01/2014-05-31");
const question = {
  datasetId: CALAIS_ID,
  collection: COLLECTIONS.events,
  certainty: "possible",
  bbox: { box: { west: 1.8, south: 50.9, east: 1.85, north: 50.95 }, crs: CRS84 },
  window: window.ok ? window.value : undefined,
} as const;

describe("a box and a stretch of days", () => {
  dbTest("are answered by one index, without reading what lies elsewhere", () =>
    rolledBack(async (db) => {
      await addEvents(db, MANY);
      const rows = await db.execute(
        sql`EXPLAIN (FORMAT JSON) SELECT id FROM ${publicEvents} WHERE ${conditions(question)}`,
      );
      const plan = JSON.stringify(rows);
      expect(plan).toContain("events_where_and_when");
      expect(plan).not.toContain("Seq Scan on events");
      const condition =
        /"Index Cond":\s*\\?"(.*?)\\?"/.exec(plan.replaceAll('\\"', '"'))?.[1] ?? "";
      expect(condition).toContain("public_geom");
      expect(condition).toContain("possible_span");
    }),
  );

  dbTest("find what a look at every event finds", () =>
    rolledBack(async (db) => {
      await addEvents(db, MANY);
      const { numberMatched, rows } = await findPage(db, { ...question, limit: 10_000 });
      await db.execute(sql`SET LOCAL enable_indexscan = off`);
      await db.execute(sql`SET LOCAL enable_bitmapscan = off`);
      const slowly = await findPage(db, { ...question, limit: 10_000 });
      expect(numberMatched).toBeGreaterThan(3);
      expect(rows).toEqual(slowly.rows);
      expect(numberMatched).toBe(slowly.numberMatched);
    }),
  );
});

describe("words", () => {
  dbTest("are found by the index of words and by the place, without reading every event", () =>
    rolledBack(async (db) => {
      await addEvents(db, MANY);
      const asked = {
        datasetId: CALAIS_ID,
        collection: COLLECTIONS.events,
        certainty: "possible",
      } as const;
      const rows = await db.execute(
        sql`EXPLAIN (FORMAT JSON) SELECT id FROM ${publicEvents} WHERE ${conditions({ ...asked, terms: ["w1234"] })}`,
      );
      const plan = JSON.stringify(rows);
      expect(plan).toContain("events_words");
      expect(plan).toContain("events_by_place");
      expect(plan).not.toContain("Seq Scan on events");
      const found = await findPage(db, { ...asked, terms: ["w1234"], limit: 100 });
      // Of itself and of longer words that begin so.
      expect(found.numberMatched).toBe(11);
    }),
  );
});

describe("a page among many", () => {
  dbTest("begins where an index leads to, however far on it is", () =>
    rolledBack(async (db) => {
      await addEvents(db, MANY);
      // Some are of former versions alone: of the rest there is an index of their own.
      await db.execute(sql`UPDATE events SET until = 2 WHERE id LIKE 'many-%1'`);
      await db.execute(sql`ANALYZE events`);
      const from = { position: { values: [], id: "many-5000" }, direction: "next" } as const;
      const rows = await db.execute(
        sql`EXPLAIN (FORMAT JSON) SELECT id FROM ${publicEvents}
          WHERE ${eq(publicEvents.datasetId, CALAIS_ID)} AND ${beyond([], from)}
          ORDER BY ${orderBy([], false)} LIMIT 1001`,
      );
      const plan = JSON.stringify(rows).replaceAll('\\"', '"');
      expect(plan).toContain("events_newest");
      expect(plan).not.toMatch(/"Node Type":"(Incremental )?Sort"/);
      expect(
        /"Index Cond":"([^"]*many-5000[^"]*)"/.exec(plan.replaceAll(": ", ":"))?.[1],
      ).toBeTruthy();
    }),
  );
});
