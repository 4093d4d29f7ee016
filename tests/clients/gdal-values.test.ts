// Every value of every feature of every collection in every format, as GDAL reads it, held against the API's JSON.
import { describe, expect } from "vitest";
import { COLLECTION_IDS, COLLECTIONS, type CollectionId } from "#model/collection.ts";
import { featuresOf, judgeTest, productUrl, savedFile } from "#tests/support/foreign-client.ts";
import { byId, readLayer, readOf, saidOf } from "#tests/support/ogr-layer.ts";

const gdalTest = judgeTest("gdal");

/** How GDAL is told what the columns of a table of texts are. */
const CSV_OPTIONS = [
  "--open",
  "X_POSSIBLE_NAMES=lon",
  "Y_POSSIBLE_NAMES=lat",
  "GEOM_POSSIBLE_NAMES=wkt",
  "KEEP_GEOM_COLUMNS=NO",
];

type Source = readonly [name: string, open: (id: CollectionId) => Promise<readonly string[]>];

const file = (ending: string, ...options: string[]): Source => [
  `.${ending}`,
  async (id) => [await savedFile(`/api/download/${id}.${ending}`, `${id}.${ending}`), ...options],
];

const SOURCES: readonly Source[] = [
  ["OAPIF", async (id) => [`OAPIF:${productUrl}/api`, id, "--open", "PAGE_SIZE=40"]],
  file("geojson"),
  file("geojsonl"),
  file("csv", ...CSV_OPTIONS),
  file("fgb"),
  file("kml"),
  file("gpkg"),
];

const ONLY_MAPPED = [".fgb", ".kml"];

const cases = SOURCES.flatMap(([name, open]) =>
  COLLECTION_IDS.filter(
    (id) => COLLECTIONS[id].geometry !== null || !ONLY_MAPPED.includes(name),
  ).map((id) => ({ name, id, open })),
);

describe("all values that GDAL reads are those of the API's JSON", () => {
  gdalTest.for(cases)("$name of $id", async ({ name, id, open }) => {
    const [source = "", ...options] = await open(id);
    const layer = await readLayer(source, ...options);
    const separator = name === "OAPIF" ? "," : undefined;
    const said = (await featuresOf(id)).map((feature) => saidOf(id, feature, separator));
    expect(layer.warnings).toEqual([]);
    expect(layer.count).toBe(said.length);
    expect(byId(layer.features.map((feature) => readOf(id, feature, separator)))).toEqual(
      byId(said),
    );
    expect(said.length).toBeGreaterThan(5);
  });
});

describe("what has a type has it in GDAL too", () => {
  const TYPES = { day: /^Date/, integer: /^Integer/, number: /^Real/, boolean: /Boolean/ } as const;
  /** A text format has only what its first values show, GeoJSON no more than JSON's own kinds. */
  const typed = cases.filter(({ name }) => [".fgb", ".gpkg"].includes(name));

  gdalTest.for(typed)("$name of $id", async ({ id, open }) => {
    const [source = "", ...options] = await open(id);
    const { types } = await readLayer(source, ...options);
    for (const { name, type } of COLLECTIONS[id].properties)
      if (type in TYPES) expect(types[name], name).toMatch(TYPES[type as keyof typeof TYPES]);
  });
});
