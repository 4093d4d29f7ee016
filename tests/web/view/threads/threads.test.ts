// Threads say when each place counts, and add up to what the measures count on every day.
import { describe, expect, it } from "vitest";
import { separationSeries } from "#model/measure/separation-series.ts";
import { SIDES, type Site } from "#model/measure/site.ts";
import { addDays, type Day, parseDay } from "#model/time/day.ts";
import { countedSitesOn, rowsOf, siteCountsOn } from "#tests/support/packages/calais-facts.ts";
import { createCount, createSite, day, spanBetween } from "#tests/support/records/records.ts";
import { countSteps } from "#web/view/threads/side-counts.ts";
import { endOf, firstOf, runOn, type Thread, threadsIn } from "#web/view/threads/threads.ts";

const period = { first: day("2013-01-01"), last: day("2016-12-31") };
const bound = (text = "") => (text === "" ? null : (parseDay(text) ?? null));

/** The sites of Calais as its tables have them, the side as its sources state it. */
const SIDE_OF: Readonly<Record<string, Site["side"]>> = {
  inside: "inside",
  edge: "edge",
  outside: "beyond",
};
const sites = rowsOf("places").flatMap((row): Site[] => {
  const side = SIDE_OF[row.stated_side ?? ""];
  if (!side || !["camp", "squat", "shelter", "state-camp"].includes(row.kind ?? "")) return [];
  return [
    createSite({
      id: row.id ?? "",
      partOf: row.part_of || null,
      side,
      span: {
        startEarliest: bound(row.start_earliest),
        startLatest: bound(row.start_latest),
        endEarliest: bound(row.end_earliest),
        endLatest: bound(row.end_latest),
      },
    }),
  ];
});
const number = (text = "") => (text === "" ? null : Number(text));
const counts = rowsOf("counts").map((row) =>
  createCount({
    id: row.id ?? "",
    placeId: row.place_id ?? "",
    earliest: day(row.date_earliest ?? ""),
    latest: day(row.date_latest ?? ""),
    low: number(row.low),
    best: number(row.best),
    high: number(row.high),
    measure: row.measure ?? "",
    countedByKind: row.counted_by_kind ?? "",
  }),
);
const records = { sites, counts, movements: [] };
const threads = threadsIn(records, period, "possible");

const of = (id: string): Thread => {
  const thread = threads.find(({ siteId }) => siteId === id);
  if (!thread) throw new Error(`${id} has no thread`);
  return thread;
};
const on = (all: readonly Thread[], one: Day) => all.filter((thread) => runOn(thread, one));

describe("the threads of Calais", () => {
  it("are those of the places that count on a day, whatever the day", () => {
    for (let one = period.first; one <= period.last; one = addDays(one, 17)) {
      const text = new Date(one * 86_400_000).toISOString().slice(0, 10);
      const ids = on(threads, one).map(({ siteId }) => siteId);
      expect(ids.sort(), text).toEqual(
        countedSitesOn(text)
          .map(({ id }) => id)
          .sort(),
      );
    }
  });

  it("add up to the measures of every step, side by side, certain and possible", () => {
    const series = separationSeries(records, period.first, period.last, "possible");
    const steps = countSteps(threads);
    for (const { from, measured } of series) {
      const shown = on(threads, from);
      const bySide = Object.fromEntries(
        SIDES.map((side) => [side, shown.filter((thread) => thread.side === side).length]),
      );
      expect({ total: shown.length, ...bySide }).toMatchObject({
        total: measured.siteCounts.total,
        inside: measured.siteCounts.inside,
        edge: measured.siteCounts.edge,
        beyond: measured.siteCounts.beyond,
      });
      const runs = shown.flatMap((thread) => runOn(thread, from) ?? []);
      expect(runs.filter(({ isCertain }) => isCertain)).toHaveLength(measured.siteCounts.certain);
      expect(runs.filter(({ people }) => people !== null)).toHaveLength(
        measured.people.sitesCounted,
      );
      const step = steps.find((one) => from >= one.from && from < one.until);
      for (const side of SIDES) expect(step?.counts[side].all ?? 0).toBe(measured.siteCounts[side]);
    }
  });

  it("say what the tables say of a day", () => {
    const { beyond, edge, inside, total } = siteCountsOn("2014-05-27");
    const shown = on(threads, day("2014-05-27"));
    const side = (name: string) => shown.filter((thread) => thread.side === name).length;
    expect([shown.length, side("inside"), side("edge"), side("beyond")]).toEqual([
      total,
      inside,
      edge,
      beyond,
    ]);
  });

  it("go from the first of the four days of a place to the last, certain between the inner two", () => {
    const whole = sites.filter(
      ({ id, partOf, span }) =>
        partOf === null &&
        threads.some(({ siteId }) => siteId === id) &&
        (span.startEarliest ?? 0) >= period.first &&
        (span.endLatest ?? Number.POSITIVE_INFINITY) <= period.last,
    );
    expect(whole.length).toBeGreaterThan(15);
    for (const { id, span } of whole) {
      const thread = of(id);
      expect(firstOf(thread), id).toBe(span.startEarliest);
      expect(endOf(thread), id).toBe(addDays(span.endLatest as Day, 1));
      const certain = thread.runs.filter(({ isCertain }) => isCertain);
      const { endEarliest, startLatest } = span;
      if (startLatest === null || endEarliest === null || startLatest > endEarliest) {
        expect(certain, id).toEqual([]);
        continue;
      }
      expect(certain[0]?.from, id).toBe(startLatest);
      expect(certain.at(-1)?.until, id).toBe(addDays(endEarliest, 1));
    }
  });

  it("have what was there for a single day", () => {
    const single = threads.filter((thread) => endOf(thread) - firstOf(thread) === 1);
    expect(single.map(firstOf)).toContain(day("2016-03-27"));
    expect(single.some(({ side }) => side === "inside")).toBe(true);
  });
});

describe("a thread", () => {
  const span = spanBetween("2014-02-01", "2014-11-30");

  it("changes where a figure begins and ceases to speak, and is unknown besides", () => {
    const site = createSite({ id: "site", span });
    const count = createCount({ low: 100, best: null, high: 150 });
    const [thread] = threadsIn(
      { sites: [site], counts: [count], movements: [] },
      period,
      "possible",
    );
    expect(thread?.runs.map(({ people }) => people && [people.low, people.high])).toEqual([
      null,
      [100, 150],
      null,
    ]);
    expect(thread?.runs[1]).toMatchObject({ from: day("2014-05-01"), until: day("2014-10-29") });
  });

  it("is not drawn while the place is part of another that is there, nor where nobody lived", () => {
    const whole = createSite({ id: "whole", span: spanBetween("2014-04-01", "2014-06-30") });
    const part = createSite({ id: "part", partOf: "whole", span });
    const empty = createSite({ id: "empty", span });
    const nobody = createCount({ placeId: "empty", best: 0 });
    const drawn = threadsIn(
      { sites: [whole, part, empty], counts: [nobody], movements: [] },
      period,
      "possible",
    );
    expect(drawn.map(({ siteId }) => siteId)).toEqual(["part", "whole"]);
    expect(drawn[0]?.runs.map(({ from, until }) => [from, until])).toEqual([
      [day("2014-02-01"), day("2014-04-01")],
      [day("2014-07-01"), day("2014-12-01")],
    ]);
  });

  it("has what is certain alone where only that counts", () => {
    const site = createSite({
      span: { ...span, startEarliest: day("2014-01-01"), endLatest: day("2014-12-31") },
    });
    const [thread] = threadsIn({ sites: [site], counts: [], movements: [] }, period, "certain");
    expect(thread?.runs).toHaveLength(1);
    expect(thread?.runs[0]).toMatchObject({
      from: span.startLatest,
      until: addDays(day("2014-11-30"), 1),
      isCertain: true,
    });
  });
});
