// By which columns stored rows name records that may be withheld: those that the record types say.
import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { columnsOf, fieldsOf, type Members } from "#model/field/member.ts";
import { ATTESTATION } from "#model/record/attestation.ts";
import type { CitedKind } from "#model/record/citation.ts";
import { COUNT, DEATH } from "#model/record/claim.ts";
import { CONTRADICTION } from "#model/record/contradiction.ts";
import { EVENT } from "#model/record/event.ts";
import { MOVEMENT } from "#model/record/movement.ts";
import { STORY_STEP } from "#model/record/narrative.ts";
import { PLACE, PLACE_PHASE } from "#model/record/place.ts";
import { LOSING, namingColumns } from "#model/record/protection.ts";
import {
  attestations,
  citations,
  contradictions,
  counts,
  deaths,
  events,
  fieldCitations,
  movements,
  placePhases,
  places,
  type RecordKind,
  storySteps,
} from "../../schema/index.ts";

/** One column by which rows of a table (`r`) name a record that is gone (`g`). */
export type Naming = {
  readonly table: PgTable;
  /** True where the row names it. */
  readonly names: SQL;
  /** The column whose list loses it; undefined: the row goes with it. */
  readonly losing?: string;
};

const quoted = (names: readonly string[]) => sql.raw(names.map((name) => `'${name}'`).join(", "));

const TYPES: readonly (readonly [PgTable, Members])[] = [
  [places, PLACE],
  [placePhases, PLACE_PHASE],
  [events, EVENT],
  [movements, MOVEMENT],
  [counts, COUNT],
  [deaths, DEATH],
  [contradictions, CONTRADICTION],
  [storySteps, STORY_STEP],
  [attestations, ATTESTATION],
];

/** The tables that hold what citations are about, by the kinds of both. */
const TABLE_OF_KIND: Readonly<Record<RecordKind | CitedKind, string>> = {
  place: "places",
  "place-phase": "place_phases",
  shape: "place_phases",
  event: "events",
  movement: "movements",
  count: "counts",
  death: "deaths",
  contradiction: "contradictions",
  phase: "phases",
  "story-step": "story_steps",
  basemap: "basemap_features",
};

const ofKind: SQL = sql`(r.record_kind, g.source) IN (${sql.raw(
  Object.entries(TABLE_OF_KIND)
    .map(([kind, table]) => `('${kind}', '${table}')`)
    .join(", "),
)})`;

const NAMED: readonly Naming[] = TYPES.flatMap(([table, members]) => {
  const columns = columnsOf(members);
  const fields = new Map(fieldsOf(columns));
  return namingColumns(columns).map((column): Naming => {
    const field = fields.get(column);
    const own = sql.raw(`r."${column}"`);
    const isNamed = field?.type === "list" ? sql`g.id = ANY(${own})` : sql`g.id = ${own}`;
    const names = sql`g.source IN (${quoted(field?.references ?? [])}) AND ${isNamed}`;
    return LOSING.has(column) ? { table, names, losing: column } : { table, names };
  });
});

export const NAMINGS: readonly Naming[] = [
  ...NAMED,
  { table: citations, names: sql`g.id = r.record_id AND ${ofKind}` },
  { table: fieldCitations, names: sql`g.id = r.record_id AND ${ofKind}` },
];

/** The name of the table, as `g.source` has it. */
export const sourceOf = (table: PgTable): string => getTableName(table);
