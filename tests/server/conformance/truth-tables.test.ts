// What `datetime`, `certainty` and `bbox` select, worked out here from the published days and positions alone.

import { eq } from "drizzle-orm";
import type { Feature, Position } from "geojson";
import { describe, expect } from "vitest";
import { findPage } from "#db/queries/features/features.ts";
import { events } from "#db/schema/index.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { ROWS } from "#tests/support/packages/calais-facts.ts";
import { ask, idsOf } from "#tests/support/product/api.ts";

type Days = Record<
  "start_earliest" | "start_latest" | "end_earliest" | "end_latest",
  string | null
>;

const [ALWAYS_BEFORE, ALWAYS_AFTER] = ["0000-00-00", "9999-99-99"];

/** Days as texts sort as days: no date arithmetic of ours is used. */
function isSelected(
  days: Days,
  [from, last]: readonly [string, string],
  certainty: string,
): boolean {
  const possible =
    (days.start_earliest ?? ALWAYS_BEFORE) <= last && (days.end_latest ?? ALWAYS_AFTER) >= from;
  if (certainty === "possible") return possible;
  const { start_latest: start, end_earliest: end } = days;
  return possible && start !== null && end !== null && start <= last && end >= from;
}

const DATETIMES: readonly (readonly [string, readonly [string, string]])[] = [
  ["2014-05-27", ["2014-05-27", "2014-05-27"]],
  ["2014-05-27T21:59:59Z", ["2014-05-27", "2014-05-27"]],
  // Midnight has passed in Calais.
  ["2014-05-27T22:00:00Z", ["2014-05-28", "2014-05-28"]],
  ["2014-05-28", ["2014-05-28", "2014-05-28"]],
  ["2014-05-29", ["2014-05-29", "2014-05-29"]],
  ["2016-02-29", ["2016-02-29", "2016-02-29"]],
  ["2014-01-01/2014-12-31", ["2014-01-01", "2014-12-31"]],
  ["2015-06-02/2015-06-02", ["2015-06-02", "2015-06-02"]],
  ["../2013-06-30", [ALWAYS_BEFORE, "2013-06-30"]],
  ["2016-10-24/..", ["2016-10-24", ALWAYS_AFTER]],
  ["/2013-06-30", [ALWAYS_BEFORE, "2013-06-30"]],
  ["../..", [ALWAYS_BEFORE, ALWAYS_AFTER]],
  ["1900-01-01", ["1900-01-01", "1900-01-01"]],
];
const TEMPORAL = ["places", "camps", "routes", "events", "movements", "counts", "phases"] as const;

describe("/req/core/fc-time-response", () => {
  dbTest.for(TEMPORAL)("of %s, every datetime and certainty", async (id) => {
    const { body: all } = await ask(`/api/collections/${id}/items?limit=10000`);
    for (const [datetime, range] of DATETIMES)
      for (const certainty of ["possible", "certain"]) {
        const expected = all.features
          .filter(({ properties }: Feature) => isSelected(properties as Days, range, certainty))
          .map((feature: Feature) => feature.id);
        const query = new URLSearchParams({ datetime, certainty, limit: "10000" });
        const { body } = await ask(`/api/collections/${id}/items?${query}`);
        expect(idsOf(body), `${datetime} ${certainty}`).toEqual(expected);
        expect(body.numberMatched).toBe(expected.length);
      }
  });

  dbTest("features without a time answer every datetime", async () => {
    const { body } = await ask("/api/collections/basemap/items?datetime=1900-01-01");
    expect(body.numberMatched).toBe(ROWS.basemap);
  });
});

const BOXES = [
  [1.85, 50.95, 1.87, 50.97],
  [1.9, 50.9, 2.1, 51.1],
  [-180, -90, 180, 90],
  [1.8576, 50.9618, 1.8576, 50.9618],
  [170, -10, -170, 10],
  [1.9, -90, 1.8, 90],
] as const;

describe("/req/core/fc-bbox-response", () => {
  dbTest.for(["places", "camps", "events", "counts"] as const)("of %s, every box", async (id) => {
    const { body: all } = await ask(`/api/collections/${id}/items?limit=10000`);
    for (const box of BOXES) {
      const [west, south, east, north] = box;
      const isIn = ([lon = 0, lat = 0]: Position) =>
        lat >= south &&
        lat <= north &&
        (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);
      const expected = all.features
        .filter(({ geometry }: Feature) => geometry?.type === "Point" && isIn(geometry.coordinates))
        .map((feature: Feature) => feature.id);
      const { body } = await ask(`/api/collections/${id}/items?bbox=${box.join(",")}&limit=10000`);
      expect(idsOf(body), box.join()).toEqual(expected);
    }
  });
});

describe("paging while the data change", () => {
  dbTest("repeats none and skips none of those that stay", () =>
    rolledBack(async (db) => {
      const question = {
        datasetId: CALAIS_ID,
        collection: COLLECTIONS.events,
        certainty: "possible",
        limit: 30,
      } as const;
      const idsIn = (rows: readonly { feature: string }[]) =>
        rows.map(({ feature }) => (JSON.parse(feature) as { id: string }).id);
      const first = await findPage(db, question);
      const seen = idsIn(first.rows);
      const [gone = "", ...kept] = seen;
      // One that was shown goes, and one comes before all that were shown.
      await db.update(events).set({ id: "0-new" }).where(eq(events.id, gone));
      let from = first.next;
      while (from) {
        const page = await findPage(db, {
          ...question,
          from: { position: from, direction: "next" },
        });
        seen.push(...idsIn(page.rows));
        from = page.next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(ROWS.events ?? 0);
      expect(seen).toEqual(expect.arrayContaining(kept));
    }),
  );
});
