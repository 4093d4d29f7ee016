// All that GDAL's vector library can open of a product, held against its JSON: the live API, and files in every format.

import { expect } from "vitest";
import {
  COLLECTION_IDS,
  COLLECTIONS,
  type CollectionId,
} from "#tests/support/packages/calais-collections.ts";

import { featuresOf, savedFile } from "./foreign-client.ts";
import { byId, type OgrLayer, readLayer, readOf, saidOf } from "./ogr-layer.ts";

type OgrSource = {
  readonly name: string;
  /** Has only features with a place. */
  readonly isMapped: boolean;
  /** Separates the values of a list, where GDAL is given them as one text. */
  readonly separator: string;
  /** What opens a collection of the product at that address: the arguments of `readLayer`. */
  readonly open: (product: string, id: CollectionId) => Promise<readonly string[]>;
};

/** How GDAL is told what the columns of a table of texts are. */
const CSV_OPTIONS = [
  "--open",
  "X_POSSIBLE_NAMES=lon",
  "Y_POSSIBLE_NAMES=lat",
  "GEOM_POSSIBLE_NAMES=wkt",
  "KEEP_GEOM_COLUMNS=NO",
];

const file = (ending: string, options: readonly string[] = []): OgrSource => ({
  name: `.${ending}`,
  isMapped: ["fgb", "kml"].includes(ending),
  separator: "; ",
  open: async (product, id) => [
    await savedFile(`${product}/api/download/${id}.${ending}`, `${id}.${ending}`),
    ...options,
  ],
});

export const OGR_SOURCES: readonly OgrSource[] = [
  {
    name: "OAPIF",
    isMapped: false,
    separator: ",",
    open: async (product, id) => [`OAPIF:${product}/api`, id, "--open", "PAGE_SIZE=40"],
  },
  file("geojson"),
  file("geojsonl"),
  file("geojsons"),
  file("csv", CSV_OPTIONS),
  file("fgb"),
  file("kml"),
  file("gpkg"),
];

/** Each collection in each format that has it. */
export const OGR_CASES = OGR_SOURCES.flatMap((source) =>
  COLLECTION_IDS.filter((id) => COLLECTIONS[id].geometry !== null || !source.isMapped).map(
    (id) => ({ name: source.name, id, source }),
  ),
);

/** Reads a collection with GDAL and finds in it all features of the product's JSON, with every value; gives the layer. */
export async function readWhole(
  { open, separator }: OgrSource,
  product: string,
  id: CollectionId,
): Promise<OgrLayer> {
  const [source = "", ...options] = await open(product, id);
  const read = await readLayer(source, ...options);
  const mend = { CSV: unguarded, OAPIF: withTextsOfDays }[read.driver];
  const layer = mend ? mend(read) : read;
  const features = await featuresOf(id, {}, product);
  const said = features.map((feature) => saidOf(id, feature, separator));
  expect(layer.warnings).toEqual([]);
  expect(layer.count).toBe(said.length);
  // A KML field that no feature fills is in the schema only.
  if (said.length > 0 && layer.driver !== "LIBKML" && layer.driver !== "KML")
    for (const name of Object.keys(features[0]?.properties ?? {}))
      expect(layer.types).toHaveProperty(name);
  expect(byId(layer.features.map((feature) => readOf(id, feature, separator)))).toEqual(byId(said));
  return layer;
}

/** A table of texts marks with an apostrophe what a spreadsheet would take for a formula, a year before 1 among it. */
function unguarded(layer: OgrLayer): OgrLayer {
  return withTexts(layer, (text) => text.replace(/^'(?=[=+\-@\t\r])/, ""));
}

/**
 * GDAL 3.6 takes a text of a live layer for a date where all features that it has seen name a day, whatever the schema
 * says, and writes one before the year 1 as `-043/03/15`; CONFORMANCE.md says so.
 */
function withTextsOfDays(layer: OgrLayer): OgrLayer {
  return withTexts(layer, (text) =>
    text.replace(
      /^-(\d+)\/(\d\d)\/(\d\d)$/,
      (_, year: string, month: string, day: string) => `-${year.padStart(4, "0")}-${month}-${day}`,
    ),
  );
}

function withTexts(layer: OgrLayer, mend: (text: string) => string): OgrLayer {
  const features = layer.features.map(({ geometry, properties }) => ({
    geometry,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [
        name,
        typeof value === "string" ? mend(value) : value,
      ]),
    ),
  }));
  return { ...layer, features };
}
