// QGIS' Temporal Controller, set up as CONFORMANCE.md advises, and its filters on dates.
import { readFileSync } from "node:fs";
import type { Feature, Geometry } from "geojson";
import { describe, expect } from "vitest";
import {
  featuresOf,
  judgeTest,
  productUrl,
  runPython,
} from "#tests/support/programs/foreign-client.ts";

const qgisTest = judgeTest("qgis");
const SCRIPT = "lab/qgis-temporal.py";

/** The two expressions, as a reader copies them from the page. */
const [START = "", END = ""] = [
  ...readFileSync("server/ogc/CONFORMANCE.md", "utf8").matchAll(/^ {2}`(coalesce\(.+\))`$/gm),
].map(([, expression]) => expression);

type Frame = { readonly day: string; readonly ids: readonly string[] };
type Subset = { readonly subset: string; readonly ids: readonly string[] };

const DAYS = (feature: Feature<Geometry | null>) => ({
  start: (feature.properties?.start_earliest ?? "0000") as string,
  end: (feature.properties?.end_latest ?? "9999") as string,
});

const idsOf = (features: readonly Feature<Geometry | null>[]) =>
  features.map(({ id }) => String(id)).sort();

describe("the Temporal Controller of QGIS", () => {
  qgisTest.for([
    ["events", "2016-08-28", "2016-09-30"],
    ["camps", "2014-05-20", "2014-07-10"],
    ["places", "2016-10-20", "2016-11-05"],
  ] as const)("shows of %s each on its days, neither a day before nor after", async (asked) => {
    const [collection, first] = asked;
    const frames = await runPython<Frame>(SCRIPT, `${productUrl}/api`, ...asked, START, END);
    expect(frames.length).toBeGreaterThan(10);
    const all = await featuresOf(collection);
    for (const { day, ids } of frames) {
      const there = all.filter((each) => DAYS(each).start <= day && DAYS(each).end >= day);
      expect(ids, day).toEqual(idsOf(there));
    }
    expect(frames[0]?.day).toBe(first);
    if (collection === "events")
      expect(frames.find(({ day }) => day === "2016-09-05")?.ids).toContain("blockade-5sep16");
  });
});

describe("a filter of QGIS on a date", () => {
  qgisTest("is asked of the server as a datetime, and finds what was there then", async () => {
    const tests: readonly (readonly [string, from: string, until: string])[] = [
      [`"start_earliest" >= '2015-06-01'`, "2015-06-01", "9999"],
      [`"start_earliest" <= '2014-01-01'`, "0000", "2014-01-01"],
      [`"end_latest" <= '2014-01-01'`, "0000", "2014-01-01"],
      [`"start_earliest" = '2016-09-05'`, "2016-09-05", "2016-09-05"],
    ];
    const all = await featuresOf("events");
    const subsets = tests.map(([subset]) => subset);
    const printed = await runPython<Frame | Subset>(
      SCRIPT,
      ...[`${productUrl}/api`, "events", "2016-09-05", "2016-09-06", START, END, ...subsets],
    );
    const found = printed.filter((line) => "subset" in line);
    for (const [subset, from, until] of tests) {
      const ids = found.find((line) => line.subset === subset)?.ids;
      const there = all.filter((each) => DAYS(each).end >= from && DAYS(each).start <= until);
      expect(ids, subset).toEqual(idsOf(there));
    }
  });
});
