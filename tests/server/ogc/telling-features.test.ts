// Which features come first, so that clients that look at ten know the types of all fields.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Property } from "#model/collection/property.ts";
import { tellingIds } from "#server/ogc/telling-features.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { ask, idsOf } from "#tests/support/product/api.ts";

const FIELDS: readonly Property[] = [
  { name: "published", type: "text", means: "" },
  { name: "metres", type: "number", means: "" },
  { name: "people", type: "list", means: "" },
];

type Own = Readonly<Record<string, unknown>>;
const featureOf = (own: Own, at: number) => ({ id: `f-${at}`, properties: own });

describe("telling features", () => {
  it("have a value of each field, a text that is no date, and a number that is not whole", () => {
    const features = [
      { published: "2012-08-01", metres: 5, people: null },
      { published: "-0043-03-15", metres: null, people: null },
      { published: "2012-08-02", metres: null, people: null },
      { published: "2012-08", metres: null, people: null },
      { published: null, metres: 2.5, people: null },
      { published: "2012-08-03", metres: null, people: ["a"] },
    ].map(featureOf);
    // Each adds most to those before, the first of those that add as much: f-1 and f-2 add nothing.
    expect(tellingIds(features, FIELDS)).toEqual(["f-0", "f-3", "f-4", "f-5"]);
  });

  it("are few: none that tells nothing, ten at most, and none twice", () => {
    const value = fc.record({
      published: fc.constantFrom(null, "2012", "2012-08-01", "12:30:00"),
      metres: fc.constantFrom(null, 1, 0.5),
      people: fc.constantFrom(null, ["a"]),
    });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), (all) => {
        const features = all.map(featureOf);
        const ids = tellingIds(features, FIELDS);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(10);
        const chosen = all.filter((_, at) => ids.includes(`f-${at}`));
        const has = (some: readonly Own[], test: (own: Own) => boolean) => some.some(test);
        for (const test of [
          ({ published }: Own) => published !== null,
          ({ published }: Own) => published === "2012",
          ({ metres }: Own) => metres === 0.5,
          ({ people }: Own) => people !== null,
        ])
          expect(has(chosen, test)).toBe(has(all, test));
      }),
    );
  });
});

describe("a collection in no asked order", () => {
  dbTest.for(COLLECTION_IDS.filter((id) => id !== "events"))(
    "%s: the first ten have a value of every field of which any has, and all others go by id",
    async (id) => {
      const { body } = await ask(`/api/collections/${id}/items?limit=10000`);
      const all: { id: string; properties: Own }[] = body.features;
      const sample = all.slice(0, 10);
      for (const { name, type } of COLLECTIONS[id].properties) {
        const has = (some: typeof all, test: (value: unknown) => boolean) =>
          some.some(({ properties }) => test(properties[name]));
        const isThere = (value: unknown) => value !== null;
        expect(has(sample, isThere), name).toBe(has(all, isThere));
        const isNoDay = (value: unknown) =>
          typeof value === "string" && !/^\d{4}-\d\d-\d\d/.test(value);
        if (type === "text") expect(has(sample, isNoDay), name).toBe(has(all, isNoDay));
        // A list has something in it, or is not there.
        if (type === "list")
          expect(
            has(all, (value) => String(value) === ""),
            name,
          ).toBe(false);
      }
      const later = all.slice(10).map((feature) => feature.id);
      expect(later).toEqual([...later].sort());
      // Page by page it is the same order.
      const ids: string[] = [];
      let address: string | undefined = `/api/collections/${id}/items?limit=97`;
      while (address) {
        const page: Awaited<ReturnType<typeof ask>> = await ask(address);
        ids.push(...idsOf(page.body));
        address = page.body.links.find(({ rel }: { rel: string }) => rel === "next")?.href;
      }
      expect(ids).toEqual(all.map((feature) => feature.id));
    },
  );
});
