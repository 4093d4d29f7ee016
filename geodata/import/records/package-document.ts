// The document of a dataset, made of a package where nothing has been published: what the service would send of it, in
// the browser of whoever has it.
import type { Geometry } from "geojson";
import type { Dataset, DatasetMeta } from "#model/dataset/dataset.ts";
import type { CollectionRole } from "#model/dataset/declared.ts";
import type { PublishedVersion } from "#model/dataset/version.ts";
import { groupSources, type RecordKind } from "#model/evidence/sources-of.ts";
import type { Attributes } from "#model/field/attributes.ts";
import type { Members } from "#model/field/member.ts";
import { recordMaker } from "#model/field/rows.ts";
import { ACTOR } from "#model/record/actor.ts";
import { ATTESTATION } from "#model/record/attestation.ts";
import { BASEMAP_FEATURE } from "#model/record/basemap-feature.ts";
import { CITATION } from "#model/record/citation.ts";
import { COUNT, DEATH } from "#model/record/claim.ts";
import { CONTRADICTION } from "#model/record/contradiction.ts";
import { EVENT } from "#model/record/event.ts";
import { MOVEMENT } from "#model/record/movement.ts";
import { PHASE, STORY_STEP } from "#model/record/narrative.ts";
import { DATED_PHASE, PLACE, PLACE_PHASE } from "#model/record/place.ts";
import { SOURCE } from "#model/record/source.ts";
import { arePoints } from "#model/space/points.ts";
import type { Disclosure, PositionBasis } from "#model/space/position.ts";
import type { DataPackage } from "../read/data-package.ts";
import type { Publication } from "../read/publication.ts";
import type { Row } from "../tables.ts";
import { publicGeometry, publicPrecision } from "./public-geometry.ts";
import { datasetRecord, eventRecords, laterRecords, placeRecords } from "./to-records.ts";

type Made = {
  readonly dataPackage: DataPackage;
  readonly publication: Publication;
  /** The events as they are published. */
  readonly events: readonly Row<"events">[];
  readonly version: PublishedVersion;
};

/** The document of the package as its first version; every event is in it, however many they are. */
export function packageDocument({ dataPackage, events, publication, version }: Made): Dataset {
  const { declared } = dataPackage;
  const { languages } = declared;
  const places = placeRecords({ declared, tables: publication.places });
  const eventRows = events.map(eventRecords(dataPackage)).map(published);
  const later = laterRecords({ declared, tables: publication.tables() });
  const sourcesOf = groupSources(later.citations);
  const records = <Of extends Members>(
    members: Of,
    rows: readonly Identified[],
    kind?: RecordKind,
  ) => {
    const make = recordMaker(members, { languages });
    return rows.map((row) => make(row, kind ? sourcesOf(kind, row.id) : []));
  };
  const phases = places.placePhases.map(published).toSorted(inOrder());
  const ofPoints = phases.filter(({ isPoint }) => isPoint);
  const outlines = phases.filter(({ geometry, isPoint }) => !isPoint && geometry !== null);
  const toPhase = recordMaker(PLACE_PHASE, { languages });
  const toHidden = recordMaker(DATED_PHASE, { languages });
  const basemap = later.basemapFeatures
    .map((row) => published({ ...row, disclosure: "exact" as const }))
    .filter(({ geometry }) => geometry !== null);
  const meta = metaOf(dataPackage, version, {
    hasClock: eventRows.some(({ startTime }) => startTime !== null),
    severalPoints: [
      ...(eventRows.some(isSeveral) ? (["events"] as const) : []),
      ...(phases.some(isSeveral) ? (["places"] as const) : []),
    ],
  });
  const document = {
    meta,
    versions: [version],
    withdrawals: [],
    places: records(PLACE, places.places.toSorted(inOrder()), "place"),
    placePhases: [
      ...ofPoints
        .filter(({ geometry }) => geometry !== null)
        .map((row) => toPhase(row, sourcesOf("place", row.placeId))),
      ...outlines.map((row) =>
        toPhase({ ...row, ...NOT_OF_OUTLINES }, sourcesOf("place-phase", row.id)),
      ),
    ],
    hiddenPhases: ofPoints
      .filter(({ geometry }) => geometry === null)
      .map((row) => toHidden(row, sourcesOf("place", row.placeId))),
    events: records(EVENT, eventRows.toSorted(inOrder("startEarliest", "startTime"))),
    eventCount: eventRows.length,
    eventsAs: "records" as const,
    movements: records(MOVEMENT, later.movements.toSorted(inOrder("startEarliest")), "movement"),
    counts: records(COUNT, later.counts.toSorted(inOrder("earliest")), "count"),
    deaths: records(DEATH, later.deaths.toSorted(inOrder("earliest")), "death"),
    contradictions: records(
      CONTRADICTION,
      later.contradictions.toSorted(inOrder()),
      "contradiction",
    ),
    phases: records(PHASE, later.phases.toSorted(inOrder("startDay")), "phase"),
    story: records(STORY_STEP, later.storySteps.toSorted(inOrder("position")), "story-step"),
    actors: records(ACTOR, later.actors.toSorted(inOrder())),
    sources: records(SOURCE, later.sources.toSorted(inOrder())),
    citations: records(CITATION, later.fieldCitations.toSorted(inOrder())),
    attestations: records(ATTESTATION, later.attestations.toSorted(inOrder("earliest"))),
    basemap: records(BASEMAP_FEATURE, basemap.toSorted(inOrder("position")), "basemap"),
  };
  return { ...document, holds: heldIn(document, dataPackage) };
}

type Identified = { readonly id: string };

/** What an outline says only of itself in the view of the database: how its position was found is not among it. */
const NOT_OF_OUTLINES = { convention: null, boundsNote: null, positionNote: null } as const;

function metaOf(
  dataPackage: DataPackage,
  version: PublishedVersion,
  found: Pick<DatasetMeta, "hasClock" | "severalPoints">,
): DatasetMeta {
  const { declared, id, licences, ring, separation } = datasetRecord(dataPackage, "");
  return {
    id,
    version,
    licences,
    ...found,
    ...declared,
    separation: separation && { ...separation, area: ring },
  };
}

type Positioned = Identified & {
  readonly disclosure: Disclosure;
  readonly precisionM: number | null;
  readonly positionBasis: PositionBasis | null;
  readonly positionNote?: unknown;
  readonly attributes?: Attributes | null;
  readonly geom: Geometry | null;
};

/**
 * What may be said of a row. Nothing is said of a position that is hidden; and how an exact position was found, or a column
 * that only the dataset knows, may tell what a coarse one does not.
 */
function published<Of extends Positioned>(row: Of) {
  const { attributes = null, disclosure, geom, positionBasis, positionNote, precisionM } = row;
  const isExact = disclosure === "exact";
  return {
    ...row,
    isPoint: geom !== null && arePoints(geom),
    geometry: publicGeometry(geom, disclosure, precisionM),
    precisionM: publicPrecision(precisionM, disclosure),
    positionBasis: disclosure === "hidden" ? null : positionBasis,
    positionNote: isExact ? (positionNote ?? null) : null,
    attributes: isExact ? attributes : null,
  };
}

const isSeveral = ({ geometry }: { readonly geometry: Geometry | null }) =>
  geometry?.type === "MultiPoint";

/** By these columns, what has none last, and then by id, as their code points are. */
function inOrder<Column extends string>(...columns: readonly Column[]) {
  type Sorted = Identified & { readonly [Name in Column]?: unknown };
  return (one: Sorted, other: Sorted): number => {
    for (const column of columns) {
      const [a, b] = [comparable(one[column]), comparable(other[column])];
      if (a !== b) return a < b ? -1 : 1;
    }
    return one.id < other.id ? -1 : Number(one.id > other.id);
  };
}

/** Days and places as they are; a time of day as its instant. */
const comparable = (value: unknown): number => {
  if (value === null || value === undefined) return Number.POSITIVE_INFINITY;
  return typeof value === "string" ? Date.parse(value) : Number(value);
};

type Filled = Omit<Dataset, "holds">;

/** The collections that have any record, in the order of the API. */
function heldIn(filled: Filled, { declared }: DataPackage): CollectionRole[] {
  const { attestations, basemap, citations, counts, events, movements, phases, sources } = filled;
  const { hiddenPhases, placePhases, places } = filled;
  const points = [...placePhases.filter(({ geometry }) => arePoints(geometry)), ...hiddenPhases];
  const sites: ReadonlySet<string> = new Set(declared.roles.sites);
  const siteIds = new Set(places.flatMap(({ id, kind }) => (sites.has(kind) ? [id] : [])));
  const held: Readonly<Record<CollectionRole, boolean>> = {
    places: points.length > 0,
    sites: points.some(({ placeId }) => siteIds.has(placeId)),
    outlines: placePhases.some(({ geometry }) => !arePoints(geometry)),
    events: events.length > 0,
    movements: movements.length > 0,
    counts: counts.length > 0,
    sources: sources.length > 0,
    citations: citations.length > 0,
    attestations: attestations.length > 0,
    phases: phases.length > 0,
    basemap: basemap.length > 0,
  };
  return (Object.keys(held) as CollectionRole[]).filter((role) => held[role]);
}
