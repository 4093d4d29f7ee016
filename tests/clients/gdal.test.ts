// GDAL as a GIS user has it: the OAPIF driver against the running product, and every file that it can open.

import path from "node:path";
import type { FeatureCollection, Point } from "geojson";
import { describe, expect } from "vitest";
import { borneDecimals } from "#tests/support/cases/borne-decimals.ts";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { judgeTest, productUrl, run, savedFile } from "#tests/support/programs/foreign-client.ts";

const gdalTest = judgeTest("gdal");
const api = `OAPIF:${productUrl}/api`;

async function countOf(address: string): Promise<number> {
  const body = (await (await fetch(`${productUrl}${address}`)).json()) as { numberMatched: number };
  return body.numberMatched;
}

/** What GDAL calls the types of properties, whatever its first ten features hold. */
const TYPES_OF_GDAL = {
  text: "String",
  day: "Date",
  instant: "DateTime",
  integer: "Integer",
  number: "Real",
  boolean: "Integer\\(Boolean\\)",
  list: "StringList",
};

/** What ogrinfo says of the one layer of a file. */
async function summaryOf(...args: string[]) {
  const text = await run("ogrinfo", "-ro", "-so", "-al", ...args);
  const fields = [
    ...text.matchAll(
      /^(\w+): (String|Integer|Real|Date|DateTime|StringList|JSonStringList|Integer\(Boolean\)|String\(JSON\))/gm,
    ),
  ].map(([, name]) => name);
  return { count: Number(/Feature Count: (\d+)/.exec(text)?.[1]), fields, text };
}

describe("the OAPIF driver", () => {
  gdalTest("lists all collections", async () => {
    const text = await run("ogrinfo", "-ro", api);
    for (const id of COLLECTION_IDS) expect(text).toMatch(new RegExp(`\\d: ${id} `));
  });

  gdalTest.for(COLLECTION_IDS)("counts %s as the API does, and knows its fields", async (id) => {
    const { count, fields, text } = await summaryOf(api, id);
    expect(count).toBe(await countOf(`/api/collections/${id}/items?limit=1`));
    for (const { name, type } of COLLECTIONS[id].properties) {
      expect(fields, text).toContain(name);
      expect(text).toMatch(new RegExp(`^${name}: ${TYPES_OF_GDAL[type]} `, "m"));
    }
  });

  gdalTest("pages through, filters by box on the server, and by attribute", async () => {
    const target = path.join(temporaryFolder("gdal"), "events.geojson");
    await run("ogr2ogr", "-f", "GeoJSON", target, api, "events", "-oo", "PAGE_SIZE=25");
    const { count } = await summaryOf(target);
    expect(count).toBe(await countOf("/api/collections/events/items?limit=1"));
    const boxed = await summaryOf(api, "camps", "-spat", "1.89", "50.96", "1.93", "50.98");
    expect(boxed.count).toBe(
      await countOf("/api/collections/camps/items?bbox=1.89,50.96,1.93,50.98"),
    );
    const squats = await summaryOf(api, "camps", "-where", "kind = 'squat'");
    expect(squats.count).toBe(await countOf("/api/collections/camps/items?kind=squat"));
    // GDAL has no other literals of a boolean.
    for (const [literal, word] of [
      ["1", "true"],
      ["0", "false"],
    ]) {
      const found = await summaryOf(api, "places", "-where", `generalised = ${literal}`);
      expect(found.count).toBe(await countOf(`/api/collections/places/items?generalised=${word}`));
    }
  });

  gdalTest(
    "pulls in EPSG:2154 where GDAL itself transforms to, as exactly as it is known",
    async () => {
      const crs = encodeURIComponent("http://www.opengis.net/def/crs/EPSG/0/2154");
      const points = async (query: string, ...options: string[]) => {
        const file = await savedFile(
          `/api/collections/camps/items?limit=1000${query}`,
          "camps.geojson",
        );
        const text = await run("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file, ...options);
        return (JSON.parse(text) as FeatureCollection<Point>).features;
      };
      const asked = await points(`&crs=${crs}`, "-lco", "RFC7946=NO");
      const transformed = await points("", "-t_srs", "EPSG:2154", "-lco", "RFC7946=NO");
      expect(asked.length).toBe(transformed.length);
      for (const [index, { geometry, properties }] of asked.entries()) {
        const [east = 0, north = 0] = transformed[index]?.geometry.coordinates ?? [];
        const [x = 0, y = 0] = geometry.coordinates;
        const digit = 10 ** -borneDecimals(properties?.precision_m, "metre");
        expect(Math.max(Math.abs(x - east), Math.abs(y - north))).toBeLessThan(digit / 2 + 1);
      }
    },
  );
});

describe("files of the API", () => {
  gdalTest("a GeoPackage has its spatial index, its CRS and its licence", async () => {
    const file = await savedFile("/api/download/camps.gpkg?crs=EPSG:2154", "index.gpkg");
    const { text } = await summaryOf(file);
    expect(text).toContain('ID["EPSG",2154]');
    expect(text).toContain("Creative Commons");
    const indexed = await run(
      "ogrinfo",
      "-ro",
      file,
      "-sql",
      "SELECT HasSpatialIndex('camps', 'geom')",
    );
    expect(indexed).toMatch(/HasSpatialIndex \(Integer\) = 1/);
    // Editing elsewhere keeps the index true: its triggers work.
    await run("ogrinfo", file, "-sql", "DELETE FROM camps WHERE id = 'la-lande'");
    const found = await summaryOf(file, "-where", "id = 'la-lande'");
    expect(found.count).toBe(0);
  });

  gdalTest("an answer without a feature opens as one", async () => {
    for (const ending of ["geojson", "csv", "fgb", "gpkg"]) {
      const file = await savedFile(`/api/download/camps.${ending}?id=nothing`, `none.${ending}`);
      expect((await summaryOf(file)).count, ending).toBe(0);
    }
  });
});
