// The published records as rows of the tables of a data package, column by column as the import reads them. They are
// read where every reader does: positions are as coarse as they are published, and empty where they are hidden.
import type { Feature, Geometry } from "geojson";
import { findAllPages } from "#db/queries/features.ts";
import { TABLES, type TableName } from "#import/tables.ts";
import { COLLECTIONS, type CollectionId } from "#model/collection.ts";
import type { Dataset } from "#model/dataset.ts";
import { printDay } from "#model/day.ts";
import type { Localized } from "#model/language.ts";
import type { Claim } from "#model/record.ts";
import type { ServedDataset } from "../served/served-dataset.ts";

export type PackageRow = {
  /** By column; a list is not joined yet. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly geometry?: Geometry | null;
};

/** Features read at a time. */
const PAGE_SIZE = 2000;

type Source = (served: ServedDataset, dataset: Dataset) => AsyncIterable<readonly PackageRow[]>;

/** Rows from the features of a collection, whose properties have the names of the columns but for those that differ. */
const fromFeatures = (
  collection: CollectionId,
  others: (feature: Feature) => Readonly<Record<string, unknown>> | undefined = () => ({}),
): Source =>
  async function* ({ db, datasetId }) {
    const question = {
      datasetId,
      collection: COLLECTIONS[collection],
      certainty: "possible",
    } as const;
    for await (const page of findAllPages(db, question, PAGE_SIZE))
      yield page.flatMap((row) => {
        const feature: Feature<Geometry | null> = JSON.parse(row.feature);
        const { geometry, id, properties } = feature;
        const own = others(feature as Feature);
        return own ? [{ values: { ...properties, id, ...own }, geometry }] : [];
      });
  };

const fromDocument = (rows: (dataset: Dataset) => readonly PackageRow["values"][]): Source =>
  async function* (_served, dataset) {
    yield rows(dataset).map((values) => ({ values }));
  };

const inBoth = (name: string, { en, fr }: Localized) => ({
  [`${name}_en`]: en,
  [`${name}_fr`]: fr,
});

/**
 * Longitude and latitude of a point. What has none that is published is hidden there too: an event that has none at all
 * stands where its place does.
 */
function position({ geometry, properties }: Feature) {
  if (geometry?.type === "Point")
    return { lon: geometry.coordinates[0], lat: geometry.coordinates[1] };
  const none = { precision_m: null, position_basis: null };
  return properties?.generalised ? { ...none, disclosure: "hidden" } : none;
}

const claimDays = ({ properties }: Feature) => ({
  date_edtf: properties?.edtf,
  date_earliest: properties?.start_earliest,
  date_latest: properties?.end_latest,
});

const claim = ({
  edtf,
  earliest,
  latest,
  countedBy,
  countedByFr,
  countedByKind,
  ...own
}: Claim) => ({
  ...own,
  place_id: own.placeId,
  date_edtf: edtf,
  date_earliest: printDay(earliest),
  date_latest: printDay(latest),
  counted_by: countedBy,
  counted_by_fr: countedByFr,
  counted_by_kind: countedByKind,
  source_ids: own.sourceIds,
});

const SOURCES: Readonly<Record<TableName, Source>> = {
  sources: fromFeatures("sources"),
  links: fromFeatures("sources", ({ properties }) =>
    properties?.link_status
      ? { status: properties.link_status, checked_on: properties.link_checked_on }
      : undefined,
  ),
  actors: fromDocument(({ actors }) =>
    actors.map(({ id, label }) => ({ id, ...inBoth("label", label) })),
  ),
  places: fromFeatures("places", position),
  shapes: fromFeatures("routes", ({ geometry, id, properties }) =>
    // A shape by itself is its own place.
    geometry ? { place_id: properties?.place_id === id ? null : properties?.place_id } : undefined,
  ),
  events: fromFeatures("events", position),
  movements: fromFeatures("movements"),
  counts: fromFeatures("counts", claimDays),
  deaths: fromDocument(({ deaths }) =>
    deaths.map((death) => ({
      ...claim(death),
      scope: death.scope,
      cause_class: death.causeClass,
      ...inBoth("note", death.note),
    })),
  ),
  contradictions: fromDocument(({ contradictions }) =>
    contradictions.map(({ id, topic, subjectIds, statement, resolution, sourceIds }) => ({
      id,
      topic,
      subject_ids: subjectIds,
      ...inBoth("statement", statement),
      ...inBoth("resolution", resolution),
      source_ids: sourceIds,
    })),
  ),
  phases: fromDocument(({ phases }) =>
    phases.map(({ id, title, summary, window, sourceIds }) => ({
      id,
      ...inBoth("title", title),
      ...inBoth("summary", summary),
      start: window.from === null ? null : printDay(window.from),
      end: window.until === null ? null : printDay(window.until),
      source_ids: sourceIds,
    })),
  ),
  story: fromDocument(({ story }) =>
    story.map(({ title, text, window, placeId, eventIds, sourceIds, ...step }) => ({
      ...step,
      ...inBoth("title", title),
      ...inBoth("text", text),
      date: printDay(step.date),
      window_start: window.from === null ? null : printDay(window.from),
      window_end: window.until === null ? null : printDay(window.until),
      place_id: placeId,
      event_ids: eventIds,
      source_ids: sourceIds,
    })),
  ),
  basemap: fromFeatures("basemap", ({ geometry }) => (geometry ? {} : undefined)),
  ring: async function* (_served, { meta }) {
    const names = inBoth("name", { en: "Inside the line", fr: "En deçà de la ligne" });
    yield [{ values: { id: "ring", ...names }, geometry: meta.separation.ring }];
  },
};

/** The rows of a table, every column of it. */
export async function* publishedRows(
  name: TableName,
  served: ServedDataset,
  dataset: Dataset,
): AsyncGenerator<readonly PackageRow[]> {
  const columns = Object.keys(TABLES[name]);
  for await (const rows of SOURCES[name](served, dataset))
    yield rows.map((row) => ({
      ...row,
      values: Object.fromEntries(columns.map((column) => [column, row.values[column] ?? null])),
    }));
}
