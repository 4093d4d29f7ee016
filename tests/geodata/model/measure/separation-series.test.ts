import { describe, expect, it } from "vitest";
import {
  changeDays,
  measureSeparation,
  separationSeries,
} from "#model/measure/separation-series.ts";
import { printDay } from "#model/time/day.ts";
import {
  createCount,
  createMovement,
  createSite,
  day,
  onDay,
  spanBetween,
} from "#tests/support/records/records.ts";

const count = (placeId: string, date: string, best: number) =>
  createCount({ id: `${placeId}-${date}`, placeId, earliest: day(date), latest: day(date), best });

/** An old site of 2,000 that is over when the new one has 1,500; in between both are open, and people go across. */
const records = {
  sites: [
    createSite({ id: "old", span: spanBetween("2015-01-01", "2015-04-10") }),
    createSite({ id: "new", side: "beyond", span: spanBetween("2015-04-01", "2015-12-31") }),
  ],
  counts: [
    count("old", "2015-02-01", 2000),
    count("new", "2015-04-05", 500),
    count("new", "2015-05-19", 1500),
  ],
  movements: [
    createMovement({ fromId: "old", toId: "new", span: spanBetween("2015-04-02", "2015-04-02") }),
  ],
};
const half = { from: day("2015-01-01"), until: day("2015-07-01") };

describe("a window of more than one day", () => {
  it("has the people of its highest day, with that day, and never those of two days together", () => {
    const { people } = measureSeparation(records, half, "possible");
    // On 5 April: 2,000 and 500, of whom 500 may be the same; on no other day more than 2,000.
    expect(people.day && printDay(people.day)).toBe("2015-04-05");
    expect(people.total).toEqual({ low: 2000, high: 2500, atLeast: false });
    expect(people.countedTwice).toEqual({ people: 500, pairs: [{ fromId: "old", toId: "new" }] });
    expect(people.sitesCounted).toBe(2);
  });

  it("has the different sites that were there at some time", () => {
    const { siteCounts } = measureSeparation(records, half, "possible");
    expect(siteCounts).toMatchObject({ total: 2, inside: 1, beyond: 1 });
  });

  it("is measured the same by what is known of each day already", () => {
    const series = separationSeries(records, day("2014-01-01"), day("2016-12-31"), "possible");
    const slow = measureSeparation(records, half, "possible");
    expect(measureSeparation(records, half, "possible", series)).toEqual(slow);
    const late = { from: day("2015-05-25"), until: day("2015-07-01") };
    expect(measureSeparation(records, late, "possible", series)).toEqual(
      measureSeparation(records, late, "possible"),
    );
    expect(measureSeparation(records, late, "possible").people.day).toBe(day("2015-05-25"));
  });

  it("with open ends is that of all days", () => {
    const all = measureSeparation(records, { from: null, until: null }, "possible");
    expect(all.people.total?.high).toBe(2500);
  });

  it("has no people where nobody counted on any day of it", () => {
    const silent = measureSeparation({ ...records, counts: [] }, half, "possible");
    expect(silent.people).toMatchObject({
      day: null,
      total: null,
      shareBeyond: null,
      largest: null,
    });
  });

  it("counts a site that somebody is known to have lived in on one of its days", () => {
    const emptied = {
      ...records,
      counts: [count("old", "2015-02-01", 80), count("old", "2015-03-01", 0)],
    };
    const total = (from: string, until: string) =>
      measureSeparation(emptied, { from: day(from), until: day(until) }, "possible").siteCounts
        .total;
    expect(total("2015-02-10", "2015-03-10")).toBe(1);
    expect(total("2015-03-02", "2015-03-10")).toBe(0);
  });
});

describe("a place that nobody is known to live in", () => {
  const empty = (counts: ReturnType<typeof count>[]) => ({
    sites: [
      createSite({ id: "farm", side: "beyond", span: spanBetween("2014-02-01", "2015-02-24") }),
    ],
    counts,
    movements: [],
  });
  const sites = (counts: ReturnType<typeof count>[], date: string) =>
    measureSeparation(empty(counts), onDay(date), "possible").siteCounts;

  it("is not counted on any day, before somebody has found it empty or long after", () => {
    for (const date of ["2014-02-01", "2014-02-13", "2014-02-14", "2015-02-24"])
      expect(sites([count("farm", "2014-02-14", 0)], date), date).toMatchObject({
        total: 0,
        beyond: 0,
      });
  });

  it("is counted until it is found empty, and again when somebody counts people there", () => {
    const counts = [count("farm", "2014-02-14", 0), count("farm", "2014-09-01", 20)];
    expect(sites(counts, "2014-02-13").total).toBe(1);
    expect(sites(counts, "2014-08-31").total).toBe(0);
    expect(sites(counts, "2014-09-01").total).toBe(1);
    expect(sites(counts, "2015-02-20").total).toBe(1);
  });

  it("is not known to be empty by “at least none”", () => {
    const atLeast = { ...count("farm", "2014-02-14", 0), low: 0, best: null };
    expect(sites([atLeast], "2014-02-14").total).toBe(1);
  });
});

describe("the days on which a measure can change", () => {
  it("are those on which a site opens or closes, possibly or certainly, and a figure begins or ceases", () => {
    const site = createSite({
      span: {
        startEarliest: day("2014-01-10"),
        startLatest: day("2014-02-10"),
        endEarliest: day("2014-03-10"),
        endLatest: day("2014-04-10"),
      },
    });
    const days = changeDays(
      { sites: [site], counts: [count("site", "2014-02-20", 10)], movements: [] },
      { from: day("2014-01-01"), until: day("2015-01-01") },
    );
    // The day after each last day; 20 February and 181 days are 20 August.
    expect(days.map(printDay)).toEqual([
      "2014-01-01",
      "2014-01-10",
      "2014-02-10",
      "2014-02-20",
      "2014-03-11",
      "2014-04-11",
      "2014-08-20",
    ]);
  });
});
