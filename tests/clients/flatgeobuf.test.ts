// FlatGeobuf as GDAL reads it: every value of every feature, found by its index too.
import type { Feature, FeatureCollection } from "geojson";
import { describe, expect } from "vitest";
import { COLLECTION_IDS, COLLECTIONS, type CollectionId } from "#model/collection.ts";
import { judgeTest, productUrl, run, savedFile } from "#tests/support/foreign-client.ts";

const gdalTest = judgeTest("gdal");

const MAPPED = COLLECTION_IDS.filter((id) => COLLECTIONS[id].geometry !== null);
const QUESTIONS = ["", "datetime=2014-05-27", "bbox=1.84,50.95,1.87,50.97", "id=nothing"];

const download = (id: CollectionId, query: string) =>
  savedFile(`/api/download/${id}.fgb?${query}`, `${id}.fgb`);

async function asGdalReads(file: string, ...args: string[]): Promise<Feature[]> {
  const asGeoJson = ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", "/vsistdout/", file];
  return (JSON.parse(await run("ogr2ogr", ...asGeoJson, ...args)) as FeatureCollection).features;
}

async function asTheApiSays(id: CollectionId, query: string): Promise<Feature[]> {
  const answer = await fetch(`${productUrl}/api/download/${id}.geojson?${query}`);
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
    const box = ["1.84", "50.94", "1.88", "50.97"];
    const found = await asGdalReads(await download(id, ""), "-spat", ...box);
    const expected = await asTheApiSays(id, `bbox=${box.join(",")}`);
    expect(found.map(({ properties }) => properties?.id).sort()).toEqual(
      expected.map((feature) => feature.id).sort(),
    );
    expect(expected.length).toBeGreaterThan(0);
  });

  gdalTest("has types, CRS, title and licence", async () => {
    const file = await download("events", "crs=EPSG:2154");
    const summary = await run("ogrinfo", "-ro", "-so", "-al", file);
    expect(summary).toMatch(/^start_earliest: DateTime/m);
    expect(summary).toMatch(/^people_low: Integer/m);
    expect(summary).toMatch(/^precision_m: Real/m);
    expect(summary).toMatch(/^generalised: Integer\(Boolean\)/m);
    expect(summary).toContain('ID["EPSG",2154]');
    expect(summary).toMatch(/^licence: String/m);
  });

  gdalTest("puts x before y whatever the authority of the CRS says", async () => {
    const turned = await asGdalReads(await download("camps", "crs=EPSG:4326&id=la-lande"));
    const [plain] = await asTheApiSays("camps", "id=la-lande");
    expect(turned[0]?.geometry).toEqual(plain?.geometry);
  });
});
