// The published records as rows of the tables of a data package, column by column as the import reads them. They are
// read where every reader does: positions are as coarse as they are published, and empty where they are hidden.

import type { Feature, Geometry } from "geojson";
import { findAllPages } from "#db/queries/features/features.ts";
import { columnsInFile } from "#import/read/columns.ts";
import { namesInFile, TABLES, type TableName } from "#import/tables.ts";
import { recordedCollection } from "#model/collection/collections.ts";
import { isAttributed } from "#model/dataset/attribute.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { CollectionRole, Declared } from "#model/dataset/declared.ts";
import type { Members, RecordOf } from "#model/field/member.ts";
import { columnWriter, storedColumns } from "#model/field/rows.ts";
import { ACTOR } from "#model/record/actor.ts";
import { DEATH } from "#model/record/claim.ts";
import { CONTRADICTION } from "#model/record/contradiction.ts";
import { PHASE, STORY_STEP } from "#model/record/narrative.ts";
import { arePoints, positionsOfPoints } from "#model/space/points.ts";
import { type Day, printDay } from "#model/time/day.ts";
import { columnSuffix, interfaceLanguage } from "#model/words/language.ts";
import { heldAtFirst } from "../served/held-to.ts";
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
  collection: CollectionRole,
  others: (feature: Feature) => Readonly<Record<string, unknown>> | undefined = () => ({}),
): Source =>
  async function* (served, { meta }) {
    const { db, datasetId } = served;
    const question = {
      ...heldAtFirst(served, meta.version),
      datasetId,
      collection: recordedCollection(meta, collection),
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

/** Rows from records of the document, their columns under the names that the table has for them. */
const fromRecords = <Of extends Members>(
  table: TableName,
  members: Of,
  recordsOf: (dataset: Dataset) => readonly RecordOf<Of>[],
): Source => {
  const names: Readonly<Record<string, string>> = namesInFile(table);
  const days = new Set(
    storedColumns(members).flatMap(([name, of]) => ("type" in of && of.type === "day" ? name : [])),
  );
  return async function* (_served, dataset) {
    const columnsOf = columnWriter(members, dataset.meta.languages);
    yield recordsOf(dataset).map((record) => {
      const values = Object.entries(columnsOf(record)).map(([name, value]) => [
        names[name] ?? name,
        days.has(name) && value !== null ? printDay(value as Day) : value,
      ]);
      return { values: Object.fromEntries(values) };
    });
  };
};

/**
 * Longitude and latitude of each point. What has none that is published is hidden there too: an event that has none at all
 * stands where its place does.
 */
function position({ geometry, properties }: Feature) {
  if (geometry && arePoints(geometry)) {
    const positions = positionsOfPoints(geometry);
    const [lon, lat] = [0, 1].map((axis) => positions.map((one) => one[axis]));
    return positions.length === 1 ? { lon: lon?.[0], lat: lat?.[0] } : { lon, lat };
  }
  const none = { precision_m: null, position_basis: null };
  return properties?.generalised ? { ...none, disclosure: "hidden" } : none;
}

const sightingDays = ({ properties }: Feature) => ({
  earliest: properties?.start_earliest,
  latest: properties?.end_latest,
});

const claimDays = ({ properties }: Feature) => ({
  date_edtf: properties?.edtf,
  date_earliest: properties?.start_earliest,
  date_latest: properties?.end_latest,
});

/** What the near side of the line is called. */
const NEAR_SIDE = { en: "Inside the line", fr: "En deçà de la ligne" } as const;

const SOURCES: Readonly<Record<TableName, Source>> = {
  sources: fromFeatures("sources"),
  links: fromFeatures("sources", ({ properties }) =>
    properties?.link_status
      ? { status: properties.link_status, checked_on: properties.link_checked_on }
      : undefined,
  ),
  actors: fromRecords("actors", ACTOR, ({ actors }) => actors),
  places: fromFeatures("places", position),
  shapes: fromFeatures("outlines", ({ geometry, id, properties }) =>
    // A shape by itself is its own place.
    geometry ? { place_id: properties?.place_id === id ? null : properties?.place_id } : undefined,
  ),
  events: fromFeatures("events", position),
  movements: fromFeatures("movements"),
  counts: fromFeatures("counts", claimDays),
  deaths: fromRecords("deaths", DEATH, ({ deaths }) => deaths),
  contradictions: fromRecords(
    "contradictions",
    CONTRADICTION,
    ({ contradictions }) => contradictions,
  ),
  citations: fromFeatures("citations"),
  attestations: fromFeatures("attestations", sightingDays),
  phases: fromRecords("phases", PHASE, ({ phases }) => phases),
  story: fromRecords("story", STORY_STEP, ({ story }) => story),
  basemap: fromFeatures("basemap", ({ geometry }) => (geometry ? {} : undefined)),
  ring: async function* (_served, { meta }) {
    const area = meta.separation?.area;
    const names = meta.languages.map((language) => [
      `name${columnSuffix(language)}`,
      NEAR_SIDE[interfaceLanguage(language)],
    ]);
    if (area) yield [{ values: { id: "ring", ...Object.fromEntries(names) }, geometry: area }];
  },
};

/** Whether anything of the table is published. */
export function hasRows(name: TableName, dataset: Dataset): boolean {
  const { actors, contradictions, deaths, holds, meta, phases, sources, story } = dataset;
  const isHeld = (role: CollectionRole) => holds.includes(role);
  const has: Readonly<Record<TableName, boolean>> = {
    sources: isHeld("sources"),
    links: sources.some(({ link }) => link !== null),
    actors: actors.length > 0,
    places: isHeld("places"),
    shapes: isHeld("outlines"),
    events: isHeld("events"),
    movements: isHeld("movements"),
    counts: isHeld("counts"),
    deaths: deaths.length > 0,
    contradictions: contradictions.length > 0,
    citations: isHeld("citations"),
    attestations: isHeld("attestations"),
    phases: phases.length > 0,
    story: story.length > 0,
    basemap: isHeld("basemap"),
    ring: Boolean(meta.separation?.area),
  };
  return has[name];
}

/** The columns of a table, those of the dataset's own last, each with the property that has its values. */
export function columnsOfTable(
  name: TableName,
  { attributes, languages }: Pick<Declared, "attributes" | "languages">,
): readonly { readonly column: string; readonly property: string }[] {
  const own = isAttributed(name) ? attributes[name] : [];
  return [
    ...columnsInFile(TABLES[name], languages).map((one) => ({
      column: one.name,
      property: one.name,
    })),
    ...own.map(({ column, name: property }) => ({ column, property })),
  ];
}

/** The rows of a table, every column of it. */
export async function* publishedRows(
  name: TableName,
  served: ServedDataset,
  dataset: Dataset,
): AsyncGenerator<readonly PackageRow[]> {
  const columns = columnsOfTable(name, dataset.meta);
  for await (const rows of SOURCES[name](served, dataset))
    yield rows.map((row) => ({
      ...row,
      values: Object.fromEntries(
        columns.map(({ column, property }) => [column, row.values[property] ?? null]),
      ),
    }));
}
