import { describe, expect, it } from "vitest";
import { currentClaims, peopleOf, rangeOf, sumPeople } from "#model/measure/people.ts";
import { createCount, day, onDay } from "#tests/support/records/records.ts";

const idsOf = (counts: Parameters<typeof currentClaims>[0], date: string) =>
  currentClaims(counts, "site", onDay(date)).map((claim) => claim.id);

describe("the claims that speak at a date", () => {
  it("are the latest of each kind of counter, kept apart", () => {
    const counts = [
      createCount({ id: "old-ngo", latest: day("2014-04-01"), earliest: day("2014-04-01") }),
      createCount({ id: "ngo" }),
      createCount({ id: "state", countedByKind: "state", best: 60 }),
    ];
    expect(idsOf(counts, "2014-05-10")).toEqual(["ngo", "state"]);
  });

  it("are never older than 180 days", () => {
    expect(idsOf([createCount()], "2014-10-28")).toEqual(["count"]);
    expect(idsOf([createCount()], "2014-10-29")).toEqual([]);
  });

  it("do not speak before their date", () => {
    expect(idsOf([createCount()], "2014-04-30")).toEqual([]);
  });

  it("are superseded, whoever counted, by one more than 90 days newer", () => {
    const january = createCount({
      id: "press",
      countedByKind: "press",
      earliest: day("2014-01-23"),
      latest: day("2014-01-23"),
    });
    const counts = [january, createCount({ id: "ngo" })];
    expect(idsOf(counts, "2014-04-30")).toEqual(["press"]);
    expect(idsOf(counts, "2014-05-01")).toEqual(["ngo"]);
  });

  it("are only figures of people present, at this place", () => {
    const counts = [createCount({ measure: "meals" }), createCount({ placeId: "elsewhere" })];
    expect(idsOf(counts, "2014-05-10")).toEqual([]);
  });
});

describe("the range of people", () => {
  it("goes from the lowest to the highest claim and is not an average", () => {
    const range = peopleOf([
      createCount({ best: 550 }),
      createCount({ low: 600, best: null, high: 800 }),
    ]);
    expect(range).toEqual({ low: 550, high: 800, atLeast: false });
  });

  it("is unknown, not zero, without claims", () => {
    expect(peopleOf([])).toBeNull();
    expect(sumPeople([])).toBeNull();
  });

  it("says so when its highest claim is an “at least”", () => {
    const atLeast = createCount({ low: 800, best: null });
    expect(peopleOf([atLeast])).toEqual({ low: 800, high: 800, atLeast: true });
    expect(peopleOf([atLeast, createCount({ best: 1000 })])?.atLeast).toBe(false);
  });

  it("has no lower bound for an “at most”", () => {
    expect(rangeOf({ low: null, best: null, high: 300 })).toEqual({
      low: 0,
      high: 300,
      atLeast: false,
    });
  });
});
