// FlatGeobuf as GDAL reads it: every value of every feature of a filtered file, found by its index too.

import { describe, expect } from "vitest";
import {
  COLLECTION_IDS,
  COLLECTIONS,
  type CollectionId,
} from "#tests/support/packages/calais-collections.ts";

import { featuresOf, judgeTest, run, savedFile } from "#tests/support/programs/foreign-client.ts";
import { byId, readLayer, readOf, saidOf } from "#tests/support/programs/ogr-layer.ts";

const gdalTest = judgeTest("gdal");

const MAPPED = COLLECTION_IDS.filter((id) => COLLECTIONS[id].geometry !== null);
const QUESTIONS = ["datetime=2014-05-27", "bbox=1.84,50.95,1.87,50.97", "id=nothing"];

const download = (id: CollectionId, query = "") =>
  savedFile(`/api/download/${id}.fgb?${query}`, `${id}.fgb`);

/** What GDAL reads of a file, in the order of the ids. */
async function asGdalReads(id: CollectionId, file: string, ...options: readonly string[]) {
  const { features } = await readLayer(file, ...options);
  return byId(features.map((feature) => readOf(id, feature)));
}

async function asTheApiSays(id: CollectionId, query: string) {
  const features = await featuresOf(id, Object.fromEntries(new URLSearchParams(query)));
  return byId(features.map((feature) => saidOf(id, feature)));
}

describe("a FlatGeobuf file", () => {
  const cases = MAPPED.flatMap((id) => QUESTIONS.map((query) => [id, query] as const));

  gdalTest.for(cases)("of %s for '%s' has every value", async ([id, query]) => {
    const expected = await asTheApiSays(id, query);
    expect(await asGdalReads(id, await download(id, query))).toEqual(expected);
  });

  gdalTest.for(MAPPED)("of %s finds by its index what the API finds in the box", async (id) => {
    const box = ["1.84", "50.94", "1.88", "50.97"];
    const expected = await asTheApiSays(id, `bbox=${box.join(",")}`);
    // A box selects what has a place; the API answers what has none with every box.
    const placed = expected.filter(({ geometry }) => geometry !== null);
    expect(await asGdalReads(id, await download(id), "--box", ...box)).toEqual(placed);
    expect(placed.length).toBeGreaterThan(0);
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

  gdalTest(
    "has a day as a date-time at midnight of no zone, and the GeoPackage as a day",
    async () => {
      const asText = async (file: string) =>
        run("ogr2ogr", "-f", "CSV", "/vsistdout/", file, "-select", "id,start_earliest");
      const days = (await featuresOf("events")).map(({ id, properties }) => [
        String(id),
        String(properties?.start_earliest),
      ]);
      const read = async (file: string) =>
        (await asText(file))
          .trim()
          .split(/\r?\n/)
          .slice(1)
          .map((line) => line.replaceAll('"', "").split(","));
      const byDay = (day: string) => [
        day.replaceAll("-", "/"),
        `${day.replaceAll("-", "/")} 00:00:00`,
      ];
      const packaged = await savedFile("/api/download/events.gpkg", "events.gpkg");
      expect(await run("ogrinfo", "-ro", "-so", "-al", packaged)).toMatch(
        /^start_earliest: Date \(/m,
      );
      for (const [file, which] of [
        [packaged, 0],
        [await download("events"), 1],
      ] as const) {
        const expected = days.map(([id, day = ""]) => [id, byDay(day)[which]]);
        expect((await read(file)).sort()).toEqual(expected.sort());
      }
    },
  );

  gdalTest("puts x before y whatever the authority of the CRS says", async () => {
    const file = await download("camps", "crs=EPSG:4326&id=la-lande");
    expect(await asGdalReads("camps", file)).toEqual(await asTheApiSays("camps", "id=la-lande"));
  });
});
