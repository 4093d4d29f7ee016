import { describe, expect, it } from "vitest";
import { changesBetween } from "#model/measure/changes.ts";
import type { Count } from "#model/record/claim.ts";
import { createCount, createSite, day, spanBetween } from "#tests/support/records/records.ts";

const sites = [
  createSite({ id: "old", span: spanBetween("2014-01-01", "2014-06-30") }),
  createSite({ id: "new", span: spanBetween("2014-08-01", "2014-12-31") }),
  createSite({ id: "stays", span: spanBetween("2014-01-01", "2014-12-31") }),
];
const between = (counts: readonly Count[] = []) =>
  changesBetween(
    { sites, counts, movements: [] },
    day("2014-05-01"),
    day("2014-09-01"),
    "possible",
  );

describe("what changed between two dates", () => {
  it("is what opened and what closed; what stayed is neither", () => {
    const changes = between();
    expect(changes.opened.map((site) => site.id)).toEqual(["new"]);
    expect(changes.closed.map((site) => site.id)).toEqual(["old"]);
  });

  it("is growth only where the whole range has risen", () => {
    const count = (id: string, date: string, low: number, high: number) =>
      createCount({
        id,
        placeId: "stays",
        low,
        best: null,
        high,
        earliest: day(date),
        latest: day(date),
      });
    const grown = [count("a", "2014-04-30", 100, 200), count("b", "2014-08-30", 300, 400)];
    expect(between(grown).grown.map(({ siteId }) => siteId)).toEqual(["stays"]);
    const overlapping = [count("a", "2014-04-30", 100, 200), count("b", "2014-08-30", 150, 400)];
    expect(between(overlapping).grown).toEqual([]);
    expect(between(overlapping).shrunk).toEqual([]);
  });
});
