// Conditions on dates as a reader gives them to GDAL: all but equality it asks of the server, as datetime and of any date.
import type { Feature, Geometry } from "geojson";
import { describe, expect } from "vitest";
import { featuresOf, judgeTest, productUrl, run } from "#tests/support/foreign-client.ts";

const gdalTest = judgeTest("gdal");

/** What was there in a stretch of days. */
const isIn =
  (from: string, until: string) =>
  ({ properties }: Feature<Geometry | null>) =>
    String(properties?.end_latest ?? "9999") >= from &&
    String(properties?.start_earliest ?? "0000") <= until;

const CONDITIONS: readonly (readonly [string, (feature: Feature<Geometry | null>) => boolean])[] = [
  ["start_earliest >= '2015-06-01'", isIn("2015-06-01", "9999")],
  ["start_earliest < '2015/06/01'", isIn("0000", "2015-06-01")],
  [
    "start_earliest = '2016-09-05'",
    ({ properties }) => properties?.start_earliest === "2016-09-05",
  ],
  ["start_earliest BETWEEN '2015-06-01' AND '2015-07-01'", isIn("2015-06-01", "2015-07-01")],
  [
    "start_earliest >= '2015-06-01' AND end_latest <= '2016-01-01'",
    isIn("2015-06-01", "2016-01-01"),
  ],
  [
    "start_earliest <= '2015-06-01' AND end_latest >= '2015-08-01'",
    (each) => isIn("0000", "2015-06-01")(each) && isIn("2015-08-01", "9999")(each),
  ],
  [
    "start_earliest >= '2015-06-01T10:00:00Z' AND category = 'eviction'",
    (each) => isIn("2015-06-01", "9999")(each) && each.properties?.category === "eviction",
  ],
];

describe("GDAL's conditions on dates", () => {
  gdalTest.for(CONDITIONS)("%s finds what was there then", async ([condition, isFound]) => {
    const api = `OAPIF:${productUrl}/api`;
    const text = await run("ogrinfo", "-ro", "-q", "-geom=NO", api, "events", "-where", condition);
    const ids = [...text.matchAll(/^ {2}id \(String\) = (.+)$/gm)].map(([, id]) => id);
    const expected = (await featuresOf("events")).filter(isFound).map(({ id }) => String(id));
    expect(expected.length).toBeGreaterThan(0);
    expect(ids.sort()).toEqual(expected.sort());
  });
});
