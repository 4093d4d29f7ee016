// The rows of all versions, as the public may see them: what a record was before is published as it was, but never more
// of its position than is published of it now (`db/queries/protect/`).
import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { type PgTable, pgView } from "drizzle-orm/pg-core";
import { attestations, fieldCitations } from "./evidence.ts";
import { basemapFeatures, contradictions, phases, storySteps } from "./narrative.ts";
import { placePhases, places } from "./places.ts";
import { counts, deaths, events, movements } from "./records.ts";
import { AS_STORED, allRowsOf } from "./rows.ts";
import { actors, citations, sources } from "./sources.ts";
import { versions } from "./versions.ts";

const { attributes, dimension, position_basis, position_note, precision_m, words } = AS_STORED;
const POSITION = { precision_m, position_basis };

/** Every column but those that are left out, as it is stored or as it is said here. */
function allRows<Table extends PgTable>(
  table: Table,
  leftOut: readonly string[] = [],
  said: Readonly<Record<string, SQL>> = {},
) {
  const names = Object.values(getTableColumns(table))
    .map(({ name }) => name)
    .filter((name) => !leftOut.includes(name));
  const columns = [...new Set([...names, ...Object.keys(said)])].map((name) => {
    const column = sql.identifier(name);
    return sql`${said[name] ?? sql`r.${column}`} AS ${column}`;
  });
  return pgView(allRowsOf(getTableName(table)), {}).as(
    sql`SELECT ${sql.join(columns, sql`, `)} FROM ${sql.identifier(getTableName(table))} r`,
  );
}

export const allVersions = allRows(versions, ["source_hash", "derived"]);
export const allPlaces = allRows(places);
export const allPlacePhases = allRows(placePhases, ["geom"], {
  ...POSITION,
  attributes,
  dimension,
  position_note,
});
export const allEvents = allRows(events, ["geom", "digest"], { ...POSITION, attributes });
export const allMovements = allRows(movements);
export const allCounts = allRows(counts);
export const allDeaths = allRows(deaths);
export const allContradictions = allRows(contradictions);
export const allPhases = allRows(phases);
export const allStorySteps = allRows(storySteps);
export const allActors = allRows(actors);
export const allSources = allRows(sources);
export const allCitations = allRows(citations);
export const allFieldCitations = allRows(fieldCitations);
export const allAttestations = allRows(attestations);
export const allBasemapFeatures = allRows(basemapFeatures, ["geom"], {
  ...POSITION,
  position_note,
  words,
});
