// The abstract tests of OGC API – Features Part 1 (17-069r4) for features and their parameters (A.2.7).
import { describe, expect, it } from "vitest";
import {
  allFeaturesOf,
  apiDefinition,
  ask,
  type Collection,
  collectionsOfTheApi,
  GEOJSON,
  hrefOf,
  type Items,
  idsOf,
  itemsOf,
  mediaTypeOf,
  type Parameter,
  parameterOf,
  positionsOf,
} from "./ogc-request.ts";

const collections = await collectionsOfTheApi();
const definition = (await apiDefinition()).body;

const named = (some: readonly Collection[]) =>
  it.for(some.map((collection) => [collection.id, collection] as const));
const perCollection = named(collections);
const parameter = (id: string, name: string) =>
  parameterOf(definition, `/collections/${id}/items`, name);

describe("what is answered", () => {
  perCollection("/conf/core/fc-op, fc-response: %s", async ([, collection]) => {
    const answer = await itemsOf(collection);
    expect(answer.status).toBe(200);
    expect(mediaTypeOf(answer)).toBe(GEOJSON);
    expect(answer.body.type).toBe("FeatureCollection");
    expect(Array.isArray(answer.body.features)).toBe(true);
  });

  perCollection("/conf/core/crs84: %s", async ([, collection]) => {
    const { headers, body } = await itemsOf(collection, { limit: 10_000 });
    expect(headers.get("Content-Crs")).toBe("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
    for (const { geometry } of body.features)
      for (const [x, y] of positionsOf(geometry)) {
        expect(Math.abs(x)).toBeLessThanOrEqual(180);
        expect(Math.abs(y)).toBeLessThanOrEqual(90);
      }
  });

  perCollection("/conf/core/fc-links, fc-rel-type: %s", async ([, collection]) => {
    const { body } = await itemsOf(collection, { limit: 3 });
    const self = body.links.filter(({ rel }) => rel === "self");
    expect(self.map(({ type }) => type?.split(";")[0])).toEqual([GEOJSON]);
    hrefOf(body.links, "alternate", "text/html");
    for (const link of body.links) expect(link).toMatchObject({ rel: expect.any(String) });
    for (const link of body.links.filter(({ rel }) => rel === "alternate"))
      expect(link).toHaveProperty("type");
    if (body.numberMatched > 3) {
      const next = await ask<Items>(hrefOf(body.links, "next"), GEOJSON);
      expect(next.body.features.map(({ id }) => id)).not.toContain(body.features[0]?.id);
    }
  });

  perCollection("/conf/core/fc-timeStamp: %s has none, or an instant", async ([, collection]) => {
    const { timeStamp = "2000-01-01T00:00:00Z" } = (await itemsOf(collection)).body;
    expect(timeStamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  });

  perCollection("/conf/core/fc-numberMatched, fc-numberReturned: %s", async ([, collection]) => {
    let address: string | undefined = hrefOf(collection.links, "items", GEOJSON);
    const seen = new Set<string>();
    let matched = 0;
    while (address) {
      const { body }: { body: Items } = await ask<Items>(address, GEOJSON);
      expect(body.numberReturned).toBe(body.features.length);
      for (const { id } of body.features) seen.add(id);
      matched = body.numberMatched;
      address = body.links.find(({ rel }) => rel === "next")?.href;
    }
    expect(seen.size).toBe(matched);
    expect(matched).toBeGreaterThan(0);
  });
});

describe("parameters, as the API definition has them", () => {
  const expectIn = (found: Parameter | undefined, name: string) => {
    expect(found).toMatchObject({ name, in: "query", style: "form", explode: false });
    expect(found?.required ?? false).toBe(false);
  };

  perCollection("/conf/core/fc-bbox-definition: %s", ([id]) => {
    const bbox = parameter(id, "bbox");
    expectIn(bbox, "bbox");
    expect(bbox?.schema).toMatchObject({ type: "array", minItems: 4, maxItems: 6 });
    expect(bbox?.schema.items?.type).toBe("number");
  });

  perCollection("/conf/core/fc-limit-definition: %s", ([id]) => {
    const limit = parameter(id, "limit");
    expectIn(limit, "limit");
    expect(limit?.schema.type).toBe("integer");
    expect(limit?.schema.minimum).toBeGreaterThanOrEqual(0);
    expect(limit?.schema.default).toBeGreaterThan(0);
  });

  perCollection("/conf/core/fc-time-definition: %s", ([id]) => {
    const datetime = parameter(id, "datetime");
    expectIn(datetime, "datetime");
    expect(datetime?.schema.type).toBe("string");
  });
});

describe("parameters, as they are answered", () => {
  // Boxes across the meridian, the equator and the antimeridian, and at both poles, as in the executable suite.
  const BOXES = [
    [-1.5, 50, 1.5, 53],
    [-80, -5, -70, 5],
    [177, 65, -177, 70],
    [-180, 85, 180, 90],
    [-180, -90, 180, -85],
  ] as const;

  named(collections.filter(({ extent }) => extent?.spatial))(
    "/conf/core/fc-bbox-response: %s",
    async ([, collection]) => {
      const all = await allFeaturesOf(collection);
      const [extent = []] = collection.extent?.spatial?.bbox ?? [];
      for (const box of [extent, ...BOXES]) {
        const answer = await itemsOf(collection, { bbox: box.join(","), limit: 10_000 });
        expect(answer.status, String(box)).toBe(200);
        // The boxes are so large that a feature meets one when its own box does; what has no place is always sent.
        const expected = all.filter(
          ({ geometry }) => geometry === null || meets(positionsOf(geometry), box),
        );
        expect(idsOf(answer.body.features), String(box)).toEqual(idsOf(expected));
      }
    },
  );

  perCollection("/conf/core/fc-limit-response: %s", async ([id, collection]) => {
    const { minimum = 1, maximum = 10_000 } = parameter(id, "limit")?.schema ?? {};
    const between = Math.min(100, Math.floor((minimum + maximum) / 2));
    for (const limit of [minimum, between, maximum + 1]) {
      const answer = await itemsOf(collection, { limit });
      expect(answer.status, String(limit)).toBe(200);
      expect(answer.body.features.length).toBeLessThanOrEqual(Math.min(limit, maximum));
    }
  });

  named(collections.filter(({ extent }) => extent?.temporal))(
    "/conf/core/fc-time-response: %s",
    async ([, collection]) => {
      const all = await allFeaturesOf(collection);
      const dates = [
        "2014-05-27",
        "2014-05-27T00:00:00Z",
        "2014-01-01T00:00:00Z/2014-12-31T23:59:59Z",
        "../2013-06-30",
        "2016-10-24/..",
      ];
      for (const datetime of dates) {
        const [from = "", to = from] = datetime.split("/").map(dayInCalais);
        const answer = await itemsOf(collection, { datetime, limit: 10_000 });
        expect(answer.status, datetime).toBe(200);
        const expected = all.filter(
          ({ properties }) =>
            (to === ".." || String(properties.start_earliest ?? "0") <= to) &&
            (from === ".." || String(properties.end_latest ?? "9") >= from),
        );
        expect(idsOf(answer.body.features), datetime).toEqual(idsOf(expected));
      }
    },
  );

  perCollection("/conf/core/query-param-invalid: %s", async ([, collection]) => {
    const wrong = { limit: "unlimited", bbox: "1,2,3", datetime: "once" };
    for (const [name, value] of Object.entries(wrong)) {
      const answer = await itemsOf(collection, { [name]: value });
      expect(answer.status, name).toBe(400);
      expect(mediaTypeOf(answer)).toBe("application/problem+json");
    }
  });

  perCollection("/conf/core/query-param-unknown: %s", async ([, collection]) => {
    expect((await itemsOf(collection, { unknownQueryParameter: "unknown" })).status).toBe(400);
  });
});

/** An instant is the day on which it falls in the zone of the dataset: the last of 2014 in Greenwich is in 2015 there. */
const dayInCalais = (end: string) =>
  end.includes("T")
    ? new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date(end))
    : end;

/** Whether the box around some positions meets a box, which may cross the antimeridian. */
function meets(positions: readonly (readonly [number, number])[], box: readonly number[]): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = box;
  const [xs, ys] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
  if (Math.max(...ys) < south || Math.min(...ys) > north) return false;
  const spans = (from: number, to: number) => Math.max(...xs) >= from && Math.min(...xs) <= to;
  return west <= east ? spans(west, east) : spans(west, 180) || spans(-180, east);
}
