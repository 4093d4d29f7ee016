// Events that a package has as they are stored are not sent again: which these are is told by digests, and no digest is
// trusted of a row that was written over.
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { undoVersion } from "#db/queries/publish/undo-version.ts";
import { events } from "#db/schema/index.ts";
import { importPackage } from "#import/load/import-package.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { ROWS } from "#tests/support/packages/calais-facts.ts";
import { changedPackage, otherEvents, relabel } from "#tests/support/packages/packages.ts";

/** What `otherEvents` changes, and leaves out. */
const [CHANGED, GONE] = ["blockade-5sep16", "loon-plage-11feb16"];
const KEPT = "victor-hugo-opened";

const changed = () => changedPackage("events.csv", otherEvents);

/** Calais as it is, under another label. */
function again(label: string): string {
  const folder = changedPackage("datapackage.json", (text) => text.replace(/\}\s*$/, "\n}"));
  relabel(folder, label);
  return folder;
}

const newest = and(eq(events.datasetId, CALAIS_ID), isNull(events.until));

const former = async (db: Db) => {
  const rows = await db.select({ id: events.id }).from(events).where(isNotNull(events.until));
  return rows.map(({ id }) => id).sort();
};

/** How many events of the newest version have no digest, or one that another has. */
async function undigested(db: Db): Promise<number> {
  const rows = await db.select({ digest: events.digest }).from(events).where(newest);
  expect(rows).toHaveLength(await db.$count(events, newest));
  return rows.length - new Set(rows.flatMap(({ digest }) => digest ?? [])).size;
}

const publish = async (db: Db, folder: string) =>
  expect(await importPackage(db, folder)).toMatchObject({ status: "loaded" });

const titleOf = async (db: Db, id: string) => {
  const [row] = await db
    .select({ title: events.title })
    .from(events)
    .where(and(newest, eq(events.id, id)));
  return row?.title;
};

describe("a publish", () => {
  dbTest("sends no events but those that are new or changed", () =>
    rolledBack(async (db) => {
      // The database would refuse every other one.
      await db.execute(
        sql.raw(`ALTER TABLE events ADD CONSTRAINT no_other CHECK (id = '${CHANGED}') NOT VALID`),
      );
      await publish(db, again("9.1"));
      expect(await former(db)).toEqual([]);
      await db.execute(sql.raw("ALTER TABLE events DROP CONSTRAINT no_other"));
      await publish(db, changed());
      expect(await former(db)).toEqual([CHANGED, GONE]);
      expect(await undigested(db)).toBe(0);
    }),
  );

  dbTest("compares an event anew that was written over, and one that has no digest", () =>
    rolledBack(async (db) => {
      const title = await titleOf(db, KEPT);
      await db
        .update(events)
        .set({ title: { en: "Another", fr: "Un autre" } })
        .where(and(newest, eq(events.id, KEPT)));
      expect(await undigested(db)).toBe(1);
      await publish(db, again("9.1"));
      expect(await titleOf(db, KEPT)).toEqual(title);
      expect(await former(db)).toEqual([KEPT]);
      expect(await undigested(db)).toBe(0);

      await db.update(events).set({ digest: null }).where(newest);
      await publish(db, again("9.2"));
      expect(await former(db)).toEqual([KEPT]);
      expect(await undigested(db)).toBe(0);

      await db.update(events).set({ digest: null }).where(newest);
      await publish(db, changed());
      expect(await former(db)).toEqual([CHANGED, GONE, KEPT]);
      expect(await undigested(db)).toBe(0);
    }),
  );

  dbTest("knows the events of a state that is there again", () =>
    rolledBack(async (db) => {
      await publish(db, changed());
      expect(await undoVersion(db, CALAIS_ID)).toMatchObject({ status: "undone" });
      expect(await db.$count(events, newest)).toBe(ROWS.events);
      expect(await undigested(db)).toBe(0);
      const before = await former(db);
      await publish(db, again("9.1"));
      expect(await former(db)).toEqual(before);
    }),
  );
});
