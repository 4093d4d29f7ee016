// What the public may read of records as they are: every column of a table but those that nobody may see. Positions are
// read from the views of the collections (`views.ts`).
import { getTableColumns } from "drizzle-orm";
import { pgView } from "drizzle-orm/pg-core";
import { attestations, fieldCitations } from "./evidence.ts";
import { contradictions, phases, storySteps } from "./narrative.ts";
import { places } from "./places.ts";
import { counts, deaths, movements } from "./records.ts";
import { actors, citations, sources } from "./sources.ts";
import { versions } from "./versions.ts";

const {
  sourceHash: _sourceHash,
  siteKinds: _siteKinds,
  referencePoint: _referencePoint,
  furtherPoint: _furtherPoint,
  separatingLine: _separatingLine,
  ...versionColumns
} = getTableColumns(versions);

export const publicVersions = pgView("public_versions").as((build) =>
  build.select(versionColumns).from(versions),
);

export const publicPlaceRecords = pgView("public_place_records").as((build) =>
  build.select().from(places),
);
export const publicMovementRecords = pgView("public_movement_records").as((build) =>
  build.select().from(movements),
);
export const publicCountRecords = pgView("public_count_records").as((build) =>
  build.select().from(counts),
);
export const publicDeaths = pgView("public_deaths").as((build) => build.select().from(deaths));
export const publicContradictions = pgView("public_contradictions").as((build) =>
  build.select().from(contradictions),
);
export const publicPhaseRecords = pgView("public_phase_records").as((build) =>
  build.select().from(phases),
);
export const publicStorySteps = pgView("public_story_steps").as((build) =>
  build.select().from(storySteps),
);
export const publicActors = pgView("public_actors").as((build) => build.select().from(actors));
export const publicSourceRecords = pgView("public_source_records").as((build) =>
  build.select().from(sources),
);
export const publicCitations = pgView("public_citations").as((build) =>
  build.select().from(citations),
);
export const publicFieldCitations = pgView("public_field_citations").as((build) =>
  build.select().from(fieldCitations),
);
export const publicAttestationRecords = pgView("public_attestation_records").as((build) =>
  build.select().from(attestations),
);
