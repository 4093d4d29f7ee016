// What only the database refuses: rules are added to it that no check of the import knows. Each is told by file, line and
// column; the lines are counted here, in the text of the files.
import { readFileSync } from "node:fs";
import path from "node:path";
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { copyRows } from "#db/copy.ts";
import type { Db } from "#db/database.ts";
import { findVersion } from "#db/queries/versions.ts";
import { counts, events } from "#db/schema/index.ts";
import { takeRows } from "#db/take-rows.ts";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { importPackage } from "#import/load/import-package.ts";
import { refusedRow } from "#import/load/refused-row.ts";
import { printRowProblem } from "#import/row-problem.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { CALAIS, changedPackage } from "#tests/support/packages/packages.ts";

/** Statements, their values, stacks: what nobody who imports should see. */
const INSIDES = /insert into|\bselect\b|copy \S+ |params|\$\d|\n\s+at |Error/i;

/** The file's line of the row with the id; rows of these files are of one line each. */
function lineOf(file: string, id: string): number {
  const lines = readFileSync(path.join(CALAIS, file), "utf8").split("\n");
  return lines.findIndex((line) => line.startsWith(`${id},`)) + 1;
}

/** The number of the feature with the id. */
function featureOf(file: string, id: string): number {
  const { features } = JSON.parse(readFileSync(path.join(CALAIS, file), "utf8")) as {
    features: { properties: { id: string } }[];
  };
  return features.findIndex(({ properties }) => properties.id === id) + 1;
}

const touched = () =>
  changedPackage("datapackage.json", (text) =>
    text.replace(/"version": "[^"]*"/, '"version": "9"'),
  );

/** What is stored, as new rows of the same dataset. */
async function storedCounts(db: Db): Promise<Record<string, unknown>[]> {
  const rows = await db.select().from(counts);
  await db.delete(counts);
  // The driver reads them as a text.
  return rows.map((row) => ({ ...row, words: [] }));
}

async function storedEvents(db: Db): Promise<Record<string, unknown>[]> {
  const {
    possibleSpan: _,
    publicGeom: __,
    words: ___,
    geom: ____,
    ...columns
  } = getTableColumns(events);
  const rows = await db.select(columns).from(events);
  await db.delete(events);
  return rows.map((row) => ({
    ...row,
    geom: null,
    precisionM: null,
    positionBasis: null,
    words: [],
  }));
}

/** What an import says once the database has the rule. */
async function saidBy(db: Db, rule: SQL, folder = touched()): Promise<string[]> {
  await db.execute(rule);
  const before = await findVersion(db, { datasetId: CALAIS_ID });
  const outcome = await importPackage(db, folder);
  expect(await findVersion(db, { datasetId: CALAIS_ID })).toEqual(before);
  const said = outcome.status === "refused" ? outcome.problems.map(printRowProblem) : [];
  for (const line of said) expect(line).not.toMatch(INSIDES);
  return said;
}

/** A CHECK that the row breaks; what is stored already is not asked. */
const refusing = (table: string, condition: string) =>
  sql.raw(`ALTER TABLE ${table} ADD CONSTRAINT not_this_one CHECK (${condition}) NOT VALID`);

describe("a row that only the database refuses is told by file, line and column", () => {
  dbTest("whichever of a table it is", () =>
    rolledBack(async (db) => {
      const id = "camp-lamy";
      expect(await saidBy(db, refusing("places", `id <> '${id}'`))).toEqual([
        `places.csv:${lineOf("places.csv", id)} id: found "${id}", which the database refuses (its rule not_this_one, table places); expected values that keep this rule`,
      ]);
    }),
  );

  dbTest("also of a GeoJSON file", () =>
    rolledBack(async (db) => {
      const { features } = JSON.parse(readFileSync(path.join(CALAIS, "shapes.geojson"), "utf8"));
      const { id } = features.at(-1).properties;
      const said = await saidBy(db, refusing("place_phases", `id <> '${id}' OR ST_IsEmpty(geom)`));
      expect(said).toEqual([
        expect.stringMatching(
          `^shapes\\.geojson, feature ${featureOf("shapes.geojson", id)} id, geometry: found "${id}", .*not_this_one, table place_phases`,
        ),
      ]);
    }),
  );

  dbTest("with the columns of the rule by their names in the file", () =>
    rolledBack(async (db) => {
      const said = await saidBy(db, refusing("counts", "earliest <> '2015-06-02' OR low > 9e6"));
      expect(said).toEqual([
        expect.stringMatching(/^counts\.csv:\d+ date_earliest, low: found "2015-06-02", /),
      ]);
    }),
  );

  dbTest("among events, however many came before", () =>
    rolledBack(async (db) => {
      const text = readFileSync(path.join(CALAIS, "events.csv"), "utf8").trimEnd();
      const [header = "", first = ""] = text.split("\n");
      expect(header).toMatch(/^id,/);
      const rest = first.slice(first.indexOf(","));
      const many = Array.from({ length: 4000 }, (_, index) => `more-${index}${rest}`);
      const lines = text.split("\n").length;
      const folder = changedPackage("events.csv", () => `${text}\n${many.join("\n")}\n`);
      expect(await saidBy(db, refusing("events", "id <> 'more-3210'"), folder)).toEqual([
        `events.csv:${lines + 3210 + 1} id: found a row, which the database refuses (its rule not_this_one, table events); expected values that keep this rule`,
      ]);
    }),
  );

  dbTest.for([
    ["counts", "low", "counts.csv"],
    ["events", "people_low", "events.csv"],
  ] as const)("where a number of %s has no room in its column", async ([table, column, file]) =>
    rolledBack(async (db) => {
      const { dataPackage } = await inspectPackage(filesOnDisk(CALAIS));
      if (!dataPackage) throw new Error("the package could not be read");
      const rows = table === "counts" ? await storedCounts(db) : await storedEvents(db);
      const wrong = rows[rows.length - 2] as Record<string, unknown>;
      wrong[table === "counts" ? "low" : "peopleLow"] = 99_999_999_999;
      const sending = db.transaction((own) =>
        table === "counts"
          ? takeRows(own, counts, rows)
          : copyRows(
              own,
              events,
              (async function* () {
                yield rows.slice(0, 3) as never;
                yield rows.slice(3) as never;
              })(),
            ),
      );
      const error = await sending.catch((failure: unknown) => failure);
      const lines = rows.map(({ id }) => lineOf(file, String(id)));
      const said = await refusedRow(error, db, dataPackage, lines);
      expect(said && printRowProblem(said)).toBe(
        `${file}:${lines.at(-2)} ${column}: found "99999999999", which the database refuses (value "99999999999" is out of range for type integer, table ${table}); expected a value within the range of its column`,
      );
    }),
  );

  dbTest("where an index has no room for a text", () =>
    rolledBack(async (db) => {
      // What cannot be compressed: an index takes a third of a page of it.
      const noise = Array.from({ length: 2000 }, (_, index) =>
        String.fromCodePoint(0x4e00 + ((index * 7919 + index * index * 31) % 20_000)),
      ).join("");
      const folder = changedPackage(
        "contradictions.csv",
        (text) =>
          `${text.trimEnd()}\nlong-one,camp-lamy,date,${noise},a,b,c,squatnet-2014-05-17-update\n`,
      );
      await db.execute(sql`DELETE FROM contradictions`);
      const said = await saidBy(
        db,
        sql`CREATE INDEX too_small ON contradictions (statement)`,
        folder,
      );
      expect(said).toEqual([
        expect.stringMatching(
          /^contradictions\.csv:\d+ statement: found .*…", which the database refuses \(its rule too_small, table contradictions\); expected a text that is short enough/,
        ),
      ]);
    }),
  );

  dbTest("or by table and rule at least, where no row can be known", () =>
    rolledBack(async (db) => {
      await db.execute(sql`CREATE FUNCTION refuse_all() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'no more of these' USING ERRCODE = '23514', TABLE = 'versions', CONSTRAINT = 'no_end'; END $$`);
      const said = await saidBy(
        db,
        sql`CREATE TRIGGER refuse_all BEFORE UPDATE ON versions FOR EACH ROW EXECUTE FUNCTION refuse_all()`,
      );
      expect(said).toEqual([
        "datapackage.json database: found a row, which the database refuses (its rule no_end, table versions); expected values that keep this rule",
      ]);
    }),
  );
});
