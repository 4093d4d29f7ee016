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
  datasetId: string,
  touched: Touched,
): Promise<RaisedRows> {
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
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const parts = await run(takeOver(placePhases, datasetId, PARTS));
    if (parts.length === 0) break;
    phases.push(...parts);
  }
  phases.push(
    ...(await run(sql`UPDATE place_phases o SET disclosure = '${sql.raw(OUTLINE)}' FROM place_phases f
      WHERE o.dataset_id = ${datasetId} AND o.until IS NOT NULL AND o.id <> o.place_id
        AND o.disclosure <> '${sql.raw(OUTLINE)}'
        AND f.dataset_id = o.dataset_id AND f.id = o.place_id AND ${IS_POINT} AND ${areTogether("o", "f")}
      ${RETURNED}`)),
  );
  const raisedEvents = [
    ...(await ofItself(events, RETURNED)),
    ...(await run(takeOver(events, datasetId, EVENTS))),
  ];
  await run(sql`UPDATE ${places} o SET stated_side = NULL FROM place_phases f
    WHERE o.dataset_id = ${datasetId} AND o.until IS NOT NULL AND (f.disclosure, o.stated_side) IN (${UNTOLD_SIDES})
      AND f.dataset_id = o.dataset_id AND f.id = o.id AND ${IS_POINT} AND ${areTogether("o", "f")}
    RETURNING o.since, o.until`);
  for (const table of [placePhases, events])
    await run(sql`DELETE FROM ${fieldCitations} o USING ${table} f
      WHERE o.dataset_id = ${datasetId} AND o.until IS NOT NULL AND o.field = '${sql.raw(POSITION_FIELD)}'
        AND f.dataset_id = o.dataset_id AND f.id = o.record_id AND f.disclosure <> 'exact' AND ${areTogether("o", "f")}
      RETURNING o.since, o.until`);
  return {
    places: phases,
    outlines: phases,
    events: raisedEvents,
  };
}

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

/** How a row is tied to the point of the place over whose level and position it takes. */
const PARTS = sql`JOIN places p ON p.dataset_id = q.dataset_id AND p.id = q.place_id AND q.id = q.place_id
    AND ${areTogether("q", "p")}
  JOIN place_phases f ON f.dataset_id = p.dataset_id AND f.id = p.part_of AND f.id <> q.id AND ${areTogether("p", "f")}`;
const EVENTS = sql`JOIN place_phases f ON f.dataset_id = q.dataset_id AND f.id = q.place_id`;

/** A record stands where its place is published: of several positions the strictest, and of those the last. */
function takeOver(table: PgTable, datasetId: string, joined: SQL): SQL {
  const name = sql.identifier(getTableName(table));
  const level = strictestOf(sql`o.disclosure`, sql`f.disclosure`);
  return sql`UPDATE ${name} o
    SET disclosure = ${level}, geom = f.geom, precision_m = f.precision_m, position_basis = f.position_basis
    FROM (
      SELECT DISTINCT ON (q.id, q.until) q.id, q.until, f.disclosure, f.geom, f.precision_m, f.position_basis
      FROM ${name} q ${joined}
      WHERE q.dataset_id = ${datasetId} AND q.until IS NOT NULL AND ${IS_POINT} AND ${areTogether("q", "f")}
      ORDER BY q.id, q.until, ${rank(sql`f.disclosure`)} DESC, f.since DESC
    ) f
    WHERE o.dataset_id = ${datasetId} AND o.id = f.id AND o.until = f.until
      AND (o.disclosure, o.geom, o.precision_m, o.position_basis)
        IS DISTINCT FROM (${level}, f.geom, f.precision_m, f.position_basis)
    ${RETURNED}`;
}
