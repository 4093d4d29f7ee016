// Whatever is published after whatever, with whatever levels: no row of an earlier version is closer to the true position
// than the newest version allows, and none is of what it withholds.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { getTableName, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { LIVING_TABLES } from "#db/queries/publish/rows.ts";
import { rowsOf } from "#db/schema-version.ts";
import { importPackage } from "#import/load/import-package.ts";
import { DISCLOSURES, PROTECTIONS, type Protection, strictest } from "#model/space/position.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { writeGuardedPackage } from "#tests/support/packages/guarded-package.ts";
import { SECRETS } from "#tests/support/packages/guarded-secrets.ts";
import { relabel, temporaryFolder } from "#tests/support/packages/packages.ts";

const ID = "any-levels";
const PLACES = [
  ...["open-camp", "far-camp", "third-camp", "coarse-camp", "near-camp", "hidden-squat"],
  ...["hidden-part", "zinnia-yard", "zinnia-part"],
];
const EVENTS = ["at-open", "at-coarse", "at-hidden", "coarse-itself", "zinnia-cleared", "quibble"];
/** Of these the package measures: they may be hidden, not withheld. */
const MEASURED = ["hall", "hidden-port"];

const level = fc.constantFrom<Protection | "">("", ...PROTECTIONS);
const levels = (ids: readonly string[], of = level) =>
  fc.record(Object.fromEntries(ids.map((id) => [id, of])));
const publish = fc.record({
  places: levels(PLACES),
  measured: levels(MEASURED, fc.constantFrom<Protection | "">("", ...DISCLOSURES)),
  events: levels(EVENTS),
  at: fc.record(
    Object.fromEntries(EVENTS.slice(0, 3).map((id) => [id, fc.constantFrom("", ...PLACES)])),
  ),
  wholes: fc.record({
    "hidden-part": fc.constantFrom("", "hidden-squat", "near-camp"),
    "near-camp": fc.constantFrom("", "coarse-camp"),
  }),
  moved: fc.integer({ min: 0, max: 30 }),
});
type Publish = typeof publish extends fc.Arbitrary<infer One> ? One : never;

function packageOf(label: string, one: Publish): string {
  const folder = temporaryFolder("levels");
  writeGuardedPackage(folder, ID, SECRETS);
  relabel(folder, label);
  const rewrite = (table: string, change: (row: Record<string, string>) => object) => {
    const file = path.join(folder, `${table}.csv`);
    const rows = parse(readFileSync(file), { columns: true }) as Record<string, string>[];
    writeFileSync(file, stringify(rows.map(change), { header: true }));
  };
  const disclosures: Readonly<Record<string, string | undefined>> = {
    ...one.places,
    ...one.measured,
  };
  const wholes: Readonly<Record<string, string | undefined>> = one.wholes;
  const moved = one.moved / 10_000;
  rewrite("places", (row) => ({
    ...row,
    disclosure: disclosures[row.id ?? ""] ?? row.disclosure,
    part_of: wholes[row.id ?? ""] ?? row.part_of,
    lon: row.lon ? Number(row.lon) + moved : "",
    hint: `gate of ${row.id}`,
  }));
  const at: Readonly<Record<string, string | undefined>> = one.at;
  const ofEvents: Readonly<Record<string, string | undefined>> = one.events;
  rewrite("events", (row) => ({
    ...row,
    disclosure: ofEvents[row.id ?? ""] ?? row.disclosure,
    place_id: at[row.id ?? ""] ?? row.place_id,
  }));
  return folder;
}

type Row = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly since: number;
  readonly until: number | null;
};

async function rowsIn(db: Db, table: string): Promise<Row[]> {
  const rows = await rowsOf<{ row: string | Row }>(
    db,
    sql`SELECT to_jsonb(r) || jsonb_build_object('x', ST_X(ST_Centroid(to_jsonb(r)->>'geom')),
        'y', ST_Y(ST_Centroid(to_jsonb(r)->>'geom')), 'px', ST_X(ST_Centroid(to_jsonb(r)->>'public_geom')),
        'py', ST_Y(ST_Centroid(to_jsonb(r)->>'public_geom'))) AS row
      FROM ${sql.identifier(table)} r WHERE dataset_id = ${ID}`,
  );
  return rows.map(({ row }) => (typeof row === "string" ? (JSON.parse(row) as Row) : row));
}

/** Degrees of the cells of a level. */
const CELLS: Readonly<Record<string, number>> = { "100m": 0.001, "1km": 0.01 };

describe("whatever is published", () => {
  dbTest(
    "leaves no earlier version closer than the newest",
    async () => {
      let published = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(publish, { minLength: 2, maxLength: 4 }), async (sequence) => {
          await rolledBack(async (db) => {
            for (const [index, one] of sequence.entries()) {
              const outcome = await importPackage(db, packageOf(`v${index}`, one));
              if (outcome.status === "loaded") published += 1;
            }
            await holds(db);
          });
        }),
        { numRuns: 6, endOnFailure: true },
      );
      expect(published).toBeGreaterThan(6);
    },
    300_000,
  );
});

/** What is true of the rows of earlier versions, whatever happened. */
async function holds(db: Db): Promise<void> {
  const tables = Object.values(LIVING_TABLES).map(getTableName);
  const all = new Map<string, Row[]>();
  for (const table of tables) all.set(table, await rowsIn(db, table));
  const rows = (table: string) => all.get(table) ?? [];
  const newest = (id: string | null, table = "place_phases") =>
    rows(table).find((row) => row.until === null && row.id === id)?.disclosure as
      | Protection
      | undefined;
  const isFormer = ({ until }: Row) => until !== null;
  const together = (a: Row, b: Row) =>
    a.since < (b.until ?? Number.POSITIVE_INFINITY) &&
    b.since < (a.until ?? Number.POSITIVE_INFINITY);
  for (const row of rows("places").filter(isFormer)) {
    const point = rows("place_phases").find((one) => one.id === row.id && together(one, row));
    const whole = rows("place_phases").find((one) => one.id === row.part_of && together(one, row));
    expect(strictest(point?.disclosure as Protection, whole?.disclosure as Protection)).toBe(
      point?.disclosure,
    );
    if (point && point.disclosure !== "exact") {
      expect(row.stated_side).toBeNull();
      expect(String(row.words)).not.toContain("gate");
    }
  }
  for (const table of ["place_phases", "events"])
    for (const row of rows(table).filter(isFormer)) {
      const own = row.disclosure as Protection;
      const place = row.place_id as string | null;
      const point = rows("place_phases").find((one) => one.id === place && together(one, row));
      const asked = strictest(
        own,
        newest(row.id, table),
        newest(place),
        point?.disclosure as Protection,
      );
      expect(own, `${table} ${row.id}`).toBe(
        table === "place_phases" && row.id !== place && asked !== "exact" ? "hidden" : asked,
      );
      if (own === "hidden") expect(row.public_geom).toBeNull();
      const cell = CELLS[own];
      if (cell && row.px !== null) {
        for (const [shown, exact] of [
          [row.px, row.x],
          [row.py, row.y],
        ]) {
          expect(Math.abs(((Number(shown) / cell) % 1) - 0.5)).toBeLessThan(1e-6);
          expect(Math.abs(Number(shown) - Number(exact))).toBeLessThan(cell / 2 + 1e-6);
        }
      }
    }
  // Whatever a row names is in each of its versions.
  const named = [
    ["events", "place_id"],
    ["place_phases", "place_id"],
    ["movements", "from_id"],
    ["movements", "to_id"],
    ["counts", "place_id"],
    ["deaths", "place_id"],
    ["story_steps", "place_id"],
    ["places", "part_of"],
  ] as const;
  for (const [table, column] of named)
    for (const row of rows(table)) {
      const id = row[column];
      if (id === null) continue;
      const there = rows("places").filter((one) => one.id === id);
      for (let version = row.since; version < (row.until ?? row.since + 1); version += 1)
        expect(
          there.some(({ since, until }) => since <= version && (until === null || version < until)),
          `${table} ${row.id} names ${id} in ${version}`,
        ).toBe(true);
    }
}
