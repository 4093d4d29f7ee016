// A package that is not Calais, made of what formats lose: GDAL reads every value of every format of it.
import { afterAll, beforeAll, describe, expect } from "vitest";

import { ANCIENT_EVENTS } from "#tests/support/packages/ancient-package.ts";
import { writeFarPackage } from "#tests/support/packages/far-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";
import { featuresOf, judgeTest, run, savedFile } from "#tests/support/programs/foreign-client.ts";
import { OGR_CASES, OGR_SOURCES, readWhole } from "#tests/support/programs/ogr-sources.ts";
import { layersOf, liveLayer } from "#tests/support/programs/qgis-layers.ts";

const gdalTest = judgeTest("gdal");
let product: RunningProduct;

beforeAll(async () => {
  const folder = temporaryFolder("far");
  writeFarPackage(folder);
  product = await ownProduct({ DATA_PACKAGE: folder });
});
afterAll(() => product?.stop());

/** A file of lines without a line, KML without a placemark, and a collection that is not listed, are no layer to GDAL. */
const NEEDS_FEATURES = [".geojsonl", ".geojsons", ".kml", "OAPIF"];

describe("all values that GDAL reads of another package are those of its JSON", () => {
  gdalTest.for(OGR_CASES)("$name of $id", async ({ name, id, source }) => {
    const isEmpty = (await featuresOf(id, {}, product.url)).length === 0;
    if (!(isEmpty && NEEDS_FEATURES.includes(name))) await readWhole(source, product.url, id);
  });
});

describe("what QGIS takes its columns for", () => {
  judgeTest("qgis")("a text of dates is a text, and no event is lost", async () => {
    const [layer] = await layersOf([liveLayer(product.url, "events")]);
    expect(layer?.features.length).toBe((await featuresOf("events", {}, product.url)).length);
    expect(layer?.types.edtf).toBe("String");
  });
});

describe("its KML", () => {
  judgeTest("pictures").for(["places", "events", "counts"])(
    "is well-formed XML whatever the names: %s",
    async (id) => {
      const file = await savedFile(`${product.url}/api/download/${id}.kml`, `${id}.kml`);
      expect(await run("xmllint", "--noout", file)).toBe("");
    },
  );
});

describe("years before 1", () => {
  gdalTest.for(OGR_SOURCES)(
    "are numbers and texts in $name, without a false day",
    async (source) => {
      const { features, types } = await readWhole(source, product.url, "events");
      if ([".fgb", ".gpkg", "OAPIF"].includes(source.name))
        expect(types.start_earliest).toMatch(/^Date/);
      for (const [id, start, end] of YEARS) {
        const found = features.find(({ properties }) => properties.id === id)?.properties ?? {};
        expect([Number(found.start_year), Number(found.end_year)], id).toEqual([start, end]);
        expect(found.edtf).toBe(ANCIENT_EVENTS.find((event) => event.id === id)?.edtf);
        expect(found.start_earliest || null, id).toBeNull();
      }
      const first = features.find(({ properties }) => properties.id === "year-one");
      expect(String(first?.properties.start_earliest)).toMatch(/^0001.06.01/);
    },
  );
});

/** In astronomical numbering. */
const YEARS = [
  ["long-reign", -60, 20],
  ["leap-day", -44, -44],
  ["ides", -43, -43],
  ["year-zero", 0, 0],
] as const;
