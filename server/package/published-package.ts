// The data package as anybody may see it: what was imported, at the level of disclosure at which it is published, so
// that it can be imported again.

import { declarationOf } from "#domain/resolve.ts";
import { packageCells } from "#formats/package-cells.ts";
import { describeAttribute, describeTable } from "#import/describe-tables.ts";
import { columnsInFile } from "#import/read/columns.ts";
import { DESCRIPTOR_FILE } from "#import/read/descriptor.ts";
import { GEOJSON_TABLES, TABLES, type TableName } from "#import/tables.ts";
import { meansIn } from "#model/collection/collections.ts";
import { isAttributed } from "#model/dataset/attribute.ts";
import type { Dataset, DatasetMeta } from "#model/dataset/dataset.ts";
import type { DeclaredSeparation } from "#model/dataset/declared.ts";
import { saidOf } from "#model/dataset/version.ts";
import { firstLanguage, textIn } from "#model/words/language.ts";
import type { ServedDataset } from "../served/served-dataset.ts";
import { publishedCoverage } from "./coverage.ts";
import { columnsOfTable, hasRows, type PackageRow, publishedRows } from "./published-rows.ts";

export type PackageFile = { readonly name: string; readonly parts: AsyncIterable<string> };

const TABLE_NAMES = Object.keys(TABLES) as TableName[];
/** Tables without a row are left out, as a package may leave them out. */
const publishedTables = (dataset: Dataset) => TABLE_NAMES.filter((name) => hasRows(name, dataset));
const fileOf = (name: TableName) => `${name}.${GEOJSON_TABLES.has(name) ? "geojson" : "csv"}`;

/** Every file of the package, to be read one after the other. */
export async function* packageFiles(
  served: ServedDataset,
  dataset: Dataset,
  homepage: string,
): AsyncGenerator<PackageFile> {
  const described = await packageDescriptor(served, dataset, homepage);
  const descriptor = `${JSON.stringify(described, null, 2)}\n`;
  // Asked before the first byte: a database that is away is told as such.
  yield { name: DESCRIPTOR_FILE, parts: oneOf(descriptor) };
  for (const name of publishedTables(dataset)) {
    const rows = publishedRows(name, served, dataset);
    const parts = GEOJSON_TABLES.has(name)
      ? asGeoJson(rows)
      : asCsv(columnsOfTable(name, dataset.meta), rows);
    yield { name: fileOf(name), parts };
  }
}

async function* oneOf(text: string) {
  yield text;
}

async function* asCsv(
  table: ReturnType<typeof columnsOfTable>,
  pages: AsyncIterable<readonly PackageRow[]>,
) {
  const columns = table.map(({ column }) => column);
  yield packageCells([columns]);
  for await (const rows of pages)
    if (rows.length > 0)
      yield packageCells(rows.map(({ values }) => columns.map((column) => values[column])));
}

async function* asGeoJson(pages: AsyncIterable<readonly PackageRow[]>) {
  yield '{"type":"FeatureCollection","features":[';
  let isFirst = true;
  for await (const rows of pages)
    for (const { values, geometry } of rows) {
      const feature = { type: "Feature", id: values.id, geometry, properties: values };
      yield `${isFirst ? "\n" : ",\n"}${JSON.stringify(feature)}`;
      isFirst = false;
    }
  yield "\n]}\n";
}

/** `datapackage.json` (Data Package 2) of what the ZIP holds. */
export async function packageDescriptor(served: ServedDataset, dataset: Dataset, homepage: string) {
  const { meta, placePhases } = dataset;
  const {
    hasClock: _hasClock,
    severalPoints: _severalPoints,
    id: _id,
    licences: _licences,
    separation,
    version,
    ...declared
  } = meta;
  const attribution = textIn(meta.attribution, firstLanguage(meta));
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: meta.id,
    title: textIn(meta.title, firstLanguage(meta)),
    description: textIn(meta.description, firstLanguage(meta)),
    homepage,
    version: version.label,
    ...(version.created === null ? {} : { created: version.created }),
    // Whoever made what it is made of, as the figures say it.
    ...(attribution && { sources: [{ title: attribution }] }),
    licenses: meta.licences.map(({ path, ...licence }) => ({ ...licence, ...(path && { path }) })),
    ...(await publishedCoverage(served)),
    rocade: {
      ...declarationOf(declared, publishedSeparation(separation, placePhases)),
      publish: { note: saidOf(version).note, class: version.class },
    },
    resources: publishedTables(dataset).map((name) => resourceOf(name, meta)),
  };
}

/** The line is made of those of its outlines that are in the package, as lines. */
function publishedSeparation(
  separation: DatasetMeta["separation"],
  phases: Dataset["placePhases"],
): DeclaredSeparation | null {
  if (!separation) return null;
  const { area: _area, ...own } = separation;
  const isPublished = (outline: string) =>
    phases.some(({ geometry, id }) => id === outline && geometry.type.endsWith("LineString"));
  const outlines = own.line?.outlines.filter(isPublished) ?? [];
  return { ...own, line: own.line && outlines.length > 0 ? { ...own.line, outlines } : null };
}

function resourceOf(
  name: TableName,
  { attributes, languages, separation, severalPoints, vocabularies }: DatasetMeta,
) {
  const isGeoJson = GEOJSON_TABLES.has(name);
  const { fields, foreignKeys, primaryKey } = describeTable(name, languages, {
    vocabularies,
    severalPoints,
  });
  const means = new Map(
    columnsInFile(TABLES[name], languages).map((one) => [one.name, one.field.means]),
  );
  return {
    name,
    path: fileOf(name),
    format: isGeoJson ? "geojson" : "csv",
    mediatype: isGeoJson ? "application/geo+json" : "text/csv",
    encoding: "utf-8",
    schema: {
      fields: [
        ...fields.map((field) => ({
          ...field,
          description: meansIn(means.get(field.name) ?? "", separation),
        })),
        ...(isAttributed(name) ? attributes[name].map(describeAttribute) : []),
      ],
      primaryKey,
      ...(foreignKeys ? { foreignKeys } : {}),
    },
  };
}
