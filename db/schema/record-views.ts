// What the public may read of records as they are in the newest version: every column of a table but those that nobody
// may see. Positions are read from the views of the collections (`views.ts`).
import { getTableColumns } from "drizzle-orm";
import { type PgColumn, type PgTable, pgView } from "drizzle-orm/pg-core";
import { attestations, fieldCitations } from "./evidence.ts";
import { inNewest } from "./lives.ts";
import { contradictions, phases, storySteps } from "./narrative.ts";
import { places } from "./places.ts";
import { counts, deaths, movements } from "./records.ts";
import { actors, citations, sources } from "./sources.ts";
import { versions } from "./versions.ts";

const {
  sourceHash: _sourceHash,
  derived: _derived,
  siteKinds: _siteKinds,
  referencePoint: _referencePoint,
  furtherPoint: _furtherPoint,
  separatingLine: _separatingLine,
  ...versionColumns
} = getTableColumns(versions);

export const publicVersions = pgView("public_versions").as((build) =>
  build.select(versionColumns).from(versions),
);

type LivingTable = PgTable & { readonly since: PgColumn; readonly until: PgColumn };

/** The columns of a table but those that say in which versions its rows are there. */
function recorded<Table extends LivingTable>(table: Table) {
  const { since: _since, until: _until, ...columns } = getTableColumns(table);
  return columns as Omit<Table["_"]["columns"], "since" | "until">;
}

export const publicPlaceRecords = pgView("public_place_records").as((build) =>
  build.select(recorded(places)).from(places).where(inNewest(places.until)),
);
export const publicMovementRecords = pgView("public_movement_records").as((build) =>
  build.select(recorded(movements)).from(movements).where(inNewest(movements.until)),
);
export const publicCountRecords = pgView("public_count_records").as((build) =>
  build.select(recorded(counts)).from(counts).where(inNewest(counts.until)),
);
export const publicDeaths = pgView("public_deaths").as((build) =>
  build.select(recorded(deaths)).from(deaths).where(inNewest(deaths.until)),
);
export const publicContradictions = pgView("public_contradictions").as((build) =>
  build.select(recorded(contradictions)).from(contradictions).where(inNewest(contradictions.until)),
);
export const publicPhaseRecords = pgView("public_phase_records").as((build) =>
  build.select(recorded(phases)).from(phases).where(inNewest(phases.until)),
);
export const publicStorySteps = pgView("public_story_steps").as((build) =>
  build.select(recorded(storySteps)).from(storySteps).where(inNewest(storySteps.until)),
);
export const publicActors = pgView("public_actors").as((build) =>
  build.select(recorded(actors)).from(actors).where(inNewest(actors.until)),
);
export const publicSourceRecords = pgView("public_source_records").as((build) =>
  build.select(recorded(sources)).from(sources).where(inNewest(sources.until)),
);
export const publicCitations = pgView("public_citations").as((build) =>
  build.select(recorded(citations)).from(citations).where(inNewest(citations.until)),
);
export const publicFieldCitations = pgView("public_field_citations").as((build) =>
  build.select(recorded(fieldCitations)).from(fieldCitations).where(inNewest(fieldCitations.until)),
);
export const publicAttestationRecords = pgView("public_attestation_records").as((build) =>
  build.select(recorded(attestations)).from(attestations).where(inNewest(attestations.until)),
);

/** The table of which each view of records is made, by its name. */
export const RECORD_VIEWS = {
  public_place_records: places,
  public_movement_records: movements,
  public_count_records: counts,
  public_deaths: deaths,
  public_contradictions: contradictions,
  public_phase_records: phases,
  public_story_steps: storySteps,
  public_actors: actors,
  public_source_records: sources,
  public_citations: citations,
  public_field_citations: fieldCitations,
  public_attestation_records: attestations,
} as const;
