// Dates as programs write them: the texts were read off the requests of GDAL 3.6 and QGIS 3.22.
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { ask, idsOf } from "#tests/support/product/api.ts";

type Own = { readonly start_earliest: string | null; readonly end_latest: string | null };

const ITEMS = "/api/collections/events/items?limit=1000";

async function found(query: string): Promise<string[]> {
  const { status, body } = await ask(`${ITEMS}&${query}`);
  expect(status, `${query}: ${JSON.stringify(body).slice(0, 300)}`).toBe(200);
  return idsOf(body);
}

/** The events whose possible days are not over before the one day, and begin by the other. */
async function eventsBetween(from: string, until: string): Promise<string[]> {
  const { body } = await ask(ITEMS);
  const features = body.features as { id: string; properties: Own }[];
  return features
    .filter(({ properties: { end_latest, start_earliest } }) => {
      return (end_latest ?? "9999") >= from && (start_earliest ?? "0000") <= until;
    })
    .map(({ id }) => id);
}

describe("datetime is answered as", () => {
  dbTest.for([
    ["start_earliest >= '2015-06-01' by GDAL", "2015-06-01T%2F..", "2015-06-01", "9999"],
    ["start_earliest < '2015-06-01' by GDAL", "..%2F2015-06-01T", "0000", "2015-06-01"],
    ["BETWEEN by GDAL", "2015-06-01T%2F2015-07-01T", "2015-06-01", "2015-07-01"],
    [
      "start_earliest >= '2015-06-01T10:00:00Z' by GDAL",
      "2015-06-01T10%3A00%3A00Z%2F..",
      "2015-06-01",
      "9999",
    ],
    [
      "start_earliest <= '2014-01-01' by QGIS",
      "0000-01-01T00%3A00%3A00Z%2F2014-01-01",
      "0000",
      "2014-01-01",
    ],
    [
      "start_earliest >= '2015-06-01' by QGIS",
      "2015-06-01%2F9999-12-31T00:00:00Z",
      "2015-06-01",
      "9999",
    ],
    ["an instant late in the evening", "2014-05-27T22:30:00Z", "2014-05-28", "2014-05-28"],
    ["an instant with an offset", "2014-05-29T00:30:00%2B05:00", "2014-05-28", "2014-05-28"],
    ["the plus of an offset left bare", "2014-05-29T00:30:00+05:00", "2014-05-28", "2014-05-28"],
  ] as const)("%s writes it", async ([, datetime, from, until]) => {
    const expected = await eventsBetween(from, until);
    expect(expected.length).toBeGreaterThan(0);
    expect(await found(`datetime=${datetime}`)).toEqual(expected);
  });

  dbTest("two conditions that GDAL writes one after the other, both of which hold", async () => {
    const within = await eventsBetween("2015-06-01", "2016-01-01");
    expect(await found("datetime=2015-06-01T%2F..&datetime=..%2F2016-01-01T")).toEqual(within);
    const across = await eventsBetween("2016-01-01", "2015-06-01");
    expect(await found("datetime=2016-01-01T%2F..&datetime=..%2F2015-06-01T")).toEqual(across);
    expect(across.length).toBeGreaterThan(0);
    expect(across.length).toBeLessThan(within.length);
  });
});

describe("a property that is a day", () => {
  dbTest("is asked by a day or an instant, before the year 1 too", async () => {
    const onDay = await found("start_earliest=2014-05-28");
    expect(onDay.length).toBeGreaterThan(0);
    expect(await found("start_earliest=2014-05-28T10:00:00Z")).toEqual(onDay);
    expect(await found("start_earliest=2014-05-27T23:00:00Z")).toEqual(onDay);
    expect(await found("start_earliest=0000-05-01")).toEqual([]);
    expect(await found("start_earliest=-4712-01-01")).toEqual([]);
  });

  dbTest.for([
    ["datetime", "2015-06-01T25:00:00Z"],
    ["datetime", "2015-06-01T10:00:00+25:00"],
    ["datetime", "-0000-01-01"],
    ["datetime", "-4713-01-01"],
    ["datetime", "2015-06-01T10"],
    ["start_earliest", "-0000-05-01"],
    ["start_earliest", "2015-02-29"],
    ["filter", "start_earliest = DATE('-0000-01-01')"],
    ["filter", "start_earliest = TIMESTAMP('2015-06-01T25:00:00Z')"],
    ["filter", "start_earliest = TIMESTAMP('2015-06-01')"],
  ] as const)("is refused in words when it is none: %s=%s", async ([name, value]) => {
    const { status, body } = await ask(`${ITEMS}&${name}=${encodeURIComponent(value)}`);
    expect(status).toBe(400);
    expect(body.problems[0].name).toBe(name);
  });
});
