// A house that nobody is known to have lived in is in no measure, at no time, here or on the page.
import { describe, expect } from "vitest";
import type { Dataset } from "#model/dataset/dataset.ts";
import { measureSeparation } from "#model/measure/separation-series.ts";
import { addDays } from "#model/time/day.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { siteCountsOn } from "#tests/support/packages/calais-facts.ts";
import { getJson } from "#tests/support/product/app.ts";
import { day } from "#tests/support/records/records.ts";
import { sitesOf } from "#web/view/scene/sites.ts";

const dataset = async () => (await getJson("/api/dataset")).body as Dataset;

describe("a house of which all that is said of people is that nobody lived there", () => {
  const HOUSE = "squat-coulogne";
  const isIn = (list: { place_id: string }[]) => list.some(({ place_id }) => place_id === HOUSE);

  dbTest.for(["2014-02-08", "2014-02-10", "2014-02-13", "2014-02-14", "2014-02-28", "2015-02-24"])(
    "is not counted on %s",
    async (date) => {
      const { body } = await getJson(`/api/analysis/separation?datetime=${date}`);
      const { byConvention, ...counts } = siteCountsOn(date);
      expect(body.sites).toEqual({ ...counts, by_convention: byConvention });
      expect(isIn(body.open_sites)).toBe(false);
    },
  );

  dbTest.for([
    "2014-02-08/2014-02-24",
    "2014-02-01/2014-02-12",
    "2013-01-01/2014-05-27",
    "2013-01-01/2016-12-31",
  ])("is not counted over %s, here or on the page", async (datetime) => {
    const { body } = await getJson(`/api/analysis/separation?datetime=${datetime}`);
    expect(isIn(body.open_sites)).toBe(false);
    if (datetime.endsWith("2014-05-27")) expect(body.sites.beyond).toBe(0);
    const data = await dataset();
    const [from = "", to = ""] = datetime.split("/");
    const window = { from: day(from), until: addDays(day(to), 1) };
    const page = measureSeparation({ ...data, sites: sitesOf(data) }, window, "possible");
    expect(page.sites.map(({ id }) => id)).toEqual(
      body.open_sites.map(({ place_id }: { place_id: string }) => place_id),
    );
  });

  dbTest.for([
    ["2014-02-01", "2014-02-10"],
    ["2014-02-10", "2014-02-15"],
    ["2014-02-20", "2015-03-01"],
  ] as const)("has neither opened nor closed from %s to %s", async ([from, to]) => {
    const { body } = await getJson(`/api/analysis/changes?from=${from}&to=${to}`);
    expect([isIn(body.opened), isIn(body.closed)]).toEqual([false, false]);
  });

  dbTest("is in no entry of a series", async () => {
    const { body } = await getJson("/api/analysis/separation?step=change");
    expect(body.series.filter((one: { open_sites: [] }) => isIn(one.open_sites))).toEqual([]);
  });
});
