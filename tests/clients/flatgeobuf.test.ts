// FlatGeobuf as GDAL reads it: every value of every feature, found by its index too.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Feature, FeatureCollection } from "geojson";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { COLLECTION_IDS, COLLECTIONS, type CollectionId } from "#model/collection.ts";
import { temporaryFolder } from "#tests/support/packages.ts";
import { type Served, serveApp } from "#tests/support/serve-app.ts";

const run = promisify(execFile);
const gdalTest = it.skipIf(!inject("hasGdal"));
const folder = temporaryFolder("flatgeobuf");

let served: Served;
beforeAll(async () => {
  served = await serveApp();
});
afterAll(() => served.stop());

const MAPPED = COLLECTION_IDS.filter((id) => COLLECTIONS[id].geometry !== null);
const QUESTIONS = ["", "datetime=2014-05-27", "bbox=1.84,50.95,1.87,50.97", "id=nothing"];

async function download(id: CollectionId, query: string): Promise<string> {
  const answer = await fetch(`${served.url}/api/download/${id}.fgb?${query}`);
  expect(answer.status).toBe(200);
  const file = path.join(folder, `${id}-${query.replace(/\W/g, "_")}.fgb`);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  return file;
}

async function asGdalReads(file: string, ...args: string[]): Promise<Feature[]> {
  const { stdout, stderr } = await run(
    "ogr2ogr",
    ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", "/vsistdout/", file, ...args],
    { maxBuffer: 1e9 },
  );
  expect(stderr).toBe("");
  return (JSON.parse(stdout) as FeatureCollection).features;
}

async function asTheApiSays(id: CollectionId, query: string): Promise<Feature[]> {
  const answer = await fetch(`${served.url}/api/download/${id}.geojson?${query}`);
  return ((await answer.json()) as FeatureCollection).features;
}

/** What is compared: id, geometry and every property; a day that GDAL read as a date-time is a day again. */
function told(collectionId: CollectionId, { id, geometry, properties }: Feature) {
  const values = COLLECTIONS[collectionId].properties.map(({ name, type }) => {
    const value = properties?.[name] ?? null;
    return [name, type === "day" && value ? value.replace(/T00:00:00$/, "") : value];
  });
  return { id: id ?? properties?.id, geometry, ...Object.fromEntries(values) };
}

const byId = (a: { id: unknown }, b: { id: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);

describe("a FlatGeobuf file", () => {
  const cases = MAPPED.flatMap((id) => QUESTIONS.map((query) => [id, query] as const));

  gdalTest.for(cases)("of %s for '%s' has every value", async ([id, query]) => {
    const read = (await asGdalReads(await download(id, query))).map((one) => told(id, one));
    const expected = (await asTheApiSays(id, query)).map((one) => told(id, one));
    expect(read.sort(byId)).toEqual(expected.sort(byId));
    if (query === "") expect(expected.length).toBeGreaterThan(10);
  });

  gdalTest.for(MAPPED)("of %s finds by its index what the API finds in the box", async (id) => {
    const box = ["1.8401", "50.9401", "1.8751", "50.9701"];
    const found = await asGdalReads(await download(id, ""), "-spat", ...box);
    const expected = await asTheApiSays(id, `bbox=${box.join(",")}`);
    expect(found.map(({ properties }) => properties?.id).sort()).toEqual(
      expected.map((feature) => feature.id).sort(),
    );
    expect(expected.length).toBeGreaterThan(0);
  });

  gdalTest("has types, CRS, title and licence", async () => {
    const file = await download("events", "crs=EPSG:2154");
    const { stdout } = await run("ogrinfo", ["-ro", "-so", "-al", file]);
    expect(stdout).toMatch(/^start_earliest: DateTime/m);
    expect(stdout).toMatch(/^people_low: Integer/m);
    expect(stdout).toMatch(/^precision_m: Real/m);
    expect(stdout).toMatch(/^generalised: Integer\(Boolean\)/m);
    expect(stdout).toContain('ID["EPSG",2154]');
    expect(stdout).toMatch(/^licence: String/m);
  });

  gdalTest("puts x before y whatever the authority of the CRS says", async () => {
    const turned = await asGdalReads(await download("camps", "crs=EPSG:4326&id=la-lande"));
    const [plain] = await asTheApiSays("camps", "id=la-lande");
    expect(turned[0]?.geometry).toEqual(plain?.geometry);
  });
});
