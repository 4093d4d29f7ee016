import { describe, expect } from "vitest";
import type { Dataset } from "#model/dataset.ts";
import { measureSeparation } from "#model/separation.ts";
import { binByMonth } from "#model/timeline.ts";
import { getJson } from "#tests/support/app.ts";
import { dbTest } from "#tests/support/database.ts";
import { day, onDay } from "#tests/support/records.ts";
import { sitesOf } from "#web/state/sites.ts";

const dataset = async () => (await getJson("/api/dataset")).body as Dataset;

describe("the separation measures over HTTP", () => {
  dbTest.for(["2014-05-27", "2016-09-05"])("are what the page shows on %s", async (date) => {
    const { body } = await getJson(`/api/analysis/separation?datetime=${date}`);
    const data = await dataset();
    const page = measureSeparation(sitesOf(data), data.counts, onDay(date), "possible");
    expect(body.sites).toEqual(page.siteCounts);
    expect(body.people).toEqual(page.people.total);
    expect(body.share_of_sites_beyond).toBe(page.shareOfSitesBeyond);
    expect(body.distance_m.mean / (page.distance?.mean ?? 0)).toBeCloseTo(1, 3);
    expect(body.open_sites.map((site: { place_id: string }) => site.place_id).sort()).toEqual(
      page.sites.map((site) => site.id).sort(),
    );
  });

  dbTest("carry the method of every figure in both languages", async () => {
    const { body } = await getJson("/api/analysis/separation?datetime=2014-05-27");
    for (const method of Object.values(body.methods))
      expect(method).toEqual({ en: expect.any(String), fr: expect.any(String) });
  });

  dbTest("by month are one entry a month, on its first day", async () => {
    const { body } = await getJson("/api/analysis/separation?step=month");
    expect(body.series).toHaveLength(48);
    expect(body.series[0].datetime).toBe("2013-01-01");
    expect(body.series[47].datetime).toBe("2016-12-01");
  });

  dbTest("by year and week begin where the window does", async () => {
    const years = await getJson(
      "/api/analysis/separation?step=year&datetime=2014-05-27/2016-12-31",
    );
    expect(years.body.series.map((entry: { datetime: string }) => entry.datetime)).toEqual([
      "2014-05-27",
      "2015-01-01",
      "2016-01-01",
    ]);
    const weeks = await getJson(
      "/api/analysis/separation?step=week&datetime=2014-05-01/2014-05-15",
    );
    expect(weeks.body.series.map((entry: { datetime: string }) => entry.datetime)).toEqual([
      "2014-05-01",
      "2014-05-08",
      "2014-05-15",
    ]);
  });

  dbTest("of what is certain never count more sites than of what is possible", async () => {
    const certain = await getJson("/api/analysis/separation?step=month&certainty=certain");
    const possible = await getJson("/api/analysis/separation?step=month");
    certain.body.series.forEach((entry: { sites: { total: number } }, index: number) => {
      expect(entry.sites.total).toBeLessThanOrEqual(possible.body.series[index].sites.total);
    });
  });
});

describe("the timeline over HTTP", () => {
  dbTest("counts the events of each month as the page does", async () => {
    const { body } = await getJson("/api/analysis/timeline?datetime=2016-09-01/2016-09-30");
    const data = await dataset();
    const [bin] = binByMonth(data.events, [day("2016-09-01")], "possible");
    expect(body.months).toEqual([
      { month: "2016-09", total: bin?.total, by_category: bin?.byCategory },
    ]);
    expect(bin?.byCategory.blockade).toBe(1);
  });

  dbTest("covers the whole period when no window is asked for", async () => {
    expect((await getJson("/api/analysis/timeline")).body.months).toHaveLength(48);
  });
});
