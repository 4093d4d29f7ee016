// Where records of a package that are withheld would be stored, so that what was published of them before can go.
import type { TableRecord } from "#db/queries/protect/delete-records.ts";
import { LIVING_TABLES } from "#db/queries/publish/rows.ts";
import type { Withheld } from "../read/publication.ts";
import type { TableName } from "../tables.ts";

type Stored = keyof typeof LIVING_TABLES;

/** Tables of the database that have records of a table of a package: shapes by themselves are places, too. */
export const STORED_IN: Readonly<Record<TableName, readonly Stored[]>> = {
  sources: ["sources"],
  links: [],
  actors: ["actors"],
  places: ["places", "placePhases"],
  shapes: ["placePhases", "places"],
  events: ["events"],
  movements: ["movements"],
  counts: ["counts"],
  deaths: ["deaths"],
  contradictions: ["contradictions"],
  citations: ["fieldCitations"],
  attestations: ["attestations"],
  phases: ["phases"],
  story: ["storySteps"],
  basemap: ["basemapFeatures"],
  ring: [],
};

/** The records as the database knows them. */
export function withheldRecords(withheld: Withheld): TableRecord[] {
  return [...withheld].flatMap(([table, ids]) =>
    STORED_IN[table].flatMap((name) => [...ids].map((id) => ({ table: LIVING_TABLES[name], id }))),
  );
}
