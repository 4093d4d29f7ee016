// What was stored before columns were renamed is there under the new names, and is the content that it was: the same
// package, which has the former names still, is no other version.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import type { OpenDatabase } from "#db/database.ts";
import { rowsOf } from "#db/schema-version.ts";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { identifyPackage } from "#import/disk/source-hash.ts";
import { Findings } from "#import/findings.ts";
import { importPackage } from "#import/load/import-package.ts";
import type { FreshDatabase } from "#tests/faults/rig/databases.ts";
import { missingSince, olderDatabase } from "#tests/faults/rig/older-database.ts";
import { dbTest, isEmbedded } from "#tests/support/databases/database.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

const ID = "river";
const CONTENT_HASH = "c".repeat(64);
const SIDES: Readonly<Record<string, string | null>> = {
  mill: "inside",
  quay: "outside",
  weir: "edge",
  sea: "region",
  ford: null,
};

/** The package as it was published, with the column by its former name, or as it is with another one. */
function riverPackage(name = ID, version = "1.0", heading = "ring_road"): string {
  const folder = temporaryFolder("river");
  const rows = Object.entries(SIDES).map(
    ([id, side]) => `${id},${id},45.1,5.25,1871,1872,${side ?? ""}`,
  );
  const places = [`id,name,lat,lon,start,end,${heading}`, ...rows].join("\n");
  writeFileSync(path.join(folder, "places.csv"), `${places}\n`);
  const resources = [{ name: "places", path: "places.csv" }];
  writeFileSync(
    path.join(folder, "datapackage.json"),
    JSON.stringify({ name, version, resources }),
  );
  return folder;
}

/** Rows of two versions as the older program wrote them: in the first the mill was said to be beyond. */
function storedStatements(sourceHash: string): string[] {
  const version = (number: number, until: number | null, hash: string | null) =>
    `INSERT INTO versions (dataset_id, number, until, label, content_hash, source_hash, published_at, licences, declared,
       site_kinds, has_clock)
     VALUES ('${ID}', ${number}, ${until ?? "NULL"}, '${until === null ? "1.0" : "0.9"}', '${CONTENT_HASH}',
       ${hash === null ? "NULL" : `'${hash}'`}, '2026-11-01', '[]', '{}', '{}', FALSE)`;
  const place = (id: string, side: string | null, since: number, until: number | null) =>
    `INSERT INTO places (dataset_id, since, until, id, name, other_names, kind, description, ring_road, predecessor_ids,
       successor_ids, words, name_words)
     VALUES ('${ID}', ${since}, ${until ?? "NULL"}, '${id}', '{"en": "${id}"}', '{}', 'place', '{"en": ""}',
       ${side === null ? "NULL" : `'${side}'`}, '{}', '{}', '{}', '{}')`;
  const phase = (id: string) =>
    `INSERT INTO place_phases (dataset_id, since, id, place_id, geom, precision_m, position_basis, disclosure,
       start_earliest, start_latest, end_earliest, end_latest, words)
     VALUES ('${ID}', 1, '${id}', '${id}', ST_SetSRID(ST_MakePoint(5.25, 45.1), 4326), 100, 'unstated', 'exact',
       '1871-01-01', '1871-12-31', '1872-01-01', '1872-12-31', '{}')`;
  return [
    `INSERT INTO datasets (id) VALUES ('${ID}')`,
    version(1, 2, null),
    version(2, null, sourceHash),
    place("mill", "outside", 1, 2),
    ...Object.entries(SIDES).map(([id, side]) => place(id, side, id === "mill" ? 2 : 1, null)),
    ...Object.keys(SIDES).map(phase),
    ...["place", "event"].map(
      (kind) =>
        `INSERT INTO field_citations (dataset_id, since, id, record_kind, record_id, field, source_id, words)
         VALUES ('${ID}', 1, 'of-${kind}', '${kind}', 'mill', 'ring_road', 'ledger', '{}')`,
    ),
  ];
}

let folder: string;
let older: FreshDatabase;
let opened: OpenDatabase;

beforeAll(async () => {
  if (!isEmbedded && inject("postgresUrl") === null) return;
  folder = riverPackage();
  const identity = await identifyPackage(filesOnDisk(folder), new Findings());
  older = await olderDatabase(
    isEmbedded ? "embedded" : "postgres",
    missingSince("0037_neutral_sides"),
    storedStatements(identity?.sourceHash ?? ""),
  );
  opened = await older.open();
});

afterAll(async () => {
  await opened?.close();
  await older?.remove();
});

const storedVersions = () =>
  rowsOf(
    opened.db,
    sql`SELECT number, until, label, content_hash FROM versions WHERE dataset_id = ${ID} ORDER BY number`,
  );
const sidesIn = async (number: number) =>
  Object.fromEntries(
    (
      await rowsOf<{ id: string; stated_side: string | null }>(
        opened.db,
        sql`SELECT id, stated_side FROM places WHERE dataset_id = ${ID} AND since <= ${number} AND coalesce(until, 9) > ${number}`,
      )
    ).map(({ id, stated_side }) => [id, stated_side]),
  );

const BEFORE = [
  { number: 1, until: 2, label: "0.9", content_hash: CONTENT_HASH },
  { number: 2, until: null, label: "1.0", content_hash: CONTENT_HASH },
];

describe("what was stored before columns were renamed", () => {
  dbTest(
    "is there in every version, under the new names, with the hashes that it had",
    async () => {
      expect(await storedVersions()).toEqual(BEFORE);
      expect(await sidesIn(1)).toEqual({
        mill: "outside",
        quay: "outside",
        weir: "edge",
        sea: "region",
        ford: null,
      });
      expect(await sidesIn(2)).toEqual(SIDES);
      const published = await rowsOf<{ id: string; stated_side: string | null }>(
        opened.reads,
        sql`SELECT id, stated_side, further_distance_m FROM public_places WHERE dataset_id = ${ID}`,
      );
      expect(Object.fromEntries(published.map((row) => [row.id, row.stated_side]))).toEqual(SIDES);
    },
  );

  dbTest("is cited by them, where a place is", async () => {
    expect(
      await rowsOf(
        opened.db,
        sql`SELECT record_kind, field FROM field_citations WHERE dataset_id = ${ID} ORDER BY id DESC`,
      ),
    ).toEqual([
      { record_kind: "place", field: "stated_side" },
      { record_kind: "event", field: "ring_road" },
    ]);
  });

  dbTest("is what the same package is, imported again", async () => {
    expect(await importPackage(opened.db, folder)).toMatchObject({
      status: "unchanged",
      version: { number: 2, label: "1.0", contentHash: CONTENT_HASH },
    });
    expect(await storedVersions()).toEqual(BEFORE);
  });

  dbTest("is as it was where a package has the new name in place of the former", async () => {
    const other = riverPackage("stream", "1.0");
    expect(await importPackage(opened.db, other)).toMatchObject({ status: "loaded" });
    const renamed = riverPackage("stream", "1.1", "stated_side");
    expect(await importPackage(opened.db, renamed)).toMatchObject({
      status: "loaded",
      version: { number: 2, label: "1.1" },
    });
    expect(
      await rowsOf(
        opened.db,
        sql`SELECT (SELECT count(*)::integer FROM changes WHERE dataset_id = 'stream' AND number = 2) AS changes,
          (SELECT count(*)::integer FROM places WHERE dataset_id = 'stream' AND since = 2) AS places`,
      ),
    ).toEqual([{ changes: 0, places: 0 }]);
  });
});
