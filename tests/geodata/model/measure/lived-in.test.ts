// Which days of a phase are counted: those on which it is not known to be empty.
import { describe, expect, it } from "vitest";
import { changesBetween } from "#model/measure/changes.ts";
import { livedIn } from "#model/measure/lived-in.ts";
import { openSites } from "#model/measure/open-sites.ts";
import type { Count } from "#model/record/claim.ts";
import type { Movement } from "#model/record/movement.ts";
import { withoutConventions } from "#model/time/convention.ts";
import { printDay } from "#model/time/day.ts";
import type { Certainty, Window } from "#model/time/span.ts";
import {
  createCount,
  createMovement,
  createSite,
  day,
  onDay,
  spanBetween,
} from "#tests/support/records/records.ts";

const numbered = (best: number, date: string, changes: Partial<Count> = {}) =>
  createCount({ id: `${best}-${date}`, best, earliest: day(date), latest: day(date), ...changes });
const window = (from: string, until: string): Window => ({ from: day(from), until: day(until) });
const YEAR = window("2014-01-01", "2015-01-01");

const site = createSite();
const stretches = (
  counts: Count[],
  asked = YEAR,
  movements: Movement[] = [],
  certainty: Certainty = "possible",
) =>
  livedIn({ counts, movements }, site, asked, certainty).map(({ from, until }) =>
    [from, until].map((bound) => (bound === null ? ".." : printDay(bound))).join("/"),
  );
const WHOLE = "2014-01-01/2015-01-01";

describe("a phase of which every figure is 0", () => {
  const nobody = [numbered(0, "2014-05-01")];

  it("is empty before its figure and after, on a day and over a window", () => {
    expect(stretches(nobody)).toEqual([]);
    for (const date of ["2014-01-01", "2014-04-30", "2014-05-01", "2014-12-31"])
      expect(stretches(nobody, onDay(date)), date).toEqual([]);
  });

  it("is so too as far as it is attested, when the figure is of a day that a convention fills", () => {
    const filled = createSite({
      span: { ...site.span, endEarliest: day("2014-03-31") },
      convention: "end",
    });
    const [attested = filled] = withoutConventions([filled]);
    expect(attested.span.endLatest).toBe(day("2014-03-31"));
    for (const phase of [filled, attested])
      expect(livedIn({ counts: nobody, movements: [] }, phase, YEAR, "possible")).toEqual([]);
  });

  it("neither opens nor closes", () => {
    const records = { sites: [site], counts: nobody, movements: [] };
    const dates = ["2013-12-01", "2014-03-01", "2014-05-02", "2015-02-01"].map(day);
    for (const from of dates)
      for (const to of dates.filter((date) => date > from)) {
        const { closed, opened } = changesBetween(records, from, to, "possible");
        expect([...opened, ...closed]).toEqual([]);
      }
  });

  it.each([
    ["a number of somebody", { best: 1 }, [WHOLE]],
    ["“at least 0”", { best: null, low: 0 }, [WHOLE]],
    ["beds", { measure: "capacity" }, []],
    ["a number of another place", { placeId: "elsewhere" }, []],
    [
      "a number of another life of the place",
      { earliest: day("2012-02-01"), latest: day("2012-03-01") },
      [],
    ],
    ["a text without a number", { best: null }, []],
  ] as const)("and beside it %s", (_, changes, expected) => {
    const other = createCount({
      id: "other",
      earliest: day("2014-04-01"),
      latest: day("2014-04-01"),
      ...changes,
    });
    // Where somebody was there, it is empty from the day of the 0 alone.
    const found = stretches([...nobody, other], window("2014-01-01", "2014-05-01"));
    expect(found).toEqual(expected.length === 0 ? [] : ["2014-01-01/2014-05-01"]);
  });

  it.each([
    ["left", { fromId: "site", toId: "other" }, true],
    ["came", { fromId: "other", toId: "site" }, true],
    ["went elsewhere", { fromId: "other", toId: "third" }, false],
    ["left in another life of the place", { span: spanBetween("2012-05-01", "2012-05-02") }, false],
    ["are said to be none", { peopleHigh: 0 }, false],
  ] as const)("and people who %s", (_, changes, tells) => {
    expect(stretches(nobody, YEAR, [createMovement({ ...changes })])).toEqual(
      tells ? ["2014-01-01/2014-05-01"] : [],
    );
  });
});

describe("a phase that was lived in at some time", () => {
  it("is empty from the day of a 0 until somebody says otherwise, however long", () => {
    const counts = [
      numbered(50, "2014-02-01"),
      numbered(0, "2014-03-15"),
      numbered(30, "2014-11-01"),
    ];
    // Both figures of one kind of counter: the newer speaks.
    expect(stretches(counts)).toEqual(["2014-01-01/2014-03-15", "2014-11-01/2015-01-01"]);
    expect(stretches(counts, window("2014-04-01", "2014-10-01"))).toEqual([]);
    expect(stretches(counts, onDay("2014-12-31"))).toEqual(["2014-12-31/2015-01-01"]);
  });

  it("is empty once the number of another counter has grown old, and stays so", () => {
    const counts = [
      numbered(50, "2014-01-10", { countedByKind: "state" }),
      numbered(0, "2014-03-01"),
    ];
    // 10 January + 180 days is 9 July.
    expect(stretches(counts)).toEqual(["2014-01-01/2014-07-10"]);
    expect(stretches(counts, onDay("2014-12-31"))).toEqual([]);
  });

  it("is in a window what it is on the days on which it is lived in", () => {
    const long = createSite({
      span: {
        startEarliest: day("2014-01-01"),
        startLatest: day("2014-06-01"),
        endEarliest: day("2014-12-01"),
        endLatest: day("2014-12-31"),
      },
    });
    const counts = [numbered(50, "2014-02-01"), numbered(0, "2014-03-01")];
    const records = { sites: [long], counts, movements: [] };
    const [open] = openSites(records, YEAR, "possible");
    // On the days on which it certainly stood nobody was there.
    expect(open?.presence).toBe("possible");
    expect(open?.people).toEqual({ low: 50, high: 50, atLeast: false });
    expect(openSites(records, YEAR, "certain")).toEqual([]);
  });

  it("is never empty without a figure of 0", () => {
    expect(stretches([])).toEqual([WHOLE]);
    expect(stretches([numbered(50, "2014-02-01")])).toEqual([WHOLE]);
  });
});
