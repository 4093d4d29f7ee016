import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, printDay } from "#model/time/day.ts";
import { createDataset } from "#tests/support/records/dataset.ts";
import { createSite, day, spanBetween } from "#tests/support/records/records.ts";
import { axisTicks, dayAtShare, shareAt } from "#web/time-bar/time-scale.ts";
import { laneLinks, lanesOf } from "#web/view/scene/lanes.ts";
import { citationOf } from "#web/view/words/citation.ts";

const period = { first: day("2013-01-01"), last: day("2016-12-31") };

describe("lanes", () => {
  const sites = [
    createSite({ id: "far", distanceM: 4000, span: spanBetween("2014-01-01", "2014-12-31") }),
    createSite({
      id: "near",
      distanceM: 400,
      span: { ...spanBetween("2014-01-01", "2014-12-31"), startEarliest: null },
    }),
    createSite({ id: "long ago", span: spanBetween("2002-01-01", "2003-01-01") }),
    createSite({
      id: "never sure",
      span: { ...spanBetween("2014-01-01", "2014-12-31"), startLatest: null },
    }),
  ];

  it("are sorted by distance and leave out what was over before", () => {
    expect(lanesOf(sites, period).map(({ site }) => site.id)).toEqual([
      "near",
      "never sure",
      "far",
    ]);
  });

  it("reach the end of the axis where a bound is open, and have no certain part where none is attested", () => {
    const [near, unsure] = lanesOf(sites, period);
    expect(near).toMatchObject({ isOpenStart: true, possible: { first: period.first } });
    expect(unsure?.certain).toBeNull();
  });

  it("are linked where people moved from one to another, in the middle of the days between which they did", () => {
    const movement = {
      id: "m",
      fromId: "near",
      toId: "far",
      span: {
        ...spanBetween("2014-03-01", "2014-03-31"),
        startEarliest: day("2014-03-01"),
        startLatest: day("2014-03-31"),
      },
    };
    const links = laneLinks(lanesOf(sites, period), [movement as never]);
    expect(links).toMatchObject([{ from: 0, to: 2, day: day("2014-03-16") }]);
  });
});

describe("the axis", () => {
  it.each([
    ["2013-01-01", "2016-12-31"],
    ["2015-01-01", "2015-03-01"],
    ["2015-03-01", "2015-03-09"],
    ["1890-01-01", "2020-01-01"],
  ])("from %s to %s has some ticks, none crowded, all in view", (first, last) => {
    const range = { first: day(first), last: day(last) };
    const ticks = axisTicks(range);
    expect(ticks.length).toBeGreaterThan(2);
    expect(ticks.length).toBeLessThanOrEqual(22);
    for (const tick of ticks) expect(shareAt(tick.day, range)).toBeGreaterThanOrEqual(0);
  });

  // The whole period of four years; one that begins a year in its middle; months of one year; weeks; a century.
  it.each([
    ["2013-01-01", "2016-12-31", ["2013-01-01", "2014-01-01", "2015-01-01", "2016-01-01"]],
    ["2014-09-01", "2015-08-31", ["2014-10-01", "2015-01-01", "2015-04-01", "2015-07-01"]],
    ["2015-02-10", "2015-07-20", ["2015-03-01", "2015-05-01", "2015-07-01"]],
    ["2015-03-01", "2015-03-09", ["2015-03-01", "2015-03-04", "2015-03-07"]],
  ] as const)(
    "from %s to %s has words for a few ticks where there is little room",
    (from, to, words) => {
      const ticks = axisTicks({ first: day(from), last: day(to) });
      expect(ticks.filter(({ isMain }) => isMain).map(({ day }) => printDay(day))).toEqual(words);
    },
  );

  it("has two to four ticks with words, whatever stretch of two days or more it shows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -700_000, max: 700_000 }),
        fc.integer({ min: 2, max: 400_000 }),
        (first, days) => {
          const ticks = axisTicks({ first: first as Day, last: (first + days) as Day });
          const main = ticks.filter(({ isMain }) => isMain);
          expect(main.length).toBeGreaterThanOrEqual(Math.min(2, ticks.length));
          expect(main.length).toBeLessThanOrEqual(4);
        },
      ),
    );
  });

  it("gives back the day that it was asked for", () => {
    const at = day("2015-06-02");
    expect(dayAtShare(shareAt(at, period), period)).toBe(at);
  });
});

describe("a citation", () => {
  const { meta } = createDataset({});
  const cited = {
    title: "50% {of} Calais & co",
    url: "https://example.org/?sel=event:x",
    key: "event-x",
  };

  it("names author, year, title, dataset, version and address", () => {
    expect(citationOf("apa", meta, cited, "en")).toBe(
      "Rocade. (2026). 50% {of} Calais & co. In Test (Version 1) [Data set]. https://example.org/?sel=event:x",
    );
  });

  it("holds nothing that TeX would read as a command", () => {
    expect(citationOf("bibtex", meta, cited, "en")).toContain(
      "title   = {{50\\% of Calais \\& co}}",
    );
  });

  it("is CSL-JSON that parses", () => {
    expect(JSON.parse(citationOf("csl", meta, cited, "fr"))).toMatchObject([
      { id: "rocade-event-x", type: "dataset", URL: cited.url, language: "fr" },
    ]);
  });
});
