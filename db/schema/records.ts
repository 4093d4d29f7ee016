import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import {
  AGENCIES,
  COUNTER_KINDS,
  type CounterKind,
  EVENT_CERTAINTIES,
  type Event,
  MEASURES,
  MOVEMENT_CONFIDENCES,
  type Movement,
  SENSITIVITIES,
} from "#model/record.ts";
import {
  codePointText,
  geometry,
  oneOf,
  publicGeomColumn,
  qualityChecks,
  qualityColumns,
  spanCheck,
  spanColumns,
  wordsColumn,
} from "./columns.ts";
import { datasetId } from "./datasets.ts";
import { day } from "./day.ts";
import { places } from "./places.ts";

/** Something that happened; its position is its own or, when it has none, was taken from its place on loading. */
export const events = pgTable(
  "events",
  {
    datasetId: datasetId(),
    // Pages go on from an id, in the order of code points: the primary key answers in it.
    id: codePointText("id").notNull(),
    titleEn: text("title_en").notNull(),
    titleFr: text("title_fr").notNull(),
    summaryEn: text("summary_en").notNull(),
    summaryFr: text("summary_fr").notNull(),
    category: text("category").notNull(),
    certainty: text("certainty").$type<Event["certainty"]>().notNull(),
    sensitivity: text("sensitivity").$type<Event["sensitivity"]>().notNull(),
    edtf: text("edtf").notNull(),
    datePrecision: text("date_precision"),
    placeId: text("place_id"),
    geom: geometry("geom"),
    ...qualityColumns(),
    publicGeom: publicGeomColumn(),
    ...spanColumns(),
    peopleLow: integer("people_low"),
    peopleHigh: integer("people_high"),
    peopleNote: text("people_note"),
    actorIds: text("actor_ids").array().notNull(),
    accountParagraph: integer("account_paragraph"),
    /** In the order in which the record names them. */
    sourceIds: text("source_ids").array().notNull(),
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
    oneOf("events_certainty", table.certainty, EVENT_CERTAINTIES),
    oneOf("events_sensitivity", table.sensitivity, SENSITIVITIES),
  ],
);

/** People going from one place to another. */
export const movements = pgTable(
  "movements",
  {
    datasetId: datasetId(),
    id: text("id").notNull(),
    fromId: text("from_id").notNull(),
    toId: text("to_id").notNull(),
    edtf: text("edtf").notNull(),
    ...spanColumns(),
    peopleLow: integer("people_low"),
    peopleHigh: integer("people_high"),
    peopleNote: text("people_note"),
    agency: text("agency").$type<Movement["agency"]>().notNull(),
    confidence: text("confidence").$type<Movement["confidence"]>().notNull(),
    noteEn: text("note_en").notNull(),
    noteFr: text("note_fr").notNull(),
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
    oneOf("movements_agency", table.agency, AGENCIES),
    oneOf("movements_confidence", table.confidence, MOVEMENT_CONFIDENCES),
  ],
);

const claimColumns = () => ({
  datasetId: datasetId(),
  id: text("id").notNull(),
  placeId: text("place_id").notNull(),
  edtf: text("edtf").notNull(),
  earliest: day("earliest").notNull(),
  latest: day("latest").notNull(),
  low: integer("low"),
  best: integer("best"),
  high: integer("high"),
  countedBy: text("counted_by").notNull(),
  countedByFr: text("counted_by_fr"),
  countedByKind: text("counted_by_kind").$type<CounterKind>().notNull(),
});

type ClaimTable = Readonly<Record<keyof ReturnType<typeof claimColumns>, AnyPgColumn>>;

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
    oneOf(`${name}_counted_by_kind`, table.countedByKind, COUNTER_KINDS),
  ];
}

/** How many people, according to whom. */
export const counts = pgTable(
  "counts",
  {
    ...claimColumns(),
    measure: text("measure").$type<(typeof MEASURES)[number]>().notNull(),
    method: text("method").notNull(),
    qualityNote: text("quality_note"),
  },
  (table) => [
    ...claimConstraints("counts", table),
    oneOf("counts_measure", table.measure, MEASURES),
  ],
);

/** Deaths met in the sources: single cases and published totals, which overlap and are never added up. */
export const deaths = pgTable(
  "deaths",
  {
    ...claimColumns(),
    scope: text("scope").$type<"single" | "total">().notNull(),
    causeClass: text("cause_class").notNull(),
    noteEn: text("note_en").notNull(),
    noteFr: text("note_fr").notNull(),
  },
  (table) => [
    ...claimConstraints("deaths", table),
    oneOf("deaths_scope", table.scope, ["single", "total"]),
  ],
);
