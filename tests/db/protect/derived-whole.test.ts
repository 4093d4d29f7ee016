// Where and when a version is as a whole follows from what is published of it, whenever something of it was protected.
import { and, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { findMeta } from "#db/queries/dataset/meta.ts";
import { undoVersion } from "#db/queries/publish/undo-version.ts";
import { withdraw } from "#db/queries/withdraw/withdraw.ts";
import { versions } from "#db/schema/index.ts";
import { importPackage } from "#import/load/import-package.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { type Day, parseDay } from "#model/time/day.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { FAR, outermostPackage } from "#tests/support/packages/outermost-package.ts";

const datasetId = "outermost";
const FIRST = parseDay("2020-01-01") as Day;
const EARLY = parseDay("1900-05-01") as Day;
/** Around the two that are always there, with a hundredth of a degree. */
const NEAR: Bbox = { west: 10.49, south: 40.49, east: 10.61, north: 40.61 };

async function publish(db: Db, label: string, level: string, rocade: object = {}): Promise<void> {
  const far = { ...FAR, ...(level === "" ? {} : { level: level as "hidden" | "withheld" }) };
  const files = outermostPackage(datasetId, {
    ...{ label, rocade },
    far: level === "gone" ? undefined : far,
  });
  expect(await importPackage(db, files)).toMatchObject({ status: "loaded" });
}

/** Makes its versions, or the one of this number, say what an older program derived of all rows of the package. */
async function asBefore(db: Db, number?: number): Promise<void> {
  const found = await db.select().from(versions).where(eq(versions.datasetId, datasetId));
  for (const { declared, number: of } of found)
    if (number === undefined || of === number)
      await db
        .update(versions)
        .set({
          derived: null,
          declared: { ...declared, extent: AROUND_ALL, home: AROUND_ALL, firstDay: EARLY },
        })
        .where(and(eq(versions.datasetId, datasetId), eq(versions.number, of)));
}

/** What readers are told of the version of this number. */
async function whole(db: Db, asOf: number) {
  const meta = await findMeta(db, { datasetId, asOf });
  const rounded = (box?: Bbox) =>
    box && Object.fromEntries(Object.entries(box).map(([side, at]) => [side, +at.toFixed(6)]));
  return { extent: rounded(meta?.extent), home: rounded(meta?.home), first: meta?.firstDay };
}

/** Around the true positions of all. */
const AROUND_ALL: Bbox = {
  ...{ west: 10.5 - (12.34567 - 10.5) * 0.05, south: 40.5 - (42.34567 - 40.5) * 0.05 },
  ...{ east: 12.34567 + (12.34567 - 10.5) * 0.05, north: 42.34567 + (42.34567 - 40.5) * 0.05 },
};

const near = (first: typeof FIRST) => ({ extent: NEAR, home: NEAR, first });

describe("extent and period of a version that did not say them", () => {
  dbTest("are without a place that was hidden later, or withheld later", () =>
    rolledBack(async (db) => {
      await publish(db, "1", "");
      expect((await whole(db, 1)).extent).toMatchObject({ west: expect.closeTo(10.407716) });
      await publish(db, "2", "hidden");
      for (const number of [1, 2]) expect(await whole(db, number)).toEqual(near(EARLY));
      await publish(db, "3", "withheld");
      for (const number of [1, 2, 3]) expect(await whole(db, number)).toEqual(near(FIRST));
    }),
  );

  dbTest("are without a place that was withdrawn, in the version that says so, too", () =>
    rolledBack(async (db) => {
      await publish(db, "1", "");
      await publish(db, "2", "", { title: { en: "Again" } });
      const asked = { datasetId, names: ["places/far"], reason: "Asked for." };
      expect(await withdraw(db, asked)).toMatchObject({ status: "withdrawn" });
      for (const number of [1, 2, 3]) expect(await whole(db, number)).toEqual(near(FIRST));
    }),
  );

  dbTest("are so of versions of older programs, which derived them from all that is stored", () =>
    rolledBack(async (db) => {
      await publish(db, "1", "");
      await publish(db, "2", "hidden");
      await asBefore(db);
      await publish(db, "3", "hidden", { title: { en: "Again" } });
      for (const number of [1, 2, 3]) expect(await whole(db, number)).toEqual(near(EARLY));
    }),
  );

  dbTest("are so of versions of older programs, also of what was withheld from the start", () =>
    rolledBack(async (db) => {
      await publish(db, "1", "withheld");
      await asBefore(db);
      await publish(db, "2", "withheld");
      for (const number of [1, 2]) expect(await whole(db, number)).toEqual(near(FIRST));
    }),
  );

  dbTest("are so where that is in no package any more", () =>
    rolledBack(async (db) => {
      await publish(db, "1", "withheld");
      await asBefore(db);
      await publish(db, "2", "gone");
      for (const number of [1, 2]) expect(await whole(db, number)).toEqual(near(FIRST));
    }),
  );

  dbTest("are so where another record is withdrawn, or a version is undone", () =>
    rolledBack(async (db) => {
      await publish(db, "1", "withheld");
      await publish(db, "2", "withheld", { title: { en: "Again" } });
      await asBefore(db);
      const asked = { datasetId, names: ["events/at-a"], reason: "Asked for." };
      expect(await withdraw(db, asked)).toMatchObject({ status: "withdrawn" });
      for (const number of [1, 2, 3]) expect(await whole(db, number)).toEqual(near(FIRST));
      await undoVersion(db, datasetId);
      expect(await whole(db, 4)).toEqual(near(FIRST));
    }),
  );

  dbTest("are so of the version that comes again where one is undone that protects", () =>
    rolledBack(async (db) => {
      await publish(db, "1", "");
      await publish(db, "2", "hidden");
      await asBefore(db, 1);
      expect(await undoVersion(db, datasetId)).toMatchObject({ status: "undone" });
      for (const number of [1, 2, 3]) expect(await whole(db, number)).toEqual(near(EARLY));
    }),
  );

  dbTest("are left to a version of an older program that says no less than the newest says", () =>
    rolledBack(async (db) => {
      const said = { extent: AROUND_ALL, home: AROUND_ALL, firstDay: "1900-05-01" };
      await publish(db, "1", "withheld", said);
      await asBefore(db);
      await publish(db, "2", "withheld", { ...said, title: { en: "Again" } });
      const rounded = Object.fromEntries(
        Object.entries(AROUND_ALL).map(([side, at]) => [side, +at.toFixed(6)]),
      );
      for (const number of [1, 2])
        expect(await whole(db, number)).toEqual({ extent: rounded, home: rounded, first: EARLY });
    }),
  );

  dbTest("stay as they are where the package says them", () =>
    rolledBack(async (db) => {
      const said = { extent: { west: 10, south: 40, east: 13, north: 43 }, firstDay: "1890-01-01" };
      await publish(db, "1", "", said);
      await publish(db, "2", "withheld", said);
      const { extent } = said;
      for (const number of [1, 2])
        expect(await whole(db, number)).toEqual({
          ...{ extent, home: extent },
          first: parseDay("1890-01-01"),
        });
    }),
  );
});
