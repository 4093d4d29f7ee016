// OGC API – Features Part 5 (OGC 23-058r2) and the queryables of Part 3, named by requirement.

import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { ask } from "#tests/support/product/api.ts";

const REL = "http://www.opengis.net/def/rel/ogc/1.0";

describe.each(COLLECTION_IDS)("the schemas of %s", (id) => {
  dbTest(
    "/req/schemas/schema-op, links: are JSON Schema and linked from the collection",
    async () => {
      const { body: collection } = await ask(`/api/collections/${id}`);
      for (const kind of ["schema", "queryables", "sortables"]) {
        const link = collection.links.find(({ rel }: { rel: string }) => rel === `${REL}/${kind}`);
        const { response, body } = await ask(link.href);
        expect(response.headers.get("Content-Type")).toBe("application/schema+json");
        expect(body).toMatchObject({
          $schema: "https://json-schema.org/draft/2020-12/schema",
          type: "object",
        });
        expect(body.$id).toMatch(new RegExp(`/collections/${id}/${kind}$`));
      }
    },
  );

  dbTest(
    "/req/schemas/properties, core-roles-features: explain every property that items have",
    async () => {
      const { body: schema } = await ask(`/api/collections/${id}/schema`);
      const { body: items } = await ask(`/api/collections/${id}/items?limit=200`);
      const names = COLLECTIONS[id].properties.map(({ name }) => name);
      const withGeometry = COLLECTIONS[id].geometry ? ["geometry"] : [];
      expect(Object.keys(schema.properties)).toEqual(["id", ...names, ...withGeometry]);
      for (const name of names) expect(schema.properties[name].description, name).not.toBe("");
      expect(schema.properties.id["x-ogc-role"]).toBe("id");
      for (const { properties } of items.features)
        for (const [name, value] of Object.entries(properties)) {
          if (value === null) continue;
          const { type, enum: values } = schema.properties[name];
          const actual = Array.isArray(value) ? "array" : typeof value;
          expect(type === "integer" ? "number" : type, name).toBe(actual);
          if (values) expect(values, name).toContain(value);
        }
    },
  );
});

describe("queryables and sortables", () => {
  dbTest("/req/queryables-query-parameters/parameters: each is a filter of its own", async () => {
    const { body } = await ask(
      "/api/collections/camps/items?kind=squat&stated_side=inside&limit=100",
    );
    expect(body.features.length).toBeGreaterThan(3);
    for (const { properties } of body.features)
      expect(properties).toMatchObject({ kind: "squat", stated_side: "inside" });
  });

  dbTest("sortables order the items, what has no value last", async () => {
    for (const [sort, sign] of [
      ["distance_m", 1],
      ["-distance_m", -1],
    ] as const) {
      const { body } = await ask(
        `/api/collections/places/items?sortby=${encodeURIComponent(sort)}`,
      );
      const values: (number | null)[] = body.features.map(
        ({ properties }: { properties: { distance_m: number | null } }) => properties.distance_m,
      );
      const known = values.filter((value) => value !== null);
      expect(values.slice(known.length).every((value) => value === null)).toBe(true);
      expect(known).toEqual([...known].sort((a, b) => (a - b) * sign));
    }
  });

  dbTest("properties leaves only those that are asked for", async () => {
    const { body } = await ask("/api/collections/camps/items?properties=kind,name_fr&limit=2");
    for (const { properties } of body.features)
      expect(Object.keys(properties)).toEqual(["name_fr", "kind"]);
  });
});
