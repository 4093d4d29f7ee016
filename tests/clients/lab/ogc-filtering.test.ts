// The abstract tests of OGC API – Features Part 3 (19-079r2, annex A), one test each, named by its id.
import { describe, expect, it } from "vitest";
import {
  allFeaturesOf,
  ask,
  type Collection,
  collectionsOfTheApi,
  type Feature,
  GEOJSON,
  hrefOf,
  idsOf,
  itemsOf,
  mediaTypeOf,
  ROOT,
} from "./ogc-request.ts";

const QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

type Queryable = { readonly type?: string; readonly format?: string; readonly enum?: unknown[] };
type Queryables = {
  readonly $schema: string;
  readonly $id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, Queryable>>;
  readonly additionalProperties?: boolean;
};

const collections = await collectionsOfTheApi();
const perCollection = it.for(collections.map((collection) => [collection.id, collection] as const));
const mapped = collections.filter(({ extent }) => extent?.spatial);
const perMapped = it.for(mapped.map((collection) => [collection.id, collection] as const));

const queryablesOf = ({ links }: Collection) =>
  ask<Queryables>(hrefOf(links, QUERYABLES), "application/schema+json");

/** Names of the queryables that are not places; the name of the one that is. */
async function namesOf(collection: Collection) {
  const entries = Object.entries((await queryablesOf(collection)).body.properties);
  const isPlace = ({ format }: Queryable) => format?.startsWith("geometry-") ?? false;
  return {
    plain: entries.filter(([, one]) => !isPlace(one)).map(([name]) => name),
    spatial: entries.find(([, one]) => isPlace(one))?.[0] ?? "",
  };
}

const read = (feature: Feature, name: string) =>
  name === "id" ? feature.id : (feature.properties[name] ?? null);

const filtered = (collection: Collection, filter: string, more: Record<string, string> = {}) =>
  itemsOf(collection, { filter, limit: 10_000, ...more });

describe.each(["queryables", "queryables-query-parameters", "filter", "features-filter"])(
  "class %s",
  (name) => {
    it(`/conf/${name}/get-conformance`, async () => {
      const answer = await ask<{ conformsTo: string[] }>(`${ROOT}/conformance`);
      expect(mediaTypeOf(answer)).toBe("application/json");
      expect(answer.body.conformsTo).toContain(
        `http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/${name}`,
      );
    });
  },
);

describe("queryables", () => {
  perCollection("/conf/queryables/get-queryables-uris: %s", async ([, { links }]) => {
    const answer = await fetch(hrefOf(links, "items", GEOJSON), {
      method: "HEAD",
      headers: { Accept: "application/json" },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Link")).toContain(`rel="${QUERYABLES}"`);
  });

  perCollection("/conf/queryables/get-queryables: %s", async ([, collection]) => {
    const answer = await queryablesOf(collection);
    expect(answer.status).toBe(200);
    expect(mediaTypeOf(answer)).toBe("application/schema+json");
    expect(answer.body.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(answer.body.$id).toBe(hrefOf(collection.links, QUERYABLES));
    expect(answer.body.type).toBe("object");
    const queryables = Object.values(answer.body.properties);
    expect(queryables.length).toBeGreaterThan(0);
    for (const one of queryables)
      expect(
        one.type !== undefined || one.format?.startsWith("geometry-"),
        JSON.stringify(one),
      ).toBe(true);
  });
});

describe("queryables as parameters", () => {
  perCollection("/conf/queryables-query-parameters/query-param: %s", async ([, collection]) => {
    const all = await allFeaturesOf(collection);
    const { properties } = (await queryablesOf(collection)).body;
    for (const [name, { type, format }] of Object.entries(properties)) {
      const withValue = all.find((feature) => read(feature, name) !== null);
      // As parameters these mean something else, as CONFORMANCE.md says; places and lists are none.
      if (!withValue || !type || type === "array" || ["certainty", "lang"].includes(name)) continue;
      const value = read(withValue, name);
      const answer = await itemsOf(collection, { [name]: String(value), limit: 10_000 });
      expect(answer.status, `${name}=${value}`).toBe(200);
      expect(mediaTypeOf(answer)).toBe(GEOJSON);
      const expected = all.filter((feature) => read(feature, name) === value);
      expect(idsOf(answer.body.features), `${name}=${value}`).toEqual(idsOf(expected));
      if (type === "string" && format !== "date") continue;
      const wrong = await itemsOf(collection, { [name]: "this-is-no-value" });
      expect(wrong.status, name).toBe(400);
    }
  });
});

describe("filter", () => {
  perCollection("/conf/filter/filter-param, filter-lang-default: %s", async ([, collection]) => {
    const all = await allFeaturesOf(collection);
    for (const language of [{}, { "filter-lang": "cql2-text" }]) {
      for (const name of (await namesOf(collection)).plain) {
        const answer = await filtered(collection, `${name} IS NULL`, language);
        expect(answer.status, `${name}: ${answer.text}`).toBe(200);
        expect(mediaTypeOf(answer)).toBe(GEOJSON);
        const expected = all.filter((feature) => read(feature, name) === null);
        expect(idsOf(answer.body.features), name).toEqual(idsOf(expected));
      }
      expect((await filtered(collection, "THIS IS NOT A FILTER", language)).status).toBe(400);
    }
  });

  perCollection("/conf/filter/expression-construction: %s", async ([, collection]) => {
    expect((await queryablesOf(collection)).body.additionalProperties).toBe(false);
    expect((await filtered(collection, "this_is_not_a_queryable IS NULL")).status).toBe(400);
  });

  perMapped("/conf/filter/filter-crs-wgs84: %s", async ([, collection]) => {
    const { spatial } = await namesOf(collection);
    const near = `S_INTERSECTS(${spatial},BBOX(-20,40,20,60))`;
    const answer = await filtered(collection, near);
    expect(answer.status, answer.text).toBe(200);
    const boxed = await allFeaturesOf(collection, { bbox: "-20,40,20,60" });
    const placed = boxed.filter(({ geometry }) => geometry !== null);
    expect(idsOf(answer.body.features)).toEqual(idsOf(placed));
    expect(placed.length).toBeGreaterThan(0);
    const far = `S_INTERSECTS(${spatial},BBOX(1000000,1000000,2000000,2000000))`;
    expect((await filtered(collection, far)).status).toBe(400);
  });

  perMapped("/conf/filter/filter-crs-param: %s", async ([, collection]) => {
    const { spatial } = await namesOf(collection);
    const wide = {
      4326: "40,-20,60,20",
      3857: "-2000000,5000000,2000000,8000000",
      2154: "0,6000000,2000000,8000000",
    };
    const placed = (await allFeaturesOf(collection, { bbox: "-20,40,20,60" })).filter(
      ({ geometry }) => geometry !== null,
    );
    for (const [code, box] of Object.entries(wide)) {
      const crs = `http://www.opengis.net/def/crs/EPSG/0/${code}`;
      const filter = `S_INTERSECTS(${spatial},BBOX(${box}))`;
      const answer = await filtered(collection, filter, { "filter-crs": crs });
      expect(answer.status, answer.text).toBe(200);
      if (code !== "2154") expect(idsOf(answer.body.features)).toEqual(idsOf(placed));
      expect(answer.body.features.length).toBeGreaterThan(0);
    }
    const wrong = await filtered(collection, `S_INTERSECTS(${spatial},BBOX(1,2,3,4))`, {
      "filter-crs": "http://www.opengis.net/def/crs/EPSG/0/0",
    });
    expect(wrong.status).toBe(400);
  });
});

describe("filter on features", () => {
  perCollection("/conf/features-filter/get-collection: %s", async ([id]) => {
    const { body } = await ask<Collection>(`${ROOT}/collections/${id}`, "application/json");
    expect(hrefOf(body.links, QUERYABLES)).toBe(`${ROOT}/collections/${id}/queryables`);
  });

  perMapped("/conf/features-filter/mixing-expression: %s", async ([, collection]) => {
    const { spatial } = await namesOf(collection);
    const box = "1.8,50.92,1.95,51";
    const filter = `S_INTERSECTS(${spatial},BBOX(${box}))`;
    const [both, alone] = [
      await filtered(collection, filter, { bbox: box }),
      await filtered(collection, filter),
    ];
    expect(both.status).toBe(200);
    expect(idsOf(both.body.features)).toEqual(idsOf(alone.body.features));
    expect(both.body.features.length).toBeGreaterThan(0);
    const apart = await filtered(collection, filter, { bbox: "-60,-60,-50,-50" });
    expect(apart.status).toBe(200);
    expect(apart.body.features).toEqual([]);
  });
});
