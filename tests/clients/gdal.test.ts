// GDAL as a GIS user has it: the OAPIF driver against a real server, and every file that it can open.
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import type { FeatureCollection, Point } from "geojson";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { COLLECTION_IDS, COLLECTIONS } from "#model/collection.ts";
import { testDatabase } from "#tests/support/database.ts";
import { temporaryFolder } from "#tests/support/packages.ts";
import { type Served, serveApp } from "#tests/support/serve-app.ts";

const run = promisify(execFile);
const gdalTest = it.skipIf(!inject("hasGdal"));

let served: Served;
let folder: string;

beforeAll(async () => {
  served = await serveApp();
  folder = temporaryFolder("gdal");
  mkdirSync(folder, { recursive: true });
});
afterAll(() => served.stop());

const api = () => `OAPIF:${served.url}/api`;
const ogr = async (program: string, ...args: string[]) =>
  (await run(program, args, { maxBuffer: 64 * 1024 * 1024 })).stdout;

async function countOf(address: string): Promise<number> {
  const body = (await (await fetch(`${served.url}${address}`)).json()) as { numberMatched: number };
  return body.numberMatched;
}

/** What ogrinfo says of the one layer of a file. */
async function summaryOf(...args: string[]) {
  const text = await ogr("ogrinfo", "-ro", "-so", "-al", ...args);
  const fields = [
    ...text.matchAll(
      /^(\w+): (String|Integer|Real|Date|DateTime|StringList|JSonStringList|Integer\(Boolean\)|String\(JSON\))/gm,
    ),
  ].map(([, name]) => name);
  return { count: Number(/Feature Count: (\d+)/.exec(text)?.[1]), fields, text };
}

describe("the OAPIF driver", () => {
  gdalTest("lists all collections", async () => {
    const text = await ogr("ogrinfo", "-ro", api());
    for (const id of COLLECTION_IDS) expect(text).toMatch(new RegExp(`\\d: ${id} `));
  });

  gdalTest.for(COLLECTION_IDS)("counts %s as the API does, and knows its fields", async (id) => {
    const { count, fields, text } = await summaryOf(api(), id);
    expect(count).toBe(await countOf(`/api/collections/${id}/items?limit=1`));
    // GDAL 3.6 guesses types from the first ten features: a day that none of them has stays a text.
    const first = await (await fetch(`${served.url}/api/collections/${id}/items?limit=10`)).json();
    const isSeen = (name: string) =>
      (first as FeatureCollection).features.some(({ properties }) => properties?.[name] !== null);
    for (const { name, type } of COLLECTIONS[id].properties) {
      expect(fields, text).toContain(name);
      if (type === "day" && isSeen(name)) expect(text).toMatch(new RegExp(`^${name}: Date `, "m"));
    }
  });

  gdalTest("pages through, filters by box on the server, and by attribute", async () => {
    const target = path.join(folder, "events.geojson");
    await ogr("ogr2ogr", "-f", "GeoJSON", target, api(), "events", "-oo", "PAGE_SIZE=25");
    const { count } = await summaryOf(target);
    expect(count).toBe(await countOf("/api/collections/events/items?limit=1"));
    const boxed = await summaryOf(api(), "camps", "-spat", "1.89", "50.96", "1.93", "50.98");
    expect(boxed.count).toBe(
      await countOf("/api/collections/camps/items?bbox=1.89,50.96,1.93,50.98"),
    );
    const squats = await summaryOf(api(), "camps", "-where", "kind = 'squat'");
    expect(squats.count).toBe(await countOf("/api/collections/camps/items?kind=squat"));
  });

  gdalTest("pulls in EPSG:2154 within a centimetre of PostGIS's own transform", async () => {
    const target = path.join(folder, "lambert.geojson");
    const crs = encodeURIComponent("http://www.opengis.net/def/crs/EPSG/0/2154");
    const answer = await fetch(`${served.url}/api/collections/camps/items?crs=${crs}`);
    writeFileSync(target, await answer.text());
    const lambert = JSON.parse(
      await ogr(
        "ogr2ogr",
        "-f",
        "GeoJSON",
        "/vsistdout/",
        target,
        "-a_srs",
        "EPSG:2154",
        "-lco",
        "COORDINATE_PRECISION=3",
      ),
    ) as FeatureCollection<Point>;
    const plain = (await (
      await fetch(`${served.url}/api/collections/camps/items`)
    ).json()) as FeatureCollection<Point>;
    const db = await testDatabase();
    for (const [index, feature] of plain.features.entries()) {
      if (!feature.geometry) continue;
      const [x, y] = feature.geometry.coordinates;
      const point = sql`ST_Transform(ST_SetSRID(ST_MakePoint(${x}, ${y}), 4326), 2154)`;
      const [row] = await db
        .select({
          x: sql<number>`ST_X(p)`.mapWith(Number),
          y: sql<number>`ST_Y(p)`.mapWith(Number),
        })
        .from(sql`(SELECT ${point} AS p) t`);
      const [east = 0, north = 0] = lambert.features[index]?.geometry.coordinates ?? [];
      expect(Math.hypot(east - (row?.x ?? 0), north - (row?.y ?? 0))).toBeLessThan(0.01);
    }
  });
});

describe("files of the API", () => {
  const FILES = ["geojson", "geojsonl", "csv", "fgb", "kml", "gpkg"] as const;
  const cases = COLLECTION_IDS.flatMap((id) =>
    FILES.filter(
      (ending) => COLLECTIONS[id].geometry !== null || !["fgb", "kml"].includes(ending),
    ).map((ending) => [id, ending] as const),
  );

  gdalTest.for(cases)("%s.%s opens with all its features and fields", async ([id, ending]) => {
    const file = path.join(folder, `${id}.${ending}`);
    const answer = await fetch(`${served.url}/api/download/${id}.${ending}`);
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
    const { count, fields, text } = await summaryOf(file);
    expect(count, text).toBe(await countOf(`/api/collections/${id}/items?limit=1`));
    // A KML field that no feature fills is in the schema only.
    if (ending !== "kml")
      for (const { name } of COLLECTIONS[id].properties) expect(fields, text).toContain(name);
  });

  gdalTest("a GeoPackage has its spatial index, its CRS and its licence", async () => {
    const file = path.join(folder, "index.gpkg");
    const answer = await fetch(`${served.url}/api/download/camps.gpkg?crs=EPSG:2154`);
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
    const { text } = await summaryOf(file);
    expect(text).toContain('ID["EPSG",2154]');
    expect(text).toContain("Creative Commons");
    const indexed = await ogr(
      "ogrinfo",
      "-ro",
      file,
      "-sql",
      "SELECT HasSpatialIndex('camps', 'geom')",
    );
    expect(indexed).toMatch(/HasSpatialIndex \(Integer\) = 1/);
    // Editing elsewhere keeps the index true: its triggers work.
    await ogr("ogrinfo", file, "-sql", "DELETE FROM camps WHERE id = 'la-lande'");
    const found = await summaryOf(file, "-where", "id = 'la-lande'");
    expect(found.count).toBe(0);
  });

  gdalTest("an answer without a feature opens as one", async () => {
    for (const ending of ["geojson", "csv", "fgb", "gpkg"]) {
      const file = path.join(folder, `none.${ending}`);
      const answer = await fetch(`${served.url}/api/download/camps.${ending}?id=nothing`);
      writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
      expect((await summaryOf(file)).count, ending).toBe(0);
    }
  });
});
