// Every parameter with values that are wrong: each answers 4xx with a problem that names it, and never a 500.
import fc from "fast-check";
import { describe, expect } from "vitest";
import { getJson, testApp } from "#tests/support/app.ts";
import { dbTest } from "#tests/support/database.ts";

const HUGE = "9".repeat(3000);
const HOSTILE = [
  "'; DROP TABLE events; --",
  "1 OR 1=1",
  "\\",
  "%00",
  "../../etc/passwd",
  "\u202e☃𝕏",
  "{{7*7}}",
  "<script>alert(1)</script>",
];

/** Values that are wrong for a parameter, whatever else is asked. */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  bbox: [
    "",
    "a,b,c,d",
    "NaN,1,2,3",
    "1,2,3",
    "1,2,3,4,5",
    "1,60,2,50",
    "181,0,1,1",
    "1e999,0,1,1",
    HUGE,
    ...HOSTILE,
  ],
  "bbox-crs": ["", "EPSG:27700", "4326", HUGE, ...HOSTILE],
  crs: ["", "EPSG:27700", "WGS84", HUGE, ...HOSTILE],
  datetime: [
    "",
    "2014",
    "2014-13-01",
    "2016-01-01/2015-01-01",
    "/",
    "2014-01-01/2015-01-01/2016-01-01",
    HUGE,
    ...HOSTILE,
  ],
  certainty: ["", "CERTAIN", "maybe", HUGE, ...HOSTILE],
  filter: [
    "",
    "(",
    "name_en",
    "id = ",
    "nothing = 1",
    "S_INTERSECTS(geometry)",
    "id = 1",
    "x".repeat(6500),
    ...HOSTILE,
  ],
  "filter-lang": ["", "cql", "sql", HUGE, ...HOSTILE],
  "filter-crs": ["", "EPSG:1", HUGE, ...HOSTILE],
  q: ["", " "],
  sortby: ["", "nothing", "+", "id,id", "-", HUGE, "source_ids", ...HOSTILE],
  properties: ["", "nothing", "id", HUGE, ...HOSTILE],
  limit: ["", "0", "-1", "1.5", "1e3", "NaN", "unlimited", ...HOSTILE],
  offset: ["", "-1", "1.5", "1e3", "100001", HUGE, ...HOSTILE],
  cursor: ["", "nothing", "W10", "WyJuZXh0Il0", HUGE, ...HOSTILE],
  f: ["", "xml", "geo json", "image/png", HUGE, ...HOSTILE],
  distance_m: ["", "near", "NaN", "1e999", "Infinity", ...HOSTILE],
  start_earliest: ["", "2014", "2015-02-29", ...HOSTILE],
  generalised: ["", "yes", "1", "TRUE", ...HOSTILE],
};

const cases = Object.entries(WRONG).flatMap(([name, values]) =>
  values.map((value) => [name, value] as const),
);

describe("a wrong value", () => {
  dbTest.for(cases)("of %s: %s", async ([name, value]) => {
    const query = new URLSearchParams({ [name]: value });
    const { status, body, response } = await getJson(`/api/collections/camps/items?${query}`);
    expect(status).toBe(400);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(body.problems.map((problem: { name: string }) => problem.name)).toContain(name);
    expect(JSON.stringify(body).length).toBeLessThan(6000);
  });

  dbTest.for(Object.keys(WRONG))("and %s twice is told", async (name) => {
    const { status, body } = await getJson(`/api/collections/camps/items?${name}=1&${name}=2`);
    expect(status).toBe(400);
    expect(body.problems.map((problem: { name: string }) => problem.name)).toContain(name);
  });

  dbTest("a hostile text that may be a value finds nothing and harms nothing", async () => {
    const before = (await getJson("/api/collections/events/items?limit=1")).body.numberMatched;
    for (const text of HOSTILE)
      for (const name of ["id", "name_en", "q"]) {
        const { status, body } = await getJson(
          `/api/collections/camps/items?${new URLSearchParams({ [name]: text })}`,
        );
        expect(status, text).toBe(200);
        if (name !== "q") expect(body.numberMatched, text).toBe(0);
      }
    for (const text of HOSTILE) {
      const literal = `name_en = '${text.replaceAll("'", "''")}'`;
      const { status } = await getJson(
        `/api/collections/camps/items?${new URLSearchParams({ filter: literal })}`,
      );
      expect(status, literal).toBe(200);
    }
    expect((await getJson("/api/collections/events/items?limit=1")).body.numberMatched).toBe(
      before,
    );
  });

  dbTest("an address of ten megabytes is 414, a body is 413, another method 405", async () => {
    const { app } = await testApp();
    const long = await app.request(`/api/collections/camps/items?q=${"x".repeat(10_000_000)}`);
    expect(long.status).toBe(414);
    expect(long.headers.get("Content-Type")).toBe("application/problem+json");
    const body = await app.request("/api/collections", {
      method: "POST",
      headers: { "Content-Length": "5" },
      body: "hello",
    });
    expect(body.status).toBe(413);
    expect((await app.request("/api/collections", { method: "PUT" })).status).toBe(405);
  });
});

describe("whatever is asked", () => {
  dbTest("no address of the API definition ever answers 500", async () => {
    const { app } = await testApp();
    const { body } = await getJson("/api/openapi");
    const paths = Object.entries<{
      get: { parameters: { $ref?: string; name?: string; in?: string }[] };
    }>(body.paths).filter(([path]) => !path.startsWith("/download/"));
    const nameOf = (one: { $ref?: string; name?: string }) =>
      one.name ?? one.$ref?.split("/").at(-1) ?? "";
    const value = fc.oneof(
      { weight: 2, arbitrary: fc.string({ maxLength: 40 }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...Object.values(WRONG)
            .flat()
            .filter((text) => text.length < 200),
        ),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          "1",
          "0",
          "2014-05-27",
          "../..",
          "1,50,2,51",
          "certain",
          "id",
          "-id",
          "cql2-json",
          "EPSG:2154",
          "json",
          "csv",
          "kml",
          "gpkg",
          "fgb",
          "html",
          "jsonfg",
          "true",
          "camp",
        ),
      },
      { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          "T_AFTER(start_earliest, DATE('0001-01-01'))",
          "distance_m ^ 99 ^ 99 > 1",
          "distance_m * 1e300 * 1e300 > 1",
          "S_RELATE(geometry)",
          "S_OVERLAPS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))",
          "S_CROSSES(geometry, LINESTRING(0 0, 0 0))",
          "start_earliest > DATE('99999-01-01')",
          "name_en LIKE '%\\_'",
        ),
      },
    );
    const question = fc.constantFrom(...paths).chain(([path, { get }]) => {
      const names = get.parameters.filter((one) => one.in !== "path").map(nameOf);
      const segments = path.match(/\{\w+\}/g) ?? [];
      return fc.record({
        path: fc.constant(path),
        parts: fc.tuple(
          ...segments.map(() =>
            fc.oneof(fc.nat(30).map(String), fc.string({ minLength: 1, maxLength: 12 })),
          ),
        ),
        query: fc.array(
          fc.tuple(
            fc.oneof(
              { weight: 9, arbitrary: fc.constantFrom(...names, "f") },
              { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
            ),
            value,
          ),
          { maxLength: 4 },
        ),
      });
    });
    await fc.assert(
      fc.asyncProperty(question, async ({ path, parts, query }) => {
        let filled = path;
        for (const part of parts as string[])
          filled = filled.replace(/\{\w+\}/, () => encodeURIComponent(part));
        const address = `/api${filled}?${new URLSearchParams(query)}`;
        const response = await app.request(address);
        const text = await response.text();
        expect(response.status, `${address}\n${text.slice(0, 300)}`).toBeLessThan(500);
        if (response.status >= 400) {
          expect(response.headers.get("Content-Type")).toBe("application/problem+json");
          expect(JSON.parse(text).detail, address).toBeTruthy();
        }
      }),
      { numRuns: 600 },
    );
  });
});
