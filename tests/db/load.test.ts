import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findDataset } from "#db/queries/dataset.ts";
import { findVersion, replaceDataset } from "#db/queries/load.ts";
import { events, placePhases, places } from "#db/schema/index.ts";
import { importPackage, inspectPackage } from "#import/import-package.ts";
import { toRecords } from "#import/to-records.ts";
import { CALAIS_ID, dbTest, rolledBack, testDatabase } from "#tests/support/database.ts";
import { CALAIS, changedPackage } from "#tests/support/packages.ts";

const recordsOf = async (folder: string) => {
  const { dataPackage } = await inspectPackage(folder);
  if (!dataPackage) throw new Error("the package could not be read");
  return toRecords(dataPackage);
};

describe("loading a package", () => {
  dbTest("brings over every row with its dates, precision and sources", async () => {
    const dataset = await findDataset(await testDatabase(), CALAIS_ID);
    const lamy = dataset?.places.find((place) => place.id === "camp-lamy");
    const phase = dataset?.placePhases.find(({ placeId }) => placeId === "camp-lamy");
    expect(lamy).toMatchObject({
      kind: "camp",
      ringRoad: "inside",
      endReason: "evicted-demolished",
    });
    expect(lamy?.sourceIds.length).toBeGreaterThan(0);
    expect(phase).toMatchObject({
      geometry: { type: "Point", coordinates: [1.8576, 50.9618] },
      quality: { precisionM: 250, basis: "constrained" },
      startEdtf: "2013-10-04",
    });
    expect(dataset?.events).toHaveLength(126);
    expect(dataset?.counts).toHaveLength(189);
    expect(dataset?.deaths).toHaveLength(21);
    expect(dataset?.contradictions).toHaveLength(42);
    expect(dataset?.sources).toHaveLength(522);
    expect(dataset?.placePhases).toHaveLength(118);
  });

  dbTest("does nothing when the same content is there already", async () => {
    const outcome = await importPackage(await testDatabase(), CALAIS);
    expect(outcome).toMatchObject({ status: "unchanged", version: { number: 1 } });
  });

  dbTest("replaces the content by the next version when it has changed", () =>
    rolledBack(async (db) => {
      const changed = changedPackage("actors.csv", (text) =>
        text.replace("Exiles", "People in exile"),
      );
      const outcome = await importPackage(db, changed);
      expect(outcome).toMatchObject({ status: "loaded", version: { number: 2 } });
      const dataset = await findDataset(db, CALAIS_ID);
      expect(dataset?.actors.find((actor) => actor.id === "exiles")?.label.en).toBe(
        "People in exile",
      );
      expect(dataset?.events).toHaveLength(126);
    }),
  );

  dbTest("writes nothing at all when a row is wrong", async () => {
    const db = await testDatabase();
    const before = await findVersion(db, CALAIS_ID);
    const wrong = changedPackage("events.csv", (text) => text.replace(",confirmed,", ",sure,"));
    expect(await importPackage(db, wrong)).toMatchObject({ status: "refused" });
    expect(await findVersion(db, CALAIS_ID)).toEqual(before);
  });

  dbTest("leaves the old version whole when it fails half-way", async () => {
    const db = await testDatabase();
    const before = await findVersion(db, CALAIS_ID);
    const rows = await recordsOf(CALAIS);
    const broken = {
      ...rows,
      movements: [...rows.movements, { ...rows.movements[0], id: "new", toId: "nowhere" }],
    };
    await expect(replaceDataset(db, broken as typeof rows)).rejects.toMatchObject({
      cause: { code: "23503" },
    });
    expect(await findVersion(db, CALAIS_ID)).toEqual(before);
    expect((await findDataset(db, CALAIS_ID))?.events).toHaveLength(126);
  });
});

describe("the database refuses by itself", () => {
  const refusal = (code: string) => ({ cause: { code } });
  const CHECK_VIOLATION = "23514";

  dbTest("days out of order", () =>
    rolledBack(async (db) => {
      const change = db
        .update(placePhases)
        .set({ startLatest: "2020-01-01" })
        .where(eq(placePhases.id, "camp-lamy"));
      await expect(change).rejects.toMatchObject(refusal(CHECK_VIOLATION));
    }),
  );

  dbTest("a number range upside down", () =>
    rolledBack(async (db) => {
      const change = db
        .update(events)
        .set({ peopleLow: 9, peopleHigh: 3 })
        .where(eq(events.id, "blockade-5sep16"));
      await expect(change).rejects.toMatchObject(refusal(CHECK_VIOLATION));
    }),
  );

  dbTest("a position without a precision", () =>
    rolledBack(async (db) => {
      const change = db
        .update(placePhases)
        .set({ precisionM: null })
        .where(eq(placePhases.id, "camp-lamy"));
      await expect(change).rejects.toMatchObject(refusal(CHECK_VIOLATION));
    }),
  );

  dbTest("a kind of place that the model does not know", () =>
    rolledBack(async (db) => {
      const change = db
        .update(places)
        .set({ kind: sql`'castle'` })
        .where(eq(places.id, "camp-lamy"));
      await expect(change).rejects.toMatchObject(refusal(CHECK_VIOLATION));
    }),
  );
});
