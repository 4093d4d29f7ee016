// No coordinate is sent more exactly than its precision bears, in any CRS; and none is moved by more than that.

import { sql } from "drizzle-orm";
import type { Feature, Geometry } from "geojson";
import { describe, expect, it } from "vitest";
import { CRS_LIST } from "#model/space/crs.ts";
import { positionsOf } from "#model/space/geometry.ts";
import { borneDecimals, tooExact } from "#tests/support/cases/borne-decimals.ts";
import { dbTest, testDatabase } from "#tests/support/databases/database.ts";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { ask } from "#tests/support/product/api.ts";

const MAPPED = COLLECTION_IDS.filter((id) => COLLECTIONS[id].geometry !== null);

async function featuresIn(id: string, crs: string): Promise<Feature[]> {
  const { body } = await ask(
    `/api/collections/${id}/items?limit=1000&crs=${encodeURIComponent(crs)}`,
  );
  return body.features;
}

describe("the decimals that a precision bears", () => {
  it.for([
    [10, "degree", 6],
    [30, "degree", 5],
    [100, "degree", 5],
    [150, "degree", 4],
    [200_000, "degree", 1],
    [0, "degree", 7],
    [10, "metre", 0],
    [30, "metre", 0],
    [100, "metre", -1],
    [150, "metre", -1],
    [3000, "metre", -2],
    [0.5, "metre", 2],
    [null, "metre", 3],
  ] as const)("of ± %s m in a %s are %s", ([precision, unit, decimals]) =>
    expect(borneDecimals(precision, unit)).toBe(decimals),
  );
});

describe("every position", () => {
  const cases = MAPPED.flatMap((id) => CRS_LIST.map((crs) => [id, crs.uri, crs] as const));

  dbTest.for(cases)("of %s in %s is as exact as it is known", async ([id, uri, crs]) => {
    const features = await featuresIn(id, uri);
    expect(features.filter(({ geometry }) => geometry).length).toBeGreaterThan(5);
    for (const feature of features) expect(tooExact(feature, crs), `${feature.id}`).toEqual([]);
  });

  dbTest.for(
    (["camps", "routes", "movements"] as const).flatMap((id) =>
      CRS_LIST.filter(({ srid }) => srid !== 4326).map(({ srid, uri }) => [id, srid, uri] as const),
    ),
  )("of %s in %s is where PostGIS puts it, to half a digit", async ([id, srid, uri]) => {
    const db = await testDatabase();
    const plain = await featuresIn(id, "http://www.opengis.net/def/crs/OGC/1.3/CRS84");
    const projected = await featuresIn(id, uri);
    for (const [index, feature] of plain.entries()) {
      if (!feature.geometry) continue;
      const [row] = await db
        .select({
          geometry: sql<string>`ST_AsGeoJSON(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(feature.geometry)}), 4326), ${sql.raw(String(srid))}), 6)`,
        })
        .from(sql`(SELECT 1) one`);
      const expected = positionsOf(JSON.parse(row?.geometry ?? ""));
      const found = positionsOf(projected[index]?.geometry as Geometry);
      const half = 10 ** -borneDecimals(feature.properties?.precision_m, "metre") / 2;
      expect(found.length).toBe(expected.length);
      const farthest = expected.flatMap(([x = 0, y = 0], at) => [
        Math.abs(x - (found[at]?.[0] ?? Number.NaN)),
        Math.abs(y - (found[at]?.[1] ?? Number.NaN)),
      ]);
      expect(Math.max(...farthest), `${feature.id}`).toBeLessThanOrEqual(half + 0.0005);
    }
  });
});

describe("the page's document", () => {
  dbTest("is no more exact", async () => {
    const { body } = await ask("/api/dataset");
    const phases = [...body.placePhases, ...body.basemap];
    expect(phases.length).toBeGreaterThan(100);
    for (const { id, geometry, quality } of phases) {
      const feature = {
        type: "Feature",
        geometry,
        properties: { precision_m: quality?.precisionM },
      } as Feature;
      expect(tooExact(feature, { srid: 4326 }), id).toEqual([]);
    }
  });
});
