import { drizzle } from "drizzle-orm/postgres-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Db } from "#db/database.ts";
import { compiledPage, type PageQuestion, pageStatement } from "#db/queries/features/features.ts";
import { compiledTile, writtenTileStatement } from "#db/queries/tiles/tiles.ts";
import { CRS_LIST } from "#model/space/crs.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";

// Makes statements, and never sends one.
const db = drizzle.mock() as unknown as Db;

const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const days = fc.integer({ min: -2_000_000, max: 2_000_000 });
const crs = fc.constantFrom(...CRS_LIST);

const named = { number: fc.nat(), contentHash: fc.string() };

/** Questions without words, filters and properties, whose statements are compiled. */
const questions = fc.record({
  datasetId: fc.string(),
  collection: fc.constantFrom(...Object.values(COLLECTIONS)),
  certainty: fc.constantFrom("possible", "certain"),
  conventions: some(fc.boolean()),
  asOf: some(fc.nat()),
  version: some(
    fc.record(
      { ...named, newest: some(fc.record(named)) },
      { requiredKeys: ["number", "contentHash"] },
    ),
  ),
  window: some(fc.record({ from: fc.option(days), until: fc.option(days) })),
  bbox: some(
    fc.record({
      box: fc.record({
        west: degrees(180),
        south: degrees(90),
        east: degrees(180),
        north: degrees(90),
      }),
      crs,
    }),
  ),
});

test("the statement of a page is the same whether it is compiled or put together", () => {
  const pages = fc.record({
    limit: fc.integer({ min: 1, max: 10_000 }),
    numberMatched: some(fc.nat()),
    offset: some(fc.nat()),
    crs: some(crs),
    geometryAs: some(fc.constantFrom("wkt", "wkb")),
    from: some(
      fc.record({
        position: fc.record({ values: fc.constant([]), id: fc.string() }),
        direction: fc.constantFrom("next", "prev"),
      }),
    ),
  });
  fc.assert(
    fc.property(questions, pages, (question, page) => {
      const whole = { ...question, ...page } as PageQuestion;
      expect(compiledPage(db, whole).toSQL()).toEqual(pageStatement(db, whole).toSQL());
    }),
    { numRuns: 500 },
  );
});

test("the statement of a tile is the same whether it is compiled or put together", () => {
  const tiles = fc.record({ z: fc.nat(22), x: fc.nat(1000), y: fc.nat(1000) });
  fc.assert(
    fc.property(questions, tiles, (question, tile) => {
      const whole = { ...question, ...tile } as Parameters<typeof compiledTile>[1];
      expect(compiledTile(db, whole).toSQL()).toEqual(writtenTileStatement(db, whole).toSQL());
    }),
    { numRuns: 300 },
  );
});
