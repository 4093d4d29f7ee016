// Numbers that nothing can hold, wherever a question may have one: told as a mistake, never a failure of ours.

import fc from "fast-check";
import { describe, expect } from "vitest";
import { equalityProperties } from "#server/ogc/items-question.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { testApp } from "#tests/support/product/app.ts";

/** Beyond every double: too large, or too small to be told from zero. */
const outOfRange = fc.oneof(
  fc
    .record({
      sign: fc.constantFrom("", "-"),
      digits: fc.integer({ min: 1, max: 999 }),
      power: fc.oneof(fc.integer({ min: 309, max: 5000 }), fc.integer({ min: -5000, max: -312 })),
    })
    .map(({ sign, digits, power }) => `${sign}${digits}e${power}`),
  fc.constantFrom(
    "1e-400",
    "-1e-400",
    "5e-324",
    "1e400",
    `${"9".repeat(400)}`,
    `0.${"0".repeat(330)}1`,
  ),
);

/** At the edges of what is a number, and odd writings of one: an answer or a mistake, never a failure. */
const odd = fc.oneof(
  outOfRange,
  fc.double().map(String),
  fc.integer().map(String),
  fc.bigInt().map(String),
  fc.constantFrom(
    "NaN",
    "Infinity",
    "-Infinity",
    "0x10",
    "1_0",
    "1e",
    "--1",
    "٣",
    "1,5",
    "-0",
    "0e999",
    "2.3e-308",
    "1.7e308",
    "1e100",
    "1e-100",
    "9007199254740993",
    "9223372036854775808",
    "2147483648",
  ),
);

const numeric = equalityProperties(COLLECTIONS.events)
  .filter(({ type }) => type === "integer" || type === "number")
  .map(({ name }) => name);

const items = (name: string) => (number: string) =>
  `/api/collections/events/items?limit=1&${name}=${encodeURIComponent(number)}`;
const filtered = (write: (number: string) => string) => (number: string) =>
  `/api/collections/events/items?limit=1&filter=${encodeURIComponent(write(number))}`;

/** Every place of a question that takes a number. */
const PLACES: Readonly<Record<string, (number: string) => string>> = {
  ...Object.fromEntries(numeric.map((name) => [name, items(name)])),
  "a literal of CQL2": filtered((n) => `precision_m = ${n}`),
  "a calculation of CQL2": filtered((n) => `precision_m * ${n} > 1`),
  "a list of CQL2": filtered((n) => `precision_m IN (1, ${n})`),
  "a bound of BETWEEN": filtered((n) => `precision_m BETWEEN ${n} AND 3`),
  "a position of WKT": filtered((n) => `S_INTERSECTS(geometry, POINT(${n} 50))`),
  "a side of BBOX": filtered((n) => `S_INTERSECTS(geometry, BBOX(${n}, 50, 2, 51))`),
  "CQL2 in JSON": (n) =>
    `/api/collections/events/items?limit=1&filter-lang=cql2-json&filter=${encodeURIComponent(`{"op":"<","args":[{"property":"precision_m"},${n}]}`)}`,
  "a side of bbox": (n) =>
    `/api/collections/events/items?limit=1&bbox=${encodeURIComponent(`${n},50,2,51`)}`,
  "a side of bbox in metres": (n) =>
    `/api/collections/events/items?limit=1&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857&bbox=${encodeURIComponent(`${n},50,2,51`)}`,
  "a number of a tile": (n) =>
    `/api/collections/events/tiles/WebMercatorQuad/1/${encodeURIComponent(n)}/0`,
  "a download": (n) => `/api/download/events.csv?precision_m=${encodeURIComponent(n)}`,
  "a frame of a picture": (n) =>
    `/snapshot.svg?bbox=${encodeURIComponent(`${n},50,2,51`)}&width=900&height=700`,
  "the width of a picture": (n) => `/snapshot.svg?width=${encodeURIComponent(n)}`,
  "an area of a picture": (n) =>
    `/snapshot.svg?width=900&height=700&area=${encodeURIComponent(`${n},50,1,51,1,50`)}`,
  "a width of oEmbed": (n) =>
    `/oembed?url=${encodeURIComponent("http://localhost/")}&maxwidth=${encodeURIComponent(n)}`,
  limit: items("limit"),
  offset: items("offset"),
  datetime: (n) => `/api/collections/events/items?limit=1&datetime=${encodeURIComponent(n)}`,
};

/** Where a limit is told in whole numbers, one above the largest is served with it (OGC API – Features, 7.15.2). */
const CAPPED = ["limit", "a number of a tile"];

describe("a number out of range", () => {
  dbTest.for(Object.keys(PLACES))("is a mistake in the question, as %s", async (place) => {
    const { app } = await testApp();
    const address = PLACES[place] as (number: string) => string;
    await fc.assert(
      fc.asyncProperty(outOfRange, async (number) => {
        const response = await app.request(address(number));
        const text = await response.text();
        expect({ number, status: response.status, text }).toMatchObject({
          status: CAPPED.includes(place) ? expect.toSatisfy((status) => status < 500) : 400,
        });
        expect(text).not.toMatch(/select|Error:/i);
      }),
      { numRuns: 10 },
    );
  });

  dbTest.for(Object.keys(PLACES))("or an odd one breaks nothing, as %s", async (place) => {
    const { app } = await testApp();
    const address = PLACES[place] as (number: string) => string;
    await fc.assert(
      fc.asyncProperty(odd, async (number) => {
        const response = await app.request(address(number));
        await response.arrayBuffer();
        expect({ number, status: response.status }).toMatchObject({
          status: expect.toSatisfy((status) => status < 500),
        });
      }),
      { numRuns: place.includes("picture") ? 4 : 10 },
    );
  });

  dbTest("comes out of no calculation, however it is nested", async () => {
    const { app } = await testApp();
    const number = fc.oneof(
      fc.constant("precision_m"),
      fc.constantFrom("0", "1", "-1", "0.5", "1e300", "1e-300", "-1e-200", "1e200", "2.3e-308"),
    );
    const { sum } = fc.letrec<{ sum: string; value: string }>((tie) => ({
      value: fc.oneof({ depthSize: "small", withCrossShrink: true }, number, tie("sum")),
      sum: fc
        .tuple(tie("value"), fc.constantFrom("+", "-", "*", "/", "%", "div", "^"), tie("value"))
        .map(([left, op, right]) => `(${left} ${op} ${right})`),
    }));
    await fc.assert(
      fc.asyncProperty(sum, async (text) => {
        const response = await app.request(filtered(() => `${text} > 1`)(""));
        await response.arrayBuffer();
        expect({ text, status: response.status }).toMatchObject({
          status: expect.toSatisfy((status) => status === 200 || status === 400),
        });
      }),
      { numRuns: 40 },
    );
  });
});
