import { describe, expect, it } from "vitest";
import { createDataset } from "#tests/support/records/dataset.ts";
import { createSite, day, spanBetween } from "#tests/support/records/records.ts";
import { dayAtShare, shareAt } from "#web/time-bar/axis/time-scale.ts";
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
