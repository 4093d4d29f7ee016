// The data package as anybody may see it: what was imported, at the level of disclosure at which it is published, so
// that it can be imported again.

import { packageCells } from "#formats/package-cells.ts";
import { describeTable } from "#import/describe-tables.ts";
import { DESCRIPTOR_FILE } from "#import/descriptor.ts";
import { GEOJSON_TABLES, TABLES, type TableName } from "#import/tables.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Field } from "#model/field/field.ts";
import { printDay } from "#model/time/day.ts";
import type { ServedDataset } from "../served/served-dataset.ts";
import { type PackageRow, publishedRows } from "./published-rows.ts";

export type PackageFile = { readonly name: string; readonly parts: AsyncIterable<string> };

const TABLE_NAMES = Object.keys(TABLES) as TableName[];
const fileOf = (name: TableName) => `${name}.${GEOJSON_TABLES.has(name) ? "geojson" : "csv"}`;

/** Every file of the package, to be read one after the other. */
export async function* packageFiles(
  served: ServedDataset,
  dataset: Dataset,
  homepage: string,
): AsyncGenerator<PackageFile> {
  const descriptor = `${JSON.stringify(packageDescriptor(dataset, homepage), null, 2)}\n`;
  // Asked before the first byte: a database that is away is told as such.
  yield { name: DESCRIPTOR_FILE, parts: oneOf(descriptor) };
  for (const name of TABLE_NAMES) {
    const rows = publishedRows(name, served, dataset);
    const parts = GEOJSON_TABLES.has(name) ? asGeoJson(rows) : asCsv(name, rows);
    yield { name: fileOf(name), parts };
  }
}

async function* oneOf(text: string) {
  yield text;
}

async function* asCsv(name: TableName, pages: AsyncIterable<readonly PackageRow[]>) {
  const columns = Object.keys(TABLES[name]);
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
export function packageDescriptor({ meta, placePhases }: Dataset, homepage: string) {
  const { separation, version } = meta;
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: meta.id,
    title: meta.title.en,
    description: meta.description.en,
    homepage,
    version: version.label,
    ...(version.created === null ? {} : { created: version.created }),
    licenses: meta.licences,
    rocade: {
      title: meta.title,
      description: meta.description,
      attribution: meta.attribution,
      credit: meta.credit,
      words: meta.words,
      openingDay: printDay(meta.openingDay),
      firstDay: printDay(meta.firstDay),
      lastDay: printDay(meta.lastDay),
      timeZone: meta.timeZone,
      extent: meta.extent,
      home: meta.home,
      referencePlaceId: separation.referencePlaceId,
      portPlaceId: separation.portPlaceId,
      // Those that are in the package, as lines.
      bypassOutlineIds: separation.bypassOutlineIds.filter((outline) =>
        placePhases.some(({ geometry, id }) => id === outline && geometry.type === "LineString"),
      ),
    },
    resources: TABLE_NAMES.map(resourceOf),
  };
}

function resourceOf(name: TableName) {
  const isGeoJson = GEOJSON_TABLES.has(name);
  const { fields, foreignKeys, primaryKey } = describeTable(name);
  const columns: Readonly<Record<string, Field>> = TABLES[name];
  return {
    name,
    path: fileOf(name),
    format: isGeoJson ? "geojson" : "csv",
    mediatype: isGeoJson ? "application/geo+json" : "text/csv",
    encoding: "utf-8",
    schema: {
      fields: fields.map((field) => ({ ...field, description: columns[field.name]?.means })),
      primaryKey,
      ...(foreignKeys ? { foreignKeys } : {}),
    },
  };
}
