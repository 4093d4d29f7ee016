// Rows live from one version until another: a publish writes those that are new, closes those that are gone or changed, and
// leaves the others as they were, byte for byte.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { and, eq, getTableName, isNotNull, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { findDataset } from "#db/queries/dataset/dataset.ts";
import { LIVING_TABLES } from "#db/queries/publish/rows.ts";
import { events, placePhases } from "#db/schema/index.ts";
import { rowsOf } from "#db/schema-version.ts";
import { importPackage } from "#import/load/import-package.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { changedPackage, relabel } from "#tests/support/packages/packages.ts";

const EVENT = "blockade-5sep16";

/** Where each row of the newest version lies, and which transaction wrote it: the same of a row that nobody touched. */
async function written(db: Db): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const table of Object.values(LIVING_TABLES)) {
    const name = getTableName(table);
    const rows = await rowsOf<{ at: string; key: string }>(
      db,
      sql`SELECT ctid::text || ' ' || since AS at, md5(to_jsonb(t)::text) AS key
        FROM ${sql.identifier(name)} t WHERE dataset_id = ${CALAIS_ID} AND until IS NULL`,
    );
    for (const { at, key } of rows) found.set(`${name} ${key}`, at);
  }
  return found;
}

/** How many rows each table has that are no more. */
async function former(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of Object.values(LIVING_TABLES)) {
    const count = await db.$count(
      table,
      and(eq(table.datasetId, CALAIS_ID), isNotNull(table.until)),
    );
    if (count > 0) counts[getTableName(table)] = count;
  }
  return counts;
}

/** Calais with one event of another category, one less and one more. */
function changedEvents(): string {
  return changedPackage("events.csv", (text) => {
    const [head = "", ...rows] = text.trimEnd().split("\n");
    const kept = rows.filter((row) => !row.startsWith("loon-plage-11feb16,"));
    const changed = kept.map((row) =>
      row.startsWith(`${EVENT},`) ? row.replace(",blockade,", ",protest,") : row,
    );
    expect(changed).not.toEqual(kept);
    const [first = ""] = rows;
    return `${[head, ...changed, first.replace(/^[^,]*/, "a-new-one")].join("\n")}\n`;
  });
}

describe("a publish", () => {
  dbTest("writes the rows that are new or changed, and touches no other", () =>
    rolledBack(async (db) => {
      const before = await written(db);
      const outcome = await importPackage(db, changedEvents());
      expect(outcome).toMatchObject({ status: "loaded", version: { number: 2 } });
      const after = await written(db);
      const same = [...before].filter(([key]) => after.has(key));
      expect(same.filter(([key, at]) => after.get(key) !== at)).toEqual([]);
      expect(before.size - same.length).toBe(2);
      expect(after.size - same.length).toBe(2);
      expect(await former(db)).toEqual({ events: 2 });
      const rows = await db
        .select({ category: events.category, since: events.since, until: events.until })
        .from(events)
        .where(eq(events.id, EVENT))
        .orderBy(events.since);
      expect(rows).toEqual([
        { category: "blockade", since: 1, until: 2 },
        { category: "protest", since: 2, until: null },
      ]);
    }),
  );

  dbTest("of what was there before closes what came between, and the pages have it as it was", () =>
    rolledBack(async (db) => {
      const document = async () => {
        const {
          meta: _,
          versions: __,
          ...records
        } = (await findDataset(db, { datasetId: CALAIS_ID })) ?? {};
        return records;
      };
      const before = await document();
      const same = changedPackage("datapackage.json", (text) =>
        text.replace(/"version": "[^"]*"/, '"version": "9.9"'),
      );
      await importPackage(db, changedEvents());
      expect(await document()).not.toEqual(before);
      expect(await importPackage(db, same)).toMatchObject({ version: { number: 3 } });
      expect(await document()).toEqual(before);
      expect(await former(db)).toEqual({ events: 4 });
      const rows = await db
        .select({ since: events.since, until: events.until })
        .from(events)
        .where(eq(events.id, EVENT))
        .orderBy(events.since);
      expect(rows).toEqual([
        { since: 1, until: 2 },
        { since: 2, until: 3 },
        { since: 3, until: null },
      ]);
    }),
  );

  dbTest("of the same rows in another order writes none of them", () =>
    rolledBack(async (db) => {
      const turned = changedPackage("places.csv", (text) => {
        const [head = "", ...rows] = text.trimEnd().split("\n");
        return `${[head, ...rows.reverse()].join("\n")}\n`;
      });
      const before = await written(db);
      expect(await importPackage(db, turned)).toMatchObject({ version: { number: 2 } });
      expect(await written(db)).toEqual(before);
    }),
  );

  dbTest("that is refused leaves neither rows nor tables in which they waited", () =>
    rolledBack(async (db) => {
      const before = await written(db);
      const wrong = changedEvents();
      const file = path.join(wrong, "events.csv");
      writeFileSync(file, readFileSync(file, "utf8").replace(",confirmed,", ",sure,"));
      expect(await importPackage(db, wrong)).toMatchObject({ status: "refused" });
      expect(await written(db)).toEqual(before);
      const left = await rowsOf(
        db,
        sql`SELECT relname FROM pg_class WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r'`,
      );
      expect(left).toEqual([]);
      relabel(wrong, "9.8");
      writeFileSync(file, readFileSync(file, "utf8").replace(",sure,", ",confirmed,"));
      expect(await importPackage(db, wrong)).toMatchObject({ version: { number: 2 } });
    }),
  );

  dbTest("that hides a place hides it in all that was published of it before", () =>
    rolledBack(async (db) => {
      const hidden = changedPackage("places.csv", (text) => {
        const [head = "", ...rows] = text.trimEnd().split("\n");
        const level = (row: string) => (row.startsWith("camp-lamy,") ? "hidden" : "");
        return `${[`${head},disclosure`, ...rows.map((row) => `${row},${level(row)}`)].join("\n")}\n`;
      });
      expect(await importPackage(db, hidden)).toMatchObject({ version: { number: 2 } });
      const { disclosure, id, publicGeom, since, until } = placePhases;
      const rows = await db
        .select({
          disclosure,
          isShown: sql<boolean | null>`NOT ST_IsEmpty(${publicGeom})`,
          since,
          until,
        })
        .from(placePhases)
        .where(eq(id, "camp-lamy"))
        .orderBy(since);
      expect(rows).toEqual([
        { disclosure: "hidden", isShown: null, since: 1, until: 2 },
        { disclosure: "hidden", isShown: null, since: 2, until: null },
      ]);
    }),
  );
});
