import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findDataset } from "#db/queries/dataset/dataset.ts";
import { publishVersion } from "#db/queries/publish/publish-version.ts";
import { findVersion } from "#db/queries/versions.ts";
import { events, placePhases, places } from "#db/schema/index.ts";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { importPackage } from "#import/load/import-package.ts";
import { publicationOf } from "#import/read/publication.ts";
import {
  datasetRecord,
  eventMaking,
  laterRecords,
  placeRecords,
} from "#import/records/to-records.ts";
import { printRowProblem } from "#import/row-problem.ts";
import { CALAIS_ID, dbTest, rolledBack, testDatabase } from "#tests/support/databases/database.ts";
import { ROWS, rowsOf } from "#tests/support/packages/calais-facts.ts";
import { CALAIS, changedPackage } from "#tests/support/packages/packages.ts";
import { day } from "#tests/support/records/records.ts";

const recordsOf = async (folder: string) => {
  const { dataPackage } = await inspectPackage(filesOnDisk(folder));
  if (!dataPackage) throw new Error("the package could not be read");
  const { declared } = dataPackage;
  const publication = publicationOf(dataPackage);
  return {
    dataset: {
      ...datasetRecord(dataPackage, "another"),
      label: "another",
      note: null,
      class: null,
    },
    ...placeRecords({ declared, tables: publication.places }),
    events: eventMaking(dataPackage),
    later: () => laterRecords({ declared, tables: publication.tables() }),
    withheld: () => [],
  };
};

const ALL_ROWS = Object.values(ROWS).reduce((sum, rows) => sum + rows, 0);

async function* noEvents() {}

/** Events enough for several parts of a file, under a header that Calais has. */
function manyEvents(count: number, change: (id: string, index: number) => string = (id) => id) {
  return (text: string) => {
    const header = text.slice(0, text.indexOf("\n"));
    const columns = header.split(",");
    const rows = Array.from({ length: count }, (_, index) => {
      const cells: Record<string, string | number> = {
        id: change(`many-${index}`, index),
        edtf: "2015-03",
        category: "protest",
        title_en: `Event ${index}, "quoted"\\ with\ttab`,
        title_fr: "Évènement",
        summary_en: "One line\nand another",
        summary_fr: "Résumé",
        certainty: "reported",
        source_ids: "bfmtv-2016-03-17-south",
        sensitivity: "none",
      };
      return columns
        .map((name) => `"${String(cells[name] ?? "").replaceAll('"', '""')}"`)
        .join(",");
    });
    return `${text.trimEnd()}\n${rows.join("\n")}\n`;
  };
}

describe("loading a package", () => {
  dbTest("brings over every row with its dates, precision and sources", async () => {
    const dataset = await findDataset(await testDatabase(), { datasetId: CALAIS_ID });
    const lamy = dataset?.places.find((place) => place.id === "camp-lamy");
    const phase = dataset?.placePhases.find(({ placeId }) => placeId === "camp-lamy");
    expect(lamy).toMatchObject({
      kind: "camp",
      statedSide: "inside",
      endReason: "evicted-demolished",
    });
    expect(lamy?.sourceIds.length).toBeGreaterThan(0);
    expect(phase).toMatchObject({
      geometry: { type: "Point", coordinates: [1.8576, 50.9618] },
      quality: { precisionM: 250, basis: "constrained" },
      startEdtf: rowsOf("places").find(({ id }) => id === "camp-lamy")?.start_edtf,
    });
    expect(dataset?.events).toHaveLength(ROWS.events ?? 0);
    expect(dataset?.counts).toHaveLength(ROWS.counts ?? 0);
    expect(dataset?.deaths).toHaveLength(ROWS.deaths ?? 0);
    expect(dataset?.contradictions).toHaveLength(ROWS.contradictions ?? 0);
    expect(dataset?.sources).toHaveLength(ROWS.sources ?? 0);
    expect(dataset?.placePhases).toHaveLength((ROWS.places ?? 0) + (ROWS.shapes ?? 0));
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
      const dataset = await findDataset(db, { datasetId: CALAIS_ID });
      expect(dataset?.actors.find((actor) => actor.id === "exiles")?.label.en).toBe(
        "People in exile",
      );
      expect(dataset?.events).toHaveLength(ROWS.events ?? 0);
    }),
  );

  dbTest("writes nothing at all when a row is wrong", async () => {
    const db = await testDatabase();
    const before = await findVersion(db, { datasetId: CALAIS_ID });
    const wrong = changedPackage("events.csv", (text) => text.replace(",confirmed,", ",sure,"));
    expect(await importPackage(db, wrong)).toMatchObject({ status: "refused" });
    expect(await findVersion(db, { datasetId: CALAIS_ID })).toEqual(before);
  });

  dbTest("tells of a wrong event beside a wrong place, as an inspection does", async () => {
    const wrong = changedPackage("events.csv", (text) => text.replace(",2013-05-22,", ",2099-01,"));
    const places = path.join(wrong, "places.csv");
    const text = readFileSync(places, "utf8").replace(",camp,", ",town,");
    writeFileSync(places, text);
    const outcome = await importPackage(await testDatabase(), wrong);
    const { notices, problems } = await inspectPackage(filesOnDisk(wrong));
    expect(outcome).toEqual({ status: "refused", problems, notices });
    expect(problems.map(printRowProblem)).toEqual([
      expect.stringMatching(/^places\.csv:\d+ kind: found "town"/),
      expect.stringMatching(/^events\.csv:2 edtf: found "2099-01" beside /),
    ]);
  });

  dbTest("takes any number of events, whatever their texts hold", () =>
    rolledBack(async (db) => {
      const told: number[] = [];
      const outcome = await importPackage(db, changedPackage("events.csv", manyEvents(12_000)), {
        onProgress: (table, done) => table === "events" && told.push(done),
      });
      expect(outcome).toMatchObject({ status: "loaded", rows: ALL_ROWS + 12_000 });
      expect(told.length).toBeGreaterThan(1);
      expect(told.at(-1)).toBe((ROWS.events ?? 0) + 12_000);
      const [event] = await db.select().from(events).where(eq(events.id, "many-7000"));
      expect(event).toMatchObject({
        title: expect.objectContaining({ en: 'Event 7000, "quoted"\\ with\ttab' }),
        summary: expect.objectContaining({ en: "One line\nand another" }),
        startEarliest: day("2015-03-01"),
        startLatest: day("2015-03-31"),
        sourceIds: ["bfmtv-2016-03-17-south"],
      });
    }),
  );

  dbTest("names the lines of events that are wrong, and writes none of those before", async () => {
    const db = await testDatabase();
    const before = await findVersion(db, { datasetId: CALAIS_ID });
    const twice = changedPackage(
      "events.csv",
      manyEvents(3000, (id, index) => (index === 2500 ? "many-3" : index === 2900 ? "No" : id)),
    );
    const outcome = await importPackage(db, twice);
    expect(outcome.status === "refused" && outcome.problems.map(printRowProblem)).toEqual([
      expect.stringMatching(/^events\.csv:\d+ id: found "many-3", which row \d+ has already/),
      expect.stringMatching(/^events\.csv:\d+ id: found "No"/),
    ]);
    expect(await findVersion(db, { datasetId: CALAIS_ID })).toEqual(before);
    expect((await findDataset(db, { datasetId: CALAIS_ID }))?.events).toHaveLength(
      ROWS.events ?? 0,
    );
  });

  dbTest("refuses what speaks of an event that is not there", async () => {
    const wrong = changedPackage("events.csv", (text) =>
      text.replace("\nblockade-5sep16,", "\nblockade-5sep,"),
    );
    const outcome = await importPackage(await testDatabase(), wrong);
    expect(outcome.status === "refused" && outcome.problems.map(printRowProblem)).toContainEqual(
      expect.stringContaining('found "blockade-5sep16"; expected an id of'),
    );
  });

  dbTest("leaves the old version whole when it fails half-way", async () => {
    const db = await testDatabase();
    const before = await findVersion(db, { datasetId: CALAIS_ID });
    const rows = await recordsOf(CALAIS);
    const later = rows.later();
    const [movement] = later.movements;
    const movements = [...later.movements, { ...movement, id: "new", toId: "nowhere" }];
    const broken = { ...rows, later: () => ({ ...later, movements }) as typeof later };
    await expect(publishVersion(db, broken, noEvents())).rejects.toMatchObject({
      cause: { code: "23503" },
    });
    expect(await findVersion(db, { datasetId: CALAIS_ID })).toEqual(before);
    expect((await findDataset(db, { datasetId: CALAIS_ID }))?.events).toHaveLength(
      ROWS.events ?? 0,
    );
  });
});

describe("the database refuses by itself", () => {
  const refusal = (code: string) => ({ cause: { code } });
  const CHECK_VIOLATION = "23514";

  dbTest("days out of order", () =>
    rolledBack(async (db) => {
      const change = db
        .update(placePhases)
        .set({ startLatest: day("2020-01-01") })
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

  dbTest("a side that the model does not know", () =>
    rolledBack(async (db) => {
      const change = db
        .update(places)
        .set({ statedSide: sql`'castle'` })
        .where(eq(places.id, "camp-lamy"));
      await expect(change).rejects.toMatchObject(refusal(CHECK_VIOLATION));
    }),
  );
});
