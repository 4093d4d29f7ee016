// A place that is part of another no more is as protected as that one in the versions in which it was, although none of its
// own rows has changed since.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { undoVersion } from "#db/queries/publish/undo-version.ts";
import { rowsOf } from "#db/schema-version.ts";
import { importPackage } from "#import/load/import-package.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { writeGuardedPackage } from "#tests/support/packages/guarded-package.ts";
import { SECRETS } from "#tests/support/packages/guarded-secrets.ts";
import { relabel, temporaryFolder } from "#tests/support/packages/packages.ts";

const ID = "moved-parts";

type Cells = Readonly<Record<string, string>>;

/** The guarded package, with other places: “near-camp” has the part “hidden-part”, and an event and an outline of its own. */
function packageOf(label: string, places: Readonly<Record<string, Cells>>): string {
  const folder = temporaryFolder("moved");
  writeGuardedPackage(folder, ID, SECRETS);
  relabel(folder, label);
  const rewrite = (table: string, change: (row: Cells) => Cells) => {
    const file = path.join(folder, `${table}.csv`);
    const rows = parse(readFileSync(file), { columns: true }) as Cells[];
    writeFileSync(file, stringify(rows.map(change), { header: true }));
  };
  rewrite("places", (row) => ({
    ...row,
    ...{ "hidden-part": { part_of: "near-camp", stated_side: "outside" } }[row.id ?? ""],
    ...places[row.id ?? ""],
    hint: `gate of ${row.id}`,
  }));
  const cited = {
    id: "of-position",
    record_kind: "place",
    record_id: "near-camp",
    source_id: "open",
  };
  const file = (name: string) => path.join(folder, name);
  writeFileSync(
    file("citations.csv"),
    stringify([{ ...cited, field: "position" }], { header: true }),
  );
  const descriptor = JSON.parse(readFileSync(file("datapackage.json"), "utf8"));
  descriptor.resources.push({ name: "citations", path: "citations.csv" });
  writeFileSync(file("datapackage.json"), JSON.stringify(descriptor));
  return folder;
}

const OPEN = { disclosure: "" };
const TOGETHER = {
  "coarse-camp": OPEN,
  "near-camp": { ...OPEN, part_of: "coarse-camp" },
};
const APART = {
  "coarse-camp": { disclosure: "hidden" },
  "near-camp": { ...OPEN, part_of: "" },
};

type Told = {
  readonly id: string;
  readonly level: string;
  readonly isPlaced: boolean;
  readonly words: string;
};

/** What a version says of the place, its part, its outline and its event. */
const toldIn = (db: Db, version: number) =>
  rowsOf<Told>(
    db,
    sql`SELECT o.id, o.disclosure AS level, o.public_geom IS NOT NULL AS "isPlaced", coalesce(p.words::text, '') AS words
      FROM (SELECT id, since, until, dataset_id, disclosure, public_geom FROM place_phases
        UNION ALL SELECT id, since, until, dataset_id, disclosure, public_geom FROM events) o
      LEFT JOIN places p ON p.dataset_id = o.dataset_id AND p.id = o.id AND p.since <= ${version}
        AND coalesce(p.until > ${version}, true)
      WHERE o.dataset_id = ${ID} AND o.id IN ('near-camp', 'hidden-part', 'near-outline', 'at-near')
        AND o.since <= ${version} AND coalesce(o.until > ${version}, true) ORDER BY o.id`,
  );

const sideOf = async (db: Db, version: number) =>
  (
    await rowsOf<{ side: string | null }>(
      db,
      sql`SELECT stated_side AS side FROM places WHERE dataset_id = ${ID} AND id = 'hidden-part'
        AND since <= ${version} AND coalesce(until > ${version}, true)`,
    )
  ).map(({ side }) => side);

const citedIn = async (db: Db, version: number) =>
  (
    await rowsOf(
      db,
      sql`SELECT 1 FROM field_citations WHERE dataset_id = ${ID} AND record_id = 'near-camp' AND field = 'position'
        AND since <= ${version} AND coalesce(until > ${version}, true)`,
    )
  ).length;

const IDS = ["at-near", "hidden-part", "near-camp", "near-outline"];

describe("a place that was part of one that is hidden now", () => {
  dbTest(
    "is hidden as long as it was, with its parts, outlines and events, and published since",
    () =>
      rolledBack(async (db) => {
        for (const [label, places] of Object.entries({ "1": TOGETHER, "2": APART }))
          expect(await importPackage(db, packageOf(label, places))).toMatchObject({
            status: "loaded",
          });
        const before = await toldIn(db, 1);
        expect(before.map(({ id }) => id)).toEqual(IDS);
        for (const { id, isPlaced, level, words } of before) {
          expect([id, level, isPlaced]).toEqual([id, "hidden", false]);
          expect(words, id).not.toMatch(/gate/);
        }
        expect(await sideOf(db, 1)).toEqual([null]);
        expect(await citedIn(db, 1)).toBe(0);
        const after = await toldIn(db, 2);
        expect(after.map(({ id }) => id)).toEqual(IDS);
        for (const { id, isPlaced, level } of after)
          expect([id, level, isPlaced]).toEqual([id, "exact", true]);
        expect(after.filter(({ words }) => /gate/.test(words)).map(({ id }) => id)).toEqual([
          "hidden-part",
          "near-camp",
        ]);
        expect(await sideOf(db, 2)).toEqual(["outside"]);
        expect(await citedIn(db, 2)).toBe(1);
      }),
  );

  dbTest("is in two rows from then on, and in no more at the next publish", () =>
    rolledBack(async (db) => {
      await importPackage(db, packageOf("1", TOGETHER));
      await importPackage(db, packageOf("2", APART));
      const changed = { ...APART, "open-camp": { lon: "1.864" } };
      await importPackage(db, packageOf("3", changed));
      const begun = await rowsOf<{ id: string }>(
        db,
        sql`SELECT id FROM place_phases WHERE dataset_id = ${ID} AND since = 3
          UNION SELECT id FROM places WHERE dataset_id = ${ID} AND since = 3`,
      );
      expect(begun.map(({ id }) => id)).toEqual(["open-camp"]);
    }),
  );

  dbTest("is hidden again where the state in which it was comes back", () =>
    rolledBack(async (db) => {
      await importPackage(db, packageOf("1", TOGETHER));
      await importPackage(db, packageOf("2", APART));
      expect(await undoVersion(db, ID)).toMatchObject({ status: "undone", restored: "1" });
      for (const { id, isPlaced, level } of await toldIn(db, 3))
        expect([id, level, isPlaced]).toEqual([id, "hidden", false]);
    }),
  );
});
