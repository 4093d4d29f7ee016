import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
} from "drizzle-orm/pg-core";
import { COUNT, DEATH } from "#model/record/claim.ts";
import { EVENT } from "#model/record/event.ts";
import { MOVEMENT } from "#model/record/movement.ts";
import {
  attributesColumn,
  codePointText,
  geometry,
  possibleSpanColumn,
  publicGeomColumn,
  qualityChecks,
  qualityColumns,
  spanCheck,
  wordsColumn,
} from "./columns.ts";
import { places } from "./places.ts";
import { choiceChecks, recordColumns } from "./record-columns.ts";
import { datasetId } from "./versions.ts";

/** Events; the position of one is its own or, when it has none, was taken from its place on loading. */
export const events = pgTable(
  "events",
  {
    datasetId: datasetId(),
    ...recordColumns(EVENT),
    // Pages go on from an id, in the order of code points: the primary key answers in it.
    id: codePointText("id").notNull(),
    attributes: attributesColumn(),
    geom: geometry("geom"),
    ...qualityColumns(),
    publicGeom: publicGeomColumn(),
    possibleSpan: possibleSpanColumn(),
    words: wordsColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    foreignKey({
      name: "events_place",
      columns: [table.datasetId, table.placeId],
      foreignColumns: [places.datasetId, places.id],
    }),
    index("events_where_and_when").using("gist", table.publicGeom, table.possibleSpan),
    index("events_by_place")
      .on(table.datasetId, table.placeId)
      .where(sql`${table.placeId} IS NOT NULL`),
    index("events_words").using("gin", table.words),
    spanCheck("events", table),
    ...qualityChecks("events", table),
    check("events_people_are_ordered", sql`${table.peopleLow} <= ${table.peopleHigh}`),
    ...choiceChecks("events", EVENT, table),
  ],
);

export const movements = pgTable(
  "movements",
  {
    datasetId: datasetId(),
    ...recordColumns(MOVEMENT),
    words: wordsColumn(),
    possibleSpan: possibleSpanColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    ...(["fromId", "toId"] as const).map((end) =>
      foreignKey({
        name: `movements_${end === "fromId" ? "from" : "to"}`,
        columns: [table.datasetId, table[end]],
        foreignColumns: [places.datasetId, places.id],
      }),
    ),
    index("movements_when").using("gist", table.possibleSpan),
    spanCheck("movements", table),
    check("movements_people_are_ordered", sql`${table.peopleLow} <= ${table.peopleHigh}`),
    ...choiceChecks("movements", MOVEMENT, table),
  ],
);

type ClaimTable = Readonly<
  Record<
    "datasetId" | "id" | "placeId" | "earliest" | "latest" | "low" | "best" | "high",
    AnyPgColumn
  >
>;

function claimConstraints(name: string, table: ClaimTable) {
  return [
    primaryKey({ columns: [table.datasetId, table.id] }),
    foreignKey({
      name: `${name}_place`,
      columns: [table.datasetId, table.placeId],
      foreignColumns: [places.datasetId, places.id],
    }),
    index(`${name}_by_place`).on(table.datasetId, table.placeId, table.latest),
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
  { datasetId: datasetId(), ...recordColumns(COUNT), words: wordsColumn() },
  (table) => [...claimConstraints("counts", table), ...choiceChecks("counts", COUNT, table)],
);

export const deaths = pgTable(
  "deaths",
  { datasetId: datasetId(), ...recordColumns(DEATH) },
  (table) => [...claimConstraints("deaths", table), ...choiceChecks("deaths", DEATH, table)],
);
