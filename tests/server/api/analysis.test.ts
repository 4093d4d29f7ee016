import { parse } from "csv-parse/sync";
import { describe, expect } from "vitest";
import { rowsOfSeries, separationCsv } from "#formats/separation.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import { measureSeparation, separationSeries } from "#model/measure/separation-series.ts";
import { addDays, printDay } from "#model/time/day.ts";
import { BIN_STEPS, binsOf, countInBins } from "#model/time/timeline.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { CALAIS_VERSION, rowsOf, siteCountsOn } from "#tests/support/packages/calais-facts.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";
import { day, onDay } from "#tests/support/records/records.ts";
import { sitesOf } from "#web/view/scene/sites.ts";

const dataset = async () => (await getJson("/api/dataset")).body as Dataset;

describe("the separation measures over HTTP", () => {
  dbTest("are of the period of the data where an end is open, as on the page", async () => {
    const { body: open } = await getJson("/api/analysis/separation?datetime=../2014-01-01");
    const { body: closed } = await getJson(
      "/api/analysis/separation?datetime=2013-01-01/2014-01-01",
    );
    expect(open).toEqual(closed);
  });

  dbTest.for(["2014-05-27", "2016-09-05"])("are what the page shows on %s", async (date) => {
    const { body } = await getJson(`/api/analysis/separation?datetime=${date}`);
    const data = await dataset();
    const page = measureSeparation({ ...data, sites: sitesOf(data) }, onDay(date), "possible");
    const { byConvention, ...siteCounts } = page.siteCounts;
    expect(body.sites).toEqual({ ...siteCounts, by_convention: byConvention });
    expect(body.people).toEqual(page.people.total);
    expect(body.share_of_sites_beyond).toBeCloseTo(page.shareOfSitesBeyond ?? Number.NaN, 4);
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

describe("the separation measures as CSV", () => {
  dbTest("are one line a month, with unknown as an empty cell", async () => {
    const { app } = await testApp();
    const response = await app.request("/api/analysis/separation?step=month&f=csv");
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8; header=present");
    const rows = parse(await response.text(), { columns: true }) as unknown as Record<
      string,
      string
    >[];
    expect(rows).toHaveLength(48);
    const { body } = await getJson("/api/analysis/separation?step=month");
    rows.forEach((row, index) => {
      const entry = body.series[index];
      expect(Number(row.sites)).toBe(entry.sites.total);
      expect(row.people_low).toBe(entry.people === null ? "" : String(entry.people.low));
    });
    expect(rows[0]).toMatchObject({
      datetime: "2013-01-01",
      version: CALAIS_VERSION,
      licence: "CC-BY-4.0",
    });
  });
});

describe("the separation measures at every change", () => {
  dbTest("hold the squat of one day, which monthly and weekly series miss and say so", async () => {
    const easter = "2016-03-27";
    const squat = rowsOf("places").find(({ id }) => id === "squat-moulin-blanc");
    expect([squat?.start_earliest, squat?.end_latest]).toEqual([easter, easter]);
    const { body } = await getJson("/api/analysis/separation?step=change");
    const entry = body.series.find(({ datetime }: { datetime: string }) => datetime === easter);
    expect(entry.sites.inside).toBe(1);
    expect(entry.sampled_on).toBe(easter);
    for (const step of ["week", "month"]) {
      const sampled = await getJson(
        `/api/analysis/separation?step=${step}&datetime=2016-03-01/2016-04-30`,
      );
      expect(
        sampled.body.series.some((one: { sites: { inside: number } }) => one.sites.inside > 0),
      ).toBe(false);
      expect(sampled.body.sampling.en).toContain("step=change");
      for (const one of sampled.body.series) expect(one.sampled_on).toBe(one.datetime);
    }
  });

  dbTest("cover the period without a gap, each entry true of all its days", async () => {
    const { body } = await getJson(
      "/api/analysis/separation?step=change&datetime=2014-05-01/2014-06-30",
    );
    const ends = body.series.map(({ datetime }: { datetime: string }) => {
      const [from = "", to = from] = datetime.split("/");
      return { from: day(from), to: day(to) };
    });
    expect(ends[0].from).toBe(day("2014-05-01"));
    expect(ends.at(-1).to).toBe(day("2014-06-30"));
    ends.slice(1).forEach(({ from }: { from: number }, index: number) => {
      expect(from).toBe(ends[index].to + 1);
    });
  });

  dbTest("are the page's own file, line for line", async () => {
    const { app } = await testApp();
    const response = await app.request(
      "/api/analysis/separation?step=change&f=csv&certainty=certain",
    );
    const data = await dataset();
    const series = separationSeries(
      { ...data, sites: sitesOf(data) },
      data.meta.firstDay,
      data.meta.lastDay,
      "certain",
    );
    const page = separationCsv(
      { meta: data.meta, certainty: "certain", conventions: true, step: "change" },
      rowsOfSeries(series),
    );
    expect(page).toBe(await response.text());
  });
});

describe("the separation measures of a window", () => {
  dbTest("add up no people of different days: they are those of the highest day", async () => {
    const { body } = await getJson("/api/analysis/separation?datetime=2015-01-01/2015-06-30");
    expect(body.sampled_on).toBeNull();
    expect(body.people_on).toMatch(/^2015-0[1-6]-\d\d$/);
    const daily = await getJson("/api/analysis/separation?datetime=2015-01-01/2015-06-30&step=day");
    const highs = daily.body.series.map(
      (one: { people: { high: number } | null }) => one.people?.high ?? 0,
    );
    expect(body.people.high).toBe(Math.max(...highs));
    const that = daily.body.series.find(
      (one: { datetime: string }) => one.datetime === body.people_on,
    );
    expect(body.people).toEqual(that.people);
  });
});

describe("the separation measures without conventions", () => {
  dbTest.for(["2014-05-27", "2014-08-01", "2015-04-20"])(
    "are of attested sites alone on %s",
    async (date) => {
      const all = await getJson(`/api/analysis/separation?datetime=${date}`);
      const { body } = await getJson(`/api/analysis/separation?datetime=${date}&conventions=false`);
      const counts = siteCountsOn(date);
      expect(counts.byConvention).toBeGreaterThan(0);
      expect(all.body.sites.by_convention).toBe(counts.byConvention);
      expect(body.sites.total).toBe(counts.total - counts.byConvention);
      expect(body.sites.by_convention).toBe(0);
      expect(body.conventions).toBe(false);
    },
  );
});

describe("the changes between two dates over HTTP", () => {
  dbTest("name what opened, closed and moved", async () => {
    const { body } = await getJson("/api/analysis/changes?from=2014-05-27&to=2016-09-05");
    const ids = (list: { place_id: string }[]) => list.map(({ place_id }) => place_id);
    expect(ids(body.opened).sort()).toEqual(["jules-ferry-shelter", "la-lande"]);
    expect(ids(body.closed)).toContain("camp-lamy");
    expect(body.moved.length).toBeGreaterThan(5);
  });

  dbTest.for([
    ["/api/analysis/changes", ["from", "to"]],
    ["/api/analysis/changes?from=2014-05-27", ["to"]],
    ["/api/analysis/changes?from=2016-01-01&to=2014-01-01", ["to"]],
    ["/api/analysis/changes?from=soon&to=2014-01-01", ["from"]],
    ["/api/analysis/changes?from=2009-01-01&to=2030-01-01", ["from", "to"]],
    ["/api/analysis/separation?datetime=2030-01-01", ["datetime"]],
    ["/api/analysis/separation?datetime=2012-12-31", ["datetime"]],
    ["/api/analysis/separation?datetime=2012-01-01/2014-01-01", ["datetime"]],
    ["/api/analysis/separation?datetime=2030-01-01/..&step=month", ["datetime"]],
    ["/api/analysis/separation?step=decade", ["step"]],
  ] as const)("asked wrongly (%s) answer 400 naming %s", async ([path, names]) => {
    const { status, body } = await getJson(path);
    expect(status).toBe(400);
    expect(body.problems.map((problem: { name: string }) => problem.name)).toEqual(names);
  });
});

const PERIOD = { from: day("2013-01-01"), until: day("2017-01-01") };

describe("the timeline over HTTP", () => {
  dbTest.for(BIN_STEPS)(
    "counts by %s as the page does, each with its first and last day",
    async (step) => {
      const { body } = await getJson(
        `/api/analysis/timeline?datetime=2016-02-03/2016-03-09&step=${step}`,
      );
      const bins = binsOf(step, { from: day("2016-02-03"), until: day("2016-03-10") });
      const { events } = await dataset();
      const counted = countInBins(events, bins, "possible");
      expect(body.step).toBe(step);
      expect(body.bins).toEqual(
        bins.map(({ from, until }, index) => ({
          first: printDay(from),
          last: printDay(addDays(until, -1)),
          total: counted[index]?.total,
          by_category: counted[index]?.byCategory,
        })),
      );
      expect(body).not.toHaveProperty("months");
    },
  );

  dbTest.for([
    ["2014-01-01/2014-12-31", undefined],
    ["1016-01-01/2016-12-31", "year"],
    ["-4712-01-01/2016-12-31", "decade"],
  ] as const)(
    "is told in the first step of which there are not too many, where none is asked for: of %s",
    async ([datetime, step]) => {
      const { body, status } = await getJson(`/api/analysis/timeline?datetime=${datetime}`);
      expect(status).toBe(200);
      expect(body.step).toBe(step);
      const told = body.bins ?? body.months;
      const { body: whole } = await getJson("/api/analysis/timeline");
      expect(body.all.total).toBe(step ? whole.all.total : body.all.total);
      expect(told.length).toBeGreaterThan(11);
      expect(told.length).toBeLessThanOrEqual(1500);
      const asked = await getJson(`/api/analysis/timeline?datetime=${datetime}&step=day`);
      if (step)
        expect(asked.body.problems).toEqual([
          {
            name: "step",
            got: expect.stringMatching(/^day, of which the datetime has \d+$/),
            allowed: "a step of which it has at most 1500, one of day, week, month, year, decade",
          },
        ]);
    },
  );

  dbTest("has no bars of days on which something changes", async () => {
    const { status, body } = await getJson("/api/analysis/timeline?step=change");
    expect(status).toBe(400);
    expect(body.problems).toEqual([
      { name: "step", got: "change", allowed: "one of day, week, month, year, decade" },
    ]);
  });

  dbTest("counts the events of each month as the page does", async () => {
    const { body } = await getJson("/api/analysis/timeline?datetime=2016-09-01/2016-09-30");
    const data = await dataset();
    const [bin] = countInBins(
      data.events,
      binsOf("month", { from: day("2016-09-01"), until: day("2016-10-01") }),
      "possible",
    );
    expect(body.months).toEqual([
      { month: "2016-09", total: bin?.total, by_category: bin?.byCategory },
    ]);
    expect(bin?.byCategory.blockade).toBe(1);
  });

  dbTest.for(["possible", "certain"] as const)(
    "reads the bounds of each event (%s) as the page does",
    async (certainty) => {
      const { body } = await getJson(`/api/analysis/timeline?certainty=${certainty}`);
      const { events } = await dataset();
      expect(body.months.map(({ by_category }: { by_category: object }) => by_category)).toEqual(
        countInBins(events, binsOf("month", PERIOD), certainty).map(({ byCategory }) => byCategory),
      );
    },
  );

  dbTest("counts those that are asked for, each once in all", async () => {
    const { events } = await dataset();
    const asked = new URLSearchParams({ filter: "category IN ('eviction','blockade')" });
    const { body } = await getJson(`/api/analysis/timeline?${asked}`);
    const found = events.filter(({ category }) => ["eviction", "blockade"].includes(category));
    expect(body.months.map(({ total }: { total: number }) => total)).toEqual(
      countInBins(found, binsOf("month", PERIOD), "possible").map(({ total }) => total),
    );
    expect(body.all.total).toBe(found.length);
    expect(Object.keys(body.all.by_category).sort()).toEqual(["blockade", "eviction"]);
  });

  dbTest("names categories in one order, whatever database counts them", async () => {
    const { body } = await getJson("/api/analysis/timeline");
    const bins = [body.all, ...body.months] as { by_category: Record<string, number> }[];
    expect(Object.keys(body.all.by_category).length).toBeGreaterThan(5);
    for (const { by_category: counts } of bins)
      expect(Object.keys(counts)).toEqual(Object.keys(counts).sort());
  });

  dbTest("covers the whole period when no window is asked for", async () => {
    expect((await getJson("/api/analysis/timeline")).body.months).toHaveLength(48);
  });
});
