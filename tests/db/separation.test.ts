import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findDataset } from "#db/queries/dataset/dataset.ts";
import { findCounts, findSites } from "#db/queries/dataset/sites.ts";
import { publicPlaces } from "#db/schema/index.ts";
import { measureSeparation } from "#model/measure/separation-series.ts";
import { geodesicDistance } from "#model/space/geometry.ts";
import { CALAIS_ID, dbTest, testDatabase } from "#tests/support/databases/database.ts";
import { meanDistanceOn, siteCountsOn } from "#tests/support/packages/calais-facts.ts";
import { onDay } from "#tests/support/records/records.ts";
import { sitesOf } from "#web/view/scene/sites.ts";

const TOLERANCE = 0.001;

async function bothEngines() {
  const db = await testDatabase();
  const dataset = await findDataset(db, { datasetId: CALAIS_ID });
  if (!dataset) throw new Error("Calais is not loaded");
  return {
    postgis: await findSites(db, { datasetId: CALAIS_ID }),
    browser: sitesOf(dataset),
    counts: await findCounts(db, { datasetId: CALAIS_ID }),
  };
}

describe("PostGIS and the browser", () => {
  dbTest("measure the same distances before they are rounded, to a centimetre", async () => {
    const db = await testDatabase();
    const hall = { lon: 1.8526, lat: 50.9526 };
    const rows = await db
      .select({
        id: publicPlaces.placeId,
        lon: sql`ST_X(${publicPlaces.geom})`.mapWith(Number),
        lat: sql`ST_Y(${publicPlaces.geom})`.mapWith(Number),
        metres: sql`ST_Distance(${publicPlaces.geom}::geography,
          ST_SetSRID(ST_MakePoint(${hall.lon}, ${hall.lat}), 4326)::geography)`.mapWith(Number),
      })
      .from(publicPlaces)
      .where(eq(publicPlaces.datasetId, CALAIS_ID));
    expect(rows.length).toBeGreaterThan(50);
    for (const { id, lat, lon, metres } of rows)
      expect(geodesicDistance([lon, lat], [hall.lon, hall.lat]), id).toBeCloseTo(metres, 2);
  });

  dbTest("find the same sites, on the same side, at the same distance within 0.1 %", async () => {
    const { postgis, browser } = await bothEngines();
    expect(browser.map((site) => site.id).sort()).toEqual(postgis.map((site) => site.id).sort());
    for (const site of browser) {
      const other = postgis.find((candidate) => candidate.id === site.id);
      expect(site.side, site.id).toBe(other?.side);
      for (const key of ["distanceM", "furtherDistanceM"] as const) {
        const [mine, theirs] = [site[key] ?? 0, other?.[key] ?? 0];
        expect(Math.abs(mine - theirs) / theirs, `${site.id} ${key}`).toBeLessThan(TOLERANCE);
      }
    }
  });

  dbTest.for(["2013-05-22", "2014-05-27", "2015-06-02", "2016-03-01", "2016-09-05"])(
    "measure the same separation on %s",
    async (date) => {
      const { postgis, browser, counts } = await bothEngines();
      const [a, b] = [postgis, browser].map((sites) =>
        measureSeparation({ sites: sites, counts, movements: [] }, onDay(date), "possible"),
      );
      expect(a?.siteCounts).toEqual(b?.siteCounts);
      expect(a?.people.total).toEqual(b?.people.total);
      const [meanA, meanB] = [a?.distance?.mean ?? 0, b?.distance?.mean ?? 0];
      expect(Math.abs(meanA - meanB) / meanA).toBeLessThan(TOLERANCE);
    },
  );

  dbTest(
    "tell the story: from many small sites inside the town to one beyond the bypass",
    async () => {
      const { postgis, counts } = await bothEngines();
      const [before, after] = ["2014-05-27", "2016-09-05"].map((date) =>
        measureSeparation({ sites: postgis, counts, movements: [] }, onDay(date), "possible"),
      );
      expect(before?.siteCounts).toEqual(siteCountsOn("2014-05-27"));
      expect(after?.siteCounts).toEqual(siteCountsOn("2016-09-05"));
      const grown = meanDistanceOn("2016-09-05") / meanDistanceOn("2014-05-27");
      expect(grown).toBeGreaterThan(2.5);
      const measured = (after?.distance?.mean ?? 0) / (before?.distance?.mean ?? 1);
      expect(Math.abs(measured / grown - 1)).toBeLessThan(0.01);
      expect(before?.people.shareBeyond?.high).toBeLessThan(0.05);
      expect(after?.people.shareBeyond).toEqual({ low: 1, high: 1 });
    },
  );
});
