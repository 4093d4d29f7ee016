import type { Polygon } from "geojson";
import type { Actor } from "../record/actor.ts";
import type { Attestation } from "../record/attestation.ts";
import type { BasemapFeature } from "../record/basemap-feature.ts";
import type { Citation } from "../record/citation.ts";
import type { Count, Death } from "../record/claim.ts";
import type { Contradiction } from "../record/contradiction.ts";
import type { Event } from "../record/event.ts";
import type { Movement } from "../record/movement.ts";
import type { Phase, StoryStep } from "../record/narrative.ts";
import type { DatedPhase, Place, PlacePhase } from "../record/place.ts";
import type { Source } from "../record/source.ts";
import type { PointTable } from "../space/points.ts";
import type { CollectionRole, Declared, DeclaredSeparation } from "./declared.ts";
import type { LaidGround } from "./laid-ground.ts";
import type { PublishedVersion } from "./version.ts";
import type { Withdrawal } from "./withdrawal.ts";

/** `path` is empty where the package gives no address. */
export type Licence = { readonly name: string; readonly title: string; readonly path: string };

/** What the separation measures are taken against. */
export type SeparationFrame = DeclaredSeparation & {
  /** The area on the near side of the line. */
  readonly area: Polygon | null;
};

export type DatasetMeta = Declared & {
  readonly id: string;
  readonly version: PublishedVersion;
  readonly licences: readonly Licence[];
  /** Whether of any event a time of day is known. */
  readonly hasClock: boolean;
  /** Tables of which some record is at several points. */
  readonly severalPoints: readonly PointTable[];
  /** Null where nothing is measured. */
  readonly separation: SeparationFrame | null;
  /** What the operator of the service has laid under it; not there where nothing is. */
  readonly ground?: LaidGround | undefined;
};

/** Outlines (phases with a line) that together are the line that separates; none where there is no such line. */
export const lineOutlines = ({ separation }: Pick<DatasetMeta, "separation">): readonly string[] =>
  separation?.line?.outlines ?? [];

/** Whether the dataset has a line that separates: without one nothing has a side, and nothing is to speak of sides. */
export const hasSides = (meta: Pick<DatasetMeta, "separation">): boolean =>
  lineOutlines(meta).length > 0;

/** More events than this are no part of the document: their words would take longer to come than anybody reads. */
export const MAX_EVENTS_IN_DOCUMENT = 5000;

export type EventsAs = "records" | "columns" | "tiles";

/** Everything a reader needs to see a dataset, as one document. Days are counted from 1970-01-01 (see `Day`). */
export type Dataset = {
  readonly meta: DatasetMeta;
  /** Every version up to this one, the newest first. */
  readonly versions: readonly PublishedVersion[];
  /** What was withdrawn, in the order in which it was: it is in no version. */
  readonly withdrawals: readonly Withdrawal[];
  readonly places: readonly Place[];
  readonly placePhases: readonly PlacePhase[];
  /** When places were there whose position is not published: they are on no map and in no measure. */
  readonly hiddenPhases: readonly DatedPhase[];
  /** None when there are more than `MAX_EVENTS_IN_DOCUMENT`: those are read as columns, and singly. */
  readonly events: readonly Event[];
  /** The collections that have any record, in this document or not. */
  readonly holds: readonly CollectionRole[];
  /** Of all events, in this document or not. */
  readonly eventCount: number;
  /** How they are read: with this document, as columns all at once, or as tiles of what a map shows. */
  readonly eventsAs: EventsAs;
  readonly movements: readonly Movement[];
  readonly counts: readonly Count[];
  readonly deaths: readonly Death[];
  readonly contradictions: readonly Contradiction[];
  readonly phases: readonly Phase[];
  readonly story: readonly StoryStep[];
  readonly actors: readonly Actor[];
  readonly sources: readonly Source[];
  /** What single fields rest on; those of events with these alone (`events`). */
  readonly citations: readonly Citation[];
  /** When places were seen, in order of time. */
  readonly attestations: readonly Attestation[];
  readonly basemap: readonly BasemapFeature[];
};

/** Whether the dataset says of any place how many people there were; without that nothing is said of numbers. */
export const countsPeople = ({ counts }: Pick<Dataset, "counts">): boolean => counts.length > 0;

/** Whether its records name what they rest on; without that nothing is said of a record that names none. */
export const hasSources = ({ sources }: Pick<Dataset, "sources">): boolean => sources.length > 0;
