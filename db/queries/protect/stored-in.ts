import type { PgTable } from "drizzle-orm/pg-core";
import type { WithdrawnFrom } from "#model/dataset/withdrawal.ts";
import {
  actors,
  attestations,
  basemapFeatures,
  contradictions,
  counts,
  deaths,
  events,
  fieldCitations,
  movements,
  phases,
  placePhases,
  places,
  sources,
  storySteps,
} from "../../schema/index.ts";

type Stored = {
  readonly tables: readonly PgTable[];
  /** Of a table with records of several collections, those of this one. */
  readonly dimension?: "= 0" | "> 0";
};

const stored = (...tables: readonly PgTable[]): Stored => ({ tables });

/** Where the records of a collection are stored; the first of the tables says which there are. */
export const STORED_IN: Readonly<Record<Exclude<WithdrawnFrom, "versions">, Stored>> = {
  places: { tables: [placePhases, places], dimension: "= 0" },
  sites: { tables: [placePhases, places], dimension: "= 0" },
  outlines: { tables: [placePhases, places], dimension: "> 0" },
  events: stored(events),
  movements: stored(movements),
  counts: stored(counts),
  deaths: stored(deaths),
  sources: stored(sources),
  actors: stored(actors),
  citations: stored(fieldCitations),
  attestations: stored(attestations),
  contradictions: stored(contradictions),
  phases: stored(phases),
  story: stored(storySteps),
  basemap: stored(basemapFeatures),
};
