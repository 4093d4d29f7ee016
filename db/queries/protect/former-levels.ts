// Rows of earlier versions get the level that the record, or its place, has in the newest one, where that is stricter.
// `geodata/model/record/protection.ts` says what a record takes over from its place.
import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { POSITION_FIELD } from "#model/record/citation.ts";
import { STATED_SIDES } from "#model/record/place.ts";
import { isProtected, outlineLevel, publishedSide } from "#model/record/protection.ts";
import { DISCLOSURES } from "#model/space/position.ts";
import type { Db } from "../../database.ts";
import {
  basemapFeatures,
  events,
  fieldCitations,
  placePhases,
  places,
} from "../../schema/index.ts";
import { rowsOf } from "../../schema-version.ts";
import { areTogether, type Lifetime, type Touched } from "./lifetimes.ts";
import { type Newest, type Splitting, splitRows, wereTogether } from "./split-rows.ts";

/** A row whose level was raised; what columns of the dataset's own say may be among the words by which it is found. */
export type Raised = Lifetime & { readonly id: string; readonly hasOwn: boolean };
export type RaisedRows = Readonly<Record<"places" | "outlines" | "events", readonly Raised[]>>;

const list = (values: readonly (string | null)[]): SQL =>
  sql.raw(values.map((value) => (value === null ? "NULL" : `'${value}'`)).join(", "));
const LEVELS = sql`ARRAY[${list(DISCLOSURES)}]`;
const rank = (level: SQL): SQL => sql`array_position(${LEVELS}, ${level})`;
const strictestOf = (one: SQL, other: SQL): SQL =>
  sql`(${LEVELS})[greatest(${rank(one)}, ${rank(other)})]`;

/** A place is where its point is, the phase of its own name. */
const IS_POINT = sql`f.id = f.place_id AND f.disclosure <> 'exact'`;
const RETURNED = sql`RETURNING o.id, o.since, o.until, o.attributes IS NOT NULL AS "hasOwn"`;
/** Parts of parts: as deep as any package goes, and no circle turns for ever. */
const DEEPEST = 100;

/** Whether the newest version protects any position: where it does not, nothing of earlier ones has to follow. */
export async function protectsPositions(transaction: Db, datasetId: string): Promise<boolean> {
  for (const table of [placePhases, events, basemapFeatures]) {
    const found = await rowsOf(
      transaction,
      sql`SELECT 1 FROM ${table} o WHERE o.dataset_id = ${datasetId} AND o.until IS NULL AND o.disclosure <> 'exact' LIMIT 1`,
    );
    if (found.length > 0) return true;
  }
  return false;
}

/** Raises the levels, and takes away what told the positions; tells the rows whose words may tell them still. */
export async function raiseLevels(
  transaction: Db,
  newest: Newest,
  touched: Touched,
): Promise<RaisedRows> {
  const { datasetId, number } = newest;
  const run = async (statement: SQL) => {
    const rows = await rowsOf<Raised>(transaction, statement);
    touched.note(rows);
    return rows;
  };
  const ofItself = (table: PgTable, returned: SQL) =>
    run(sql`UPDATE ${table} o SET disclosure = n.disclosure FROM ${table} n
      WHERE n.dataset_id = ${datasetId} AND n.until IS NULL AND n.disclosure <> 'exact'
        AND o.dataset_id = n.dataset_id AND o.id = n.id AND o.until IS NOT NULL
        AND ${rank(sql`o.disclosure`)} < ${rank(sql`n.disclosure`)} ${returned}`);
  await ofItself(basemapFeatures, sql`RETURNING o.since, o.until`);
  const phases = await ofItself(placePhases, RETURNED);
  const takeOverAll = async (table: PgTable, joined: Joined) => {
    await splitRows(transaction, newest, table, stoodElsewhere(number, joined));
    return run(takeOver(table, datasetId, joined));
  };
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const parts = await takeOverAll(placePhases, PARTS);
    if (parts.length === 0) break;
    phases.push(...parts);
  }
  /** Those at, or of, a place that was protected before the newest version. */
  const atPoint = (of: string, which: SQL): Splitting => ({
    joined: sql`JOIN place_phases f ON f.dataset_id = q.dataset_id AND f.id = ${sql.raw(of)}`,
    which: sql`${IS_POINT} AND ${wereTogether(number, "q", "f")} AND ${which}`,
  });
  const outlines = sql`q.id <> q.place_id AND q.disclosure <> '${sql.raw(OUTLINE)}'`;
  await splitRows(transaction, newest, placePhases, atPoint("q.place_id", outlines));
  phases.push(
    ...(await run(sql`UPDATE place_phases o SET disclosure = '${sql.raw(OUTLINE)}' FROM place_phases f
      WHERE o.dataset_id = ${datasetId} AND o.until IS NOT NULL AND o.id <> o.place_id
        AND o.disclosure <> '${sql.raw(OUTLINE)}'
        AND f.dataset_id = o.dataset_id AND f.id = o.place_id AND ${IS_POINT} AND ${areTogether("o", "f")}
      ${RETURNED}`)),
  );
  const raisedEvents = [
    ...(await ofItself(events, RETURNED)),
    ...(await takeOverAll(events, EVENTS)),
  ];
  await splitRows(transaction, newest, places, atPoint("q.id", TELLS_MORE));
  await run(sql`UPDATE ${places} o SET stated_side = NULL FROM place_phases f
    WHERE o.dataset_id = ${datasetId} AND o.until IS NOT NULL AND (f.disclosure, o.stated_side) IN (${UNTOLD_SIDES})
      AND f.dataset_id = o.dataset_id AND f.id = o.id AND ${IS_POINT} AND ${areTogether("o", "f")}
    RETURNING o.since, o.until`);
  for (const table of [placePhases, events]) {
    await splitRows(transaction, newest, fieldCitations, {
      joined: sql`JOIN ${table} f ON f.dataset_id = q.dataset_id AND f.id = q.record_id`,
      which: sql`${ofPosition("q")} AND f.disclosure <> 'exact' AND ${wereTogether(number, "q", "f")}`,
    });
    await run(sql`DELETE FROM ${fieldCitations} o USING ${table} f
      WHERE o.dataset_id = ${datasetId} AND o.until IS NOT NULL AND ${ofPosition("o")}
        AND f.dataset_id = o.dataset_id AND f.id = o.record_id AND f.disclosure <> 'exact' AND ${areTogether("o", "f")}
      RETURNING o.since, o.until`);
  }
  return {
    places: phases,
    outlines: phases,
    events: raisedEvents,
  };
}

const ofPosition = (citation: string) => sql.raw(`${citation}.field = '${POSITION_FIELD}'`);
const OUTLINE = outlineLevel("exact", "100m");

/** Sides that are told of a place that is exact, and of one of the level are not. */
const UNTOLD_SIDES = sql.join(
  DISCLOSURES.filter(isProtected).flatMap((level) =>
    STATED_SIDES.filter((side) => publishedSide(side, level) === null).map(
      (side) => sql`(${list([level, side])})`,
    ),
  ),
  sql`, `,
);

/** True of a place (`q`) of which the newest version tells a side, or words of the dataset's own, that the level does not. */
const TELLS_MORE = sql`((f.disclosure, q.stated_side) IN (${UNTOLD_SIDES}) OR f.attributes IS NOT NULL AND EXISTS (
  SELECT FROM place_phases n
  WHERE n.dataset_id = q.dataset_id AND n.id = q.id AND n.until IS NULL AND n.disclosure = 'exact'))`;

/** How a row (`q`) is tied to the point (`f`) of the place over whose level and position it takes. */
type Joined = { readonly tables: SQL; readonly rows: readonly string[] };
const PARTS: Joined = {
  tables: sql`JOIN places p ON p.dataset_id = q.dataset_id AND p.id = q.place_id AND q.id = q.place_id
    AND ${areTogether("q", "p")}
  JOIN place_phases f ON f.dataset_id = p.dataset_id AND f.id = p.part_of AND f.id <> q.id AND ${areTogether("p", "f")}`,
  rows: ["q", "p", "f"],
};
const EVENTS: Joined = {
  tables: sql`JOIN place_phases f ON f.dataset_id = q.dataset_id AND f.id = q.place_id`,
  rows: ["q", "f"],
};

const level = (row: string): SQL =>
  strictestOf(sql.raw(`${row}.disclosure`), sql.raw("f.disclosure"));
/** True of a row that does not stand where its place is published, with that level. */
const differs = (row: string): SQL => {
  const own = sql.raw(
    ["disclosure", "geom", "precision_m", "position_basis"].map((name) => `${row}.${name}`).join(),
  );
  return sql`(${own}) IS DISTINCT FROM (${level(row)}, f.geom, f.precision_m, f.position_basis)`;
};

/** Rows of the newest version that stood elsewhere before it. */
const stoodElsewhere = (newest: number, { rows, tables }: Joined): Splitting => ({
  joined: tables,
  which: sql`${IS_POINT} AND ${wereTogether(newest, ...rows)} AND ${differs("q")}`,
});

/** A record stands where its place is published: of several positions the strictest, and of those the last. */
function takeOver(table: PgTable, datasetId: string, { tables }: Joined): SQL {
  const name = sql.identifier(getTableName(table));
  return sql`UPDATE ${name} o
    SET disclosure = ${level("o")}, geom = f.geom, precision_m = f.precision_m, position_basis = f.position_basis
    FROM (
      SELECT DISTINCT ON (q.id, q.until) q.id, q.until, f.disclosure, f.geom, f.precision_m, f.position_basis
      FROM ${name} q ${tables}
      WHERE q.dataset_id = ${datasetId} AND q.until IS NOT NULL AND ${IS_POINT} AND ${areTogether("q", "f")}
      ORDER BY q.id, q.until, ${rank(sql`f.disclosure`)} DESC, f.since DESC
    ) f
    WHERE o.dataset_id = ${datasetId} AND o.id = f.id AND o.until = f.until AND ${differs("o")}
    ${RETURNED}`;
}
