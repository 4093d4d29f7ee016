// OGC API – Features Part 3 and CQL2 (OGC 19-079r2, 21-065r2), named by requirement. What each filter finds is held
// against the same question asked of all features in JavaScript.
import type { Feature, Point } from "geojson";
import { describe, expect } from "vitest";
import { parseText } from "#model/question/cql2/parse-text.ts";
import { foldText } from "#model/words/fold.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { ask, idsOf } from "#tests/support/product/api.ts";

type Own = {
  readonly kind: string;
  readonly name_en: string;
  readonly name_fr: string;
  readonly stated_side: string | null;
  readonly part_of: string | null;
  readonly distance_m: number | null;
  readonly generalised: boolean;
  readonly start_earliest: string | null;
  readonly start_latest: string | null;
  readonly end_latest: string | null;
};
type Test = (properties: Own, feature: Feature<Point>) => boolean;

const inBox = ({ geometry }: Feature<Point>) => {
  const [x = 0, y = 0] = geometry?.coordinates ?? [];
  return x >= 1.8953 && x <= 1.9307 && y >= 50.9597 && y <= 50.9803;
};
const START = "2014-01-01";
const END = "2014-12-31";
const from = (own: Own) => own.start_earliest ?? "0000";
const until = (own: Own) => own.end_latest ?? "9999";

const FILTERS: readonly (readonly [requirement: string, filter: string, test: Test])[] = [
  ["basic-cql2/cql2-filter", "kind = 'squat'", (own) => own.kind === "squat"],
  ["basic-cql2/binary-comparison", "kind <> 'squat'", (own) => own.kind !== "squat"],
  [
    "basic-cql2/binary-comparison",
    "distance_m < 1000",
    (own) => own.distance_m !== null && own.distance_m < 1000,
  ],
  [
    "basic-cql2/binary-comparison",
    "start_earliest >= DATE('2015-01-01')",
    (own) => own.start_earliest !== null && own.start_earliest >= "2015-01-01",
  ],
  [
    "basic-cql2/binary-comparison",
    "start_earliest >= TIMESTAMP('2015-01-01T00:00:00Z')",
    (own) => own.start_earliest !== null && own.start_earliest >= "2015-01-01",
  ],
  ["basic-cql2/binary-comparison", "generalised = FALSE", (own) => own.generalised === false],
  ["basic-cql2/binary-comparison, as GDAL writes it", "generalised = 0", (own) => !own.generalised],
  ["basic-cql2/binary-comparison, as GDAL writes it", "generalised <> 0", (own) => own.generalised],
  ["basic-cql2/null", "end_latest IS NULL", (own) => own.end_latest === null],
  ["basic-cql2/null", "geometry IS NULL", (_own, { geometry }) => geometry === null],
  [
    "basic-cql2/logical",
    "kind = 'squat' AND NOT stated_side = 'inside' OR part_of IS NOT NULL",
    (own) =>
      (own.kind === "squat" && own.stated_side !== null && own.stated_side !== "inside") ||
      own.part_of !== null,
  ],
  ["basic-cql2/logical", "TRUE", () => true],
  ["basic-cql2/logical", "FALSE", () => false],
  [
    "advanced-comparison-operators/like",
    "name_en LIKE 'Squat, rue%'",
    (own) => own.name_en.startsWith("Squat, rue"),
  ],
  [
    "advanced-comparison-operators/like",
    "name_en LIKE '_quat%'",
    (own) => /^.quat/.test(own.name_en),
  ],
  [
    "advanced-comparison-operators/like",
    "name_en NOT LIKE '%\\%%'",
    (own) => !own.name_en.includes("%"),
  ],
  [
    "advanced-comparison-operators/between",
    "distance_m BETWEEN 500 AND 2000",
    (own) => own.distance_m !== null && own.distance_m >= 500 && own.distance_m <= 2000,
  ],
  [
    "advanced-comparison-operators/in",
    "kind IN ('camp', 'shelter')",
    (own) => ["camp", "shelter"].includes(own.kind),
  ],
  [
    "advanced-comparison-operators/in",
    "kind NOT IN ('camp', 'shelter')",
    (own) => !["camp", "shelter"].includes(own.kind),
  ],
  [
    "case-insensitive-comparison",
    "CASEI(name_en) LIKE casei('%SYRIAN%')",
    (own) => own.name_en.toLowerCase().includes("syrian"),
  ],
  [
    "accent-insensitive-comparison",
    "ACCENTI(CASEI(name_fr)) LIKE '%erythre%'",
    (own) => foldText(own.name_fr).includes("erythre"),
  ],
  [
    "basic-spatial-functions/s_intersects",
    "S_INTERSECTS(geometry, BBOX(1.8953,50.9597,1.9307,50.9803))",
    (_own, feature) => inBox(feature),
  ],
  [
    "basic-spatial-functions/s_intersects: a box without width is a point",
    "S_INTERSECTS(geometry, BBOX(1.9064,50.9685,1.9064,50.9685))",
    (_own, { geometry }) => geometry?.coordinates.join() === "1.9064,50.9685",
  ],
  [
    "basic-spatial-functions/s_intersects",
    "S_INTERSECTS(geometry, POINT(1.9064 50.9685))",
    (_own, { geometry }) => geometry?.coordinates.join() === "1.9064,50.9685",
  ],
  [
    "basic-spatial-functions-plus",
    "S_INTERSECTS(geometry, POLYGON((1.8953 50.9597, 1.9307 50.9597, 1.9307 50.9803, 1.8953 50.9803, 1.8953 50.9597)))",
    (_own, feature) => inBox(feature),
  ],
  [
    "basic-spatial-functions-plus",
    "S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POLYGON((1.8953 50.9597, 1.9307 50.9597, 1.9307 50.9803, 1.8953 50.9803, 1.8953 50.9597)), POINT(0 0)))",
    (_own, feature) => inBox(feature),
  ],
  [
    "spatial-functions",
    "S_WITHIN(geometry, POLYGON((1.8953 50.9597, 1.9307 50.9597, 1.9307 50.9803, 1.8953 50.9803, 1.8953 50.9597)))",
    (_own, feature) => inBox(feature),
  ],
  [
    "spatial-functions",
    "S_DISJOINT(geometry, BBOX(1.8953,50.9597,1.9307,50.9803))",
    (_own, feature) => feature.geometry !== null && !inBox(feature),
  ],
  [
    "spatial-functions",
    "S_CONTAINS(BBOX(1.8953,50.9597,1.9307,50.9803), geometry)",
    (_own, feature) => inBox(feature),
  ],
  ["spatial-functions", "S_TOUCHES(geometry, BBOX(1.8953,50.9597,1.9307,50.9803))", () => false],
  [
    "spatial-functions",
    "S_EQUALS(geometry, POINT(0 0)) OR S_CROSSES(geometry, LINESTRING(0 0, 1 1)) OR S_OVERLAPS(geometry, MULTIPOINT((0 0), (1 1)))",
    () => false,
  ],
  [
    "spatial-functions: a ring that crosses itself is mended",
    "S_WITHIN(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))",
    () => false,
  ],
  [
    "temporal-functions",
    `T_INTERSECTS(INTERVAL(start_earliest, end_latest), INTERVAL('${START}', '${END}'))`,
    (own) => from(own) <= END && until(own) >= START,
  ],
  [
    "temporal-functions: an interval of time-stamps",
    "T_INTERSECTS(INTERVAL(start_earliest, end_latest), INTERVAL('2014-01-01T00:00:00Z', '2014-12-31T12:00:00+01:00'))",
    (own) => from(own) <= END && until(own) >= START,
  ],
  [
    "temporal-functions: an instant is of the day on which it falls in Calais",
    "start_earliest = TIMESTAMP('2014-05-26T22:00:00Z')",
    (own) => own.start_earliest === "2014-05-27",
  ],
  [
    "temporal-functions: an instant is of the day on which it falls in Calais",
    "start_earliest = '2014-05-27T21:59:59Z'",
    (own) => own.start_earliest === "2014-05-27",
  ],
  ["basic-cql2/binary-comparison", "start_earliest < DATE('0000-01-01')", () => false],
  [
    "basic-cql2/binary-comparison",
    "start_earliest > DATE('-4712-01-01')",
    (own) => own.start_earliest !== null,
  ],
  [
    "temporal-functions",
    `T_DURING(INTERVAL(start_earliest, end_latest), INTERVAL('${START}', '${END}'))`,
    (own) => from(own) > START && until(own) < END,
  ],
  [
    "temporal-functions",
    `T_CONTAINS(INTERVAL(start_earliest, end_latest), INTERVAL('${START}', '${END}'))`,
    (own) => from(own) < START && until(own) > END,
  ],
  [
    "temporal-functions",
    `T_AFTER(start_earliest, DATE('${END}'))`,
    (own) => own.start_earliest !== null && own.start_earliest > END,
  ],
  [
    "temporal-functions",
    `T_BEFORE(INTERVAL(start_earliest, end_latest), DATE('${START}'))`,
    (own) => until(own) < START,
  ],
  [
    "temporal-functions",
    `T_DISJOINT(INTERVAL(start_earliest, end_latest), INTERVAL('${START}', '..'))`,
    (own) => until(own) < START,
  ],
  [
    "temporal-functions",
    "T_STARTS(INTERVAL(start_earliest, end_latest), INTERVAL('2013-01-01', '..'))",
    (own) => own.start_earliest === "2013-01-01" && own.end_latest !== null,
  ],
  [
    "temporal-functions",
    "T_EQUALS(start_earliest, start_latest)",
    (own) => own.start_earliest !== null && own.start_earliest === own.start_latest,
  ],
  [
    "property-property",
    "start_earliest < start_latest",
    (own) =>
      own.start_earliest !== null &&
      own.start_latest !== null &&
      own.start_earliest < own.start_latest,
  ],
  [
    "arithmetic",
    "distance_m / 1000 > 2 + 1.5 * 1",
    (own) => own.distance_m !== null && own.distance_m / 1000 > 3.5,
  ],
  [
    "arithmetic: what has no value is true of nothing",
    "distance_m / 0 > 1 OR distance_m % 0 = 0 OR (0 - 2) ^ 0.5 = 1",
    () => false,
  ],
];

const PLACES = "/api/collections/places/items?limit=1000";

describe("CQL2", () => {
  dbTest.for(FILTERS)("/req/%s: %s", async ([, filter, test]) => {
    const { body: all } = await ask(PLACES);
    const expected = all.features
      .filter((feature: Feature<Point>) => test(feature.properties as unknown as Own, feature))
      .map(({ id }: Feature) => id);
    const text = await ask(`${PLACES}&filter=${encodeURIComponent(filter)}`);
    expect(text.status, JSON.stringify(text.body?.problems)).toBe(200);
    expect(idsOf(text.body)).toEqual(expected);
    expect(text.body.numberMatched).toBe(expected.length);
    const node = encodeURIComponent(JSON.stringify(parseText(filter)));
    const json = await ask(`${PLACES}&filter-lang=cql2-json&filter=${node}`);
    expect(idsOf(json.body)).toEqual(expected);
  });

  dbTest.for([
    ["generalised", "1", "true"],
    ["generalised", "0", "false"],
    ["conventions", "0", "false"],
  ] as const)(
    "a boolean parameter takes GDAL's literal: %s=%s is %s",
    async ([name, literal, word]) => {
      const [one, other] = [
        await ask(`${PLACES}&${name}=${literal}`),
        await ask(`${PLACES}&${name}=${word}`),
      ];
      expect(one.status).toBe(200);
      expect(one.body.features).toEqual(other.body.features);
      const { body, status } = await ask(`${PLACES}&${name}=2`);
      expect(status).toBe(400);
      expect(body.problems[0]).toMatchObject({ name, allowed: "true or false (or 1 or 0)" });
    },
  );

  dbTest(
    "/req/filter/filter-crs-param: positions of a filter in another CRS find the same",
    async () => {
      const there =
        "POLYGON((50.9597 1.8953, 50.9597 1.9307, 50.9803 1.9307, 50.9803 1.8953, 50.9597 1.8953))";
      const crs = encodeURIComponent("http://www.opengis.net/def/crs/EPSG/0/4326");
      const filter = encodeURIComponent(`S_INTERSECTS(geometry, ${there})`);
      const { body } = await ask(`${PLACES}&filter-crs=${crs}&filter=${filter}`);
      expect(idsOf(body)).toContain("la-lande");
      const { body: plain } = await ask(
        `${PLACES}&filter=${encodeURIComponent("S_INTERSECTS(geometry, BBOX(1.8953,50.9597,1.9307,50.9803))")}`,
      );
      expect(idsOf(body)).toEqual(idsOf(plain));
      const lambert = encodeURIComponent("http://www.opengis.net/def/crs/EPSG/0/2154");
      const far = encodeURIComponent("S_INTERSECTS(geometry, BBOX(-1e90,-1e90,1e90,1e90))");
      expect(
        (await ask(`${PLACES}&filter-crs=${lambert}&filter=${far}`)).body.numberMatched,
      ).toBeGreaterThan(50);
    },
  );

  dbTest(
    "/req/features-filter/mixed: a filter and the other parameters hold together",
    async () => {
      const { body } = await ask(
        `/api/collections/camps/items?datetime=2014-05-27&bbox=1.8,50.9,1.9,51&kind=squat&filter=${encodeURIComponent("stated_side = 'inside'")}`,
      );
      expect(body.features.length).toBeGreaterThan(3);
      for (const { properties } of body.features)
        expect(properties).toMatchObject({ kind: "squat", stated_side: "inside" });
    },
  );

  dbTest(
    "/req/filter/get-functions-operation holds for the class of functions, which is not claimed: there are none of its kind",
    async () => {
      const { body } = await ask("/api/conformance");
      expect(body.conformsTo).not.toContain("http://www.opengis.net/spec/cql2/1.0/conf/functions");
      expect((await ask("/api/functions")).status).toBe(404);
      for (const filter of ["S_DWITHIN(geometry, POINT(1.9 50.97))", "avg(distance_m) > 1"]) {
        const { body: problem, status } = await ask(
          `${PLACES}&filter=${encodeURIComponent(filter)}`,
        );
        expect(status).toBe(400);
        expect(problem.problems[0].allowed).toMatch(/is no (predicate|function) here; there are /);
      }
    },
  );

  dbTest(
    "q finds words in any text, accents and case aside, alternatives separated by commas",
    async () => {
      const count = async (q: string) =>
        (await ask(`/api/collections/events/items?q=${encodeURIComponent(q)}`)).body.numberMatched;
      const [blockade, eviction] = [await count("BLOCKADE"), await count("évacuation")];
      expect(blockade).toBeGreaterThan(0);
      expect(await count("evacuation")).toBe(eviction);
      expect(await count("blockade,evacuation")).toBeGreaterThanOrEqual(
        Math.max(blockade, eviction),
      );
    },
  );
});
