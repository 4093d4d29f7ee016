// By which columns stored rows name records that may be withheld: those that the record types say.

import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { RecordKind } from "#model/evidence/sources-of.ts";
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
  sources,
  storySteps,
} from "../../schema/index.ts";

/** One column by which rows of a table (`r`) name a record that is gone (`g`). */
export type Naming = {
  readonly table: PgTable;
  /** True where the row names it. */
  readonly names: SQL;
  /** The column whose list loses it, and the tables whose records it names; undefined: the row goes with it. */
  readonly losing?: { readonly column: string; readonly of: readonly string[] };
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
    const of = field?.references ?? [];
    const names = sql`g.source IN (${quoted(of)}) AND ${isNamed}`;
    return LOSING.has(column) ? { table, names, losing: { column, of } } : { table, names };
  });
});

export const NAMINGS: readonly Naming[] = [
  ...NAMED,
  { table: citations, names: sql`g.id = r.record_id AND ${ofKind}` },
  { table: fieldCitations, names: sql`g.id = r.record_id AND ${ofKind}` },
];

const naming = (table: PgTable, of: "sources" | "actors", column: string): Naming => ({
  table,
  names: sql`g.source = '${sql.raw(of)}' AND g.id = r.${sql.identifier(column)}`,
});
const losing = (table: PgTable, of: "sources" | "actors", column: string): Naming => ({
  table,
  names: sql`g.source = '${sql.raw(of)}' AND g.id = ANY(r.${sql.identifier(column)})`,
  losing: { column, of: [of] },
});

/** The same of sources and actors: what rests on one that is gone goes on without it. */
export const NAMING_SUPPORTS: readonly Naming[] = [
  naming(citations, "sources", "source_id"),
  naming(fieldCitations, "sources", "source_id"),
  losing(sources, "sources", "repeats"),
  losing(events, "sources", "source_ids"),
  losing(attestations, "sources", "source_ids"),
  losing(events, "actors", "actor_ids"),
];
