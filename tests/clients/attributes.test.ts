// Columns of a dataset's own as GDAL reads them, in every format: the values are those of the package, worked out by hand.
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import {
  EVENT_ATTRIBUTES,
  EVENT_VALUES,
  writeAttributedPackage,
} from "#tests/support/packages/attributed-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";
import { judgeTest } from "#tests/support/programs/foreign-client.ts";
import { readLayer } from "#tests/support/programs/ogr-layer.ts";
import { OGR_SOURCES } from "#tests/support/programs/ogr-sources.ts";

let product: RunningProduct | undefined;

beforeAll(async () => {
  if (!inject("judges").includes("gdal")) return;
  const folder = temporaryFolder("attributed");
  writeAttributedPackage(folder);
  product = await ownProduct({ DATA_PACKAGE: folder });
}, 320_000);

afterAll(async () => {
  await product?.stop();
});

/** A value that a driver read: formats without days and truth have them as texts and numbers. */
function read(name: string, value: unknown): unknown {
  if (value === null || value === undefined || value === "") return undefined;
  switch (typeof EVENT_ATTRIBUTES_OF[name]) {
    case "number":
      return Number(value);
    case "boolean":
      return value === true || value === 1 || value === "true" || value === "1";
    default:
      return String(value).replace(/T00:00:00$/, "");
  }
}

/** A value of each attribute, which tells its type. */
const EVENT_ATTRIBUTES_OF: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...Object.values(EVENT_VALUES),
);

describe("attributes that GDAL reads are those of the package", () => {
  judgeTest("gdal").for(OGR_SOURCES)("$name", async ({ name, open }) => {
    const [source = "", ...options] = await open(product?.url ?? "", "events");
    const layer = await readLayer(source, ...options);
    expect(layer.warnings).toEqual([]);
    const found = layer.features.map(({ properties }) => [
      properties.id,
      Object.fromEntries(
        EVENT_ATTRIBUTES.flatMap((attribute) => {
          const value = read(attribute, properties[attribute]);
          return value === undefined ? [] : [[attribute, value]];
        }),
      ),
    ]);
    expect(Object.fromEntries(found)).toEqual(EVENT_VALUES);
    if (![".fgb", ".gpkg"].includes(name)) return;
    expect(layer.types).toMatchObject({
      Wind_km_h: expect.stringMatching(/^Real/),
      vessels: expect.stringMatching(/^Integer/),
      flooded: expect.stringMatching(/Boolean/),
      surveyed: expect.stringMatching(/^Date/),
      berth: expect.stringMatching(/^String/),
    });
  });
});
