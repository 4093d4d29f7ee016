// What was published in the open, and is protected in the newest version, is protected in every version before it.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { getTableName, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { LIVING_TABLES } from "#db/queries/publish/rows.ts";
import { rowsOf } from "#db/schema-version.ts";
import { importPackage } from "#import/load/import-package.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { writeGuardedPackage } from "#tests/support/packages/guarded-package.ts";
import { SEVERAL_SECRETS, WITHHELD_WORDS } from "#tests/support/packages/guarded-secrets.ts";
import { relabel, temporaryFolder } from "#tests/support/packages/packages.ts";

const ID = "guarded-later";

/** The guarded package; `isOpen`: before anything of it was protected. */
function packageOf(label: string, isOpen: boolean): string {
  const folder = temporaryFolder("guarded");
  writeGuardedPackage(folder, ID, SEVERAL_SECRETS);
  relabel(folder, label);
  // All of its tables say in which version they are: a row that changed has a former one.
  const rewrite = (table: string, change: (row: Record<string, string>) => object) => {
    const file = path.join(folder, `${table}.csv`);
    const rows = parse(readFileSync(file), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    writeFileSync(file, stringify(rows.map(change), { header: true }));
  };
  const own = (row: Record<string, string>) => ({
    ...row,
    ...(isOpen ? { disclosure: "" } : {}),
    ...(isOpen && row.id === "lost-squat"
      ? { lon: "1.85", lat: "50.95", precision_m: "10", position_basis: "measured" }
      : {}),
    hint: `behind the gate of ${row.id}`,
  });
  rewrite("places", own);
  rewrite("events", own);
  const shapes = path.join(folder, "shapes.geojson");
  const text = readFileSync(shapes, "utf8");
  if (isOpen) writeFileSync(shapes, text.replace(/"disclosure":"[^"]*"/g, '"disclosure":""'));
  return folder;
}

/** Rows of earlier versions, as the database publishes them. */
async function former(db: Db, table: string) {
  const rows = await rowsOf<{ row: string | Record<string, unknown> }>(
    db,
    sql`SELECT to_jsonb(r) AS row FROM ${sql.identifier(table)} r WHERE dataset_id = ${ID} AND until IS NOT NULL`,
  );
  return rows.map(({ row }) => (typeof row === "string" ? JSON.parse(row) : row));
}

describe("a publish that protects", () => {
  dbTest("leaves no word of what is withheld in any version", () =>
    rolledBack(async (db) => {
      const open = await importPackage(db, packageOf("1", true));
      expect(open).toMatchObject({ status: "loaded" });
      const told = async () => {
        const found: string[] = [];
        for (const table of [
          ...Object.values(LIVING_TABLES).map(getTableName),
          "versions",
          "changes",
        ])
          for (const { row } of await rowsOf<{ row: string }>(
            db,
            sql`SELECT to_jsonb(r)::text AS row FROM ${sql.identifier(table)} r WHERE dataset_id = ${ID}`,
          ))
            if (WITHHELD_WORDS.test(row)) found.push(`${table} ${row.slice(0, 200)}`);
        return found;
      };
      expect((await told()).length).toBeGreaterThan(10);
      const guarded = await importPackage(db, packageOf("2", false));
      expect(guarded).toMatchObject({ status: "loaded", version: { number: 2 } });
      expect(await told()).toEqual([]);
      // What only named it among others is there still.
      const [camp] = (await former(db, "places")).filter(({ id }) => id === "open-camp");
      expect(camp ?? { successor_ids: ["coarse-camp"] }).toMatchObject({
        successor_ids: ["coarse-camp"],
      });
    }),
  );

  dbTest("coarsens every position before it, and what told it", () =>
    rolledBack(async (db) => {
      await importPackage(db, packageOf("1", true));
      const [before] = await rowsOf<{ hash: string }>(
        db,
        sql`SELECT content_hash AS hash FROM versions WHERE dataset_id = ${ID}`,
      );
      await importPackage(db, packageOf("2", false));
      const levels = new Map<string, string>();
      for (const table of ["place_phases", "events"])
        for (const { id, level } of await rowsOf<{ id: string; level: string }>(
          db,
          sql`SELECT id, disclosure AS level FROM ${sql.identifier(table)} WHERE dataset_id = ${ID} AND until IS NULL`,
        ))
          levels.set(id, level);
      const rows = [...(await former(db, "place_phases")), ...(await former(db, "events"))];
      expect(rows.length).toBeGreaterThan(15);
      for (const { disclosure, id } of rows) expect(disclosure, id).toBe(levels.get(id));
      for (const row of rows.filter(({ disclosure }) => disclosure !== "exact")) {
        expect(row.words ?? "", row.id).not.toMatch(/gate/);
        if (row.disclosure === "hidden") expect(row.public_geom, row.id).toBeNull();
      }
      for (const { id, stated_side, words } of await former(db, "places")) {
        if (levels.get(id) === "exact") continue;
        expect(stated_side, id).toBeNull();
        expect(words, id).not.toMatch(/gate/);
      }
      const [version] = await rowsOf<Record<string, unknown>>(
        db,
        sql`SELECT o.content_hash AS hash, ST_AsText(o.reference_point) AS point, ST_AsText(n.reference_point) AS newest,
            o.further_point AS further
          FROM versions o, versions n WHERE o.dataset_id = ${ID} AND o.number = 1 AND n.dataset_id = o.dataset_id
            AND n.number = 2`,
      );
      expect(version).toMatchObject({ point: "POINT(1.855 50.955)", further: null });
      expect(version?.newest).toBe(version?.point);
      expect(version?.hash).not.toBe(before?.hash);
    }),
  );
});
