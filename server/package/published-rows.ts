// The published records as rows of the tables of a data package, column by column as the import reads them. They are
// read where every reader does: positions are as coarse as they are published, what is hidden is not there.
import type { Feature, Geometry } from "geojson";
import { findAllPages } from "#db/queries/features.ts";
import type { Field } from "#import/field.ts";
import { TABLES, type TableName } from "#import/tables.ts";
import { COLLECTIONS, type CollectionId } from "#model/collection.ts";
import type { Dataset } from "#model/dataset.ts";
import { printDay } from "#model/day.ts";
import type { Localized } from "#model/language.ts";
import type { Claim } from "#model/record.ts";
import type { ServedDataset } from "../api/served-dataset.ts";

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

/** Longitude and latitude of a point; without one there is no precision either. */
function position({ geometry }: Feature) {
  return geometry?.type === "Point"
    ? { lon: geometry.coordinates[0], lat: geometry.coordinates[1] }
    : { precision_m: null, position_basis: null };
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
  // A place without a published position cannot be in the table, which wants one.
  places: fromFeatures("places", (feature) => (feature.geometry ? position(feature) : undefined)),
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

/** Ids of places that are published without a position. */
export async function hiddenPlaces(served: ServedDataset): Promise<ReadonlySet<string>> {
  const { db, datasetId } = served;
  const question = { datasetId, collection: COLLECTIONS.places, certainty: "possible" } as const;
  const hidden = new Set<string>();
  for await (const page of findAllPages(db, question, PAGE_SIZE))
    for (const row of page) {
      const { geometry, id }: Feature<Geometry | null> = JSON.parse(row.feature);
      if (!geometry) hidden.add(String(id));
    }
  return hidden;
}

/** The rows of a table, without what refers to a hidden place. */
export async function* publishedRows(
  name: TableName,
  served: ServedDataset,
  dataset: Dataset,
  hidden: ReadonlySet<string>,
): AsyncGenerator<readonly PackageRow[]> {
  for await (const rows of SOURCES[name](served, dataset))
    yield rows.flatMap((row) => {
      const values = withoutHidden(name, row.values, hidden);
      return values ? [{ ...row, values }] : [];
    });
}

function withoutHidden(
  name: TableName,
  own: PackageRow["values"],
  hidden: ReadonlySet<string>,
): PackageRow["values"] | undefined {
  const left: Record<string, unknown> = {};
  const fields = Object.entries(TABLES[name] as Readonly<Record<string, Field<unknown>>>);
  for (const [column, { references, required }] of fields) {
    const value = own[column] ?? null;
    left[column] = value;
    if (!references?.includes("places")) continue;
    if (Array.isArray(value)) left[column] = value.filter((id) => !hidden.has(id));
    else if (typeof value === "string" && hidden.has(value)) {
      if (required) return undefined;
      left[column] = null;
    }
  }
  return left;
}
