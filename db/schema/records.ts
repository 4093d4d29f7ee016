import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, index, pgTable } from "drizzle-orm/pg-core";
import { COUNT, DEATH } from "#model/record/claim.ts";
import { EVENT } from "#model/record/event.ts";
import { MOVEMENT } from "#model/record/movement.ts";
import {
  attributesColumn,
  codePointText,
  digestColumn,
  geometry,
  possibleSpanColumn,
  publicGeomColumn,
  qualityChecks,
  qualityColumns,
  spanCheck,
  wordsColumn,
} from "./columns.ts";
import { inNewest, livesColumns, livesKeys, newestIndex, turnIndexes } from "./lives.ts";
import { choiceChecks, recordColumns } from "./record-columns.ts";

/** Events; the position of one is its own or, when it has none, was taken from its place on loading. */
export const events = pgTable(
  "events",
  {
    ...livesColumns(),
    ...recordColumns(EVENT),
    // Pages go on from an id, in the order of code points: the primary key answers in it.
    id: codePointText("id").notNull(),
    attributes: attributesColumn(),
    geom: geometry("geom"),
    ...qualityColumns(),
    publicGeom: publicGeomColumn(),
    possibleSpan: possibleSpanColumn(),
    words: wordsColumn(),
    digest: digestColumn(),
  },
  (table) => [
    ...livesKeys("events", table, table.id),
    ...turnIndexes("events", table),
    ...newestIndex("events_where_and_when", table, "gist", table.publicGeom, table.possibleSpan),
    index("events_by_place")
      .on(table.datasetId, table.placeId)
      .where(sql`${table.placeId} IS NOT NULL AND ${inNewest(table.until)}`),
    ...newestIndex("events_words", table, "gin", table.words),
    // What a version says of the whole of its events is read off the few of which it is so.
    index("events_several")
      .on(table.datasetId)
      .where(sql`GeometryType(${table.publicGeom}) = 'MULTIPOINT'`),
    index("events_clock").on(table.datasetId).where(sql`${table.startTime} IS NOT NULL`),
    index("events_protected")
      .on(table.datasetId, table.id)
      .where(sql`${table.disclosure} <> 'exact' AND ${inNewest(table.until)}`),
    spanCheck("events", table),
    ...qualityChecks("events", table),
    check("events_people_are_ordered", sql`${table.peopleLow} <= ${table.peopleHigh}`),
    ...choiceChecks("events", EVENT, table),
  ],
);

export const movements = pgTable(
  "movements",
  {
    ...livesColumns(),
    ...recordColumns(MOVEMENT),
    words: wordsColumn(),
    possibleSpan: possibleSpanColumn(),
  },
  (table) => [
    ...livesKeys("movements", table, table.id),
    spanCheck("movements", table),
    check("movements_people_are_ordered", sql`${table.peopleLow} <= ${table.peopleHigh}`),
    ...choiceChecks("movements", MOVEMENT, table),
  ],
);

type ClaimTable = Readonly<
  Record<
    | "datasetId"
    | "since"
    | "until"
    | "id"
    | "placeId"
    | "earliest"
    | "latest"
    | "low"
    | "best"
    | "high",
    AnyPgColumn
  >
>;

function claimConstraints(name: string, table: ClaimTable) {
  return [
    ...livesKeys(name, table, table.id),
    check(`${name}_days_are_ordered`, sql`${table.earliest} <= ${table.latest}`),
    check(
      `${name}_numbers_are_ordered`,
      sql`${table.low} <= ${table.best} AND ${table.best} <= ${table.high} AND ${table.low} <= ${table.high}`,
    ),
    check(
      `${name}_has_a_number`,
      sql`num_nonnulls(${table.low}, ${table.best}, ${table.high}) > 0`,
    ),
  ];
}

export const counts = pgTable(
  "counts",
  { ...livesColumns(), ...recordColumns(COUNT), words: wordsColumn() },
  (table) => [...claimConstraints("counts", table), ...choiceChecks("counts", COUNT, table)],
);

export const deaths = pgTable("deaths", { ...livesColumns(), ...recordColumns(DEATH) }, (table) => [
  ...claimConstraints("deaths", table),
  ...choiceChecks("deaths", DEATH, table),
]);
