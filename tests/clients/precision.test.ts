// Files in every CRS as GDAL reads them: their positions are those of the API, and no more exact than their precision.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { describe, expect } from "vitest";
import { CRS_LIST } from "#model/space/crs.ts";
import { tooExact } from "#tests/support/cases/borne-decimals.ts";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { featuresOf, judgeTest, run, savedFile } from "#tests/support/programs/foreign-client.ts";

/** Those that differ in kind: degrees turned round, and metres; tests of the server have them all. */
const SYSTEMS = CRS_LIST.filter(({ isLatitudeFirst, srid }) => isLatitudeFirst || srid === 2154);
const MAPPED = COLLECTION_IDS.filter((id) => COLLECTIONS[id].geometry !== null);

async function asGdalReads(file: string): Promise<Feature<Geometry | null>[]> {
  const asGeoJson = ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", "/vsistdout/", file];
  return (JSON.parse(await run("ogr2ogr", ...asGeoJson)) as FeatureCollection).features;
}

describe("a file in a CRS", () => {
  const cases = MAPPED.flatMap((id) =>
    SYSTEMS.flatMap((crs) => ["fgb", "gpkg"].map((ending) => [id, ending, crs.uri, crs] as const)),
  );

  judgeTest("gdal").for(cases)("%s.%s in %s", async ([id, ending, uri, crs]) => {
    const query = new URLSearchParams({ crs: uri });
    const file = await savedFile(`/api/download/${id}.${ending}?${query}`, `${id}.${ending}`);
    const read = await asGdalReads(file);
    // Files have x before y whatever the authority says, which is what the first CRS says too.
    const inOrder = crs.isLatitudeFirst ? (CRS_LIST[0]?.uri ?? "") : uri;
    const told = new Map((await featuresOf(id, { crs: inOrder })).map((one) => [one.id, one]));
    expect(read.length).toBe(told.size);
    for (const feature of read) {
      expect(tooExact(feature as Feature, crs), `${feature.properties?.id}`).toEqual([]);
      expect(feature.geometry).toEqual(told.get(feature.properties?.id)?.geometry);
    }
  });
});

describe("a table in a CRS", () => {
  judgeTest("gdal").for(SYSTEMS.map((crs) => [crs.uri, crs] as const))(
    "camps.csv in %s",
    async ([uri, crs]) => {
      const query = new URLSearchParams({ crs: uri });
      const text = readFileSync(await savedFile(`/api/download/camps.csv?${query}`, "camps.csv"));
      const rows: Record<string, string>[] = parse(text, { columns: true });
      for (const row of rows) {
        const coordinates = [row.lon ?? row.x, row.lat ?? row.y].map(Number);
        const feature = {
          geometry: { type: "Point", coordinates },
          properties: { precision_m: Number(row.precision_m) },
        } as unknown as Feature;
        expect(tooExact(feature, crs), row.id).toEqual([]);
      }
      expect(rows.length).toBeGreaterThan(20);
    },
  );
});
