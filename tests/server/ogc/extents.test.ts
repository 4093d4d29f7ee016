// What collections declare to cover: all features, held against the features themselves.

import type { Feature } from "geojson";
import { describe, expect } from "vitest";
import { positionsOf } from "#model/space/geometry.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { ask } from "#tests/support/product/api.ts";

describe("the extent of a collection", () => {
  dbTest.for(COLLECTION_IDS)("%s is that of all its features", async (id) => {
    const { body } = await ask(`/api/collections/${id}`);
    const { body: items } = await ask(`/api/collections/${id}/items?limit=10000`);
    const features: Feature[] = items.features;
    const positions = features.flatMap(({ geometry }) => (geometry ? positionsOf(geometry) : []));
    const xs = positions.map(([x = 0]) => x);
    const ys = positions.map(([, y = 0]) => y);
    const bbox = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    expect(body.extent.spatial?.bbox).toEqual(COLLECTIONS[id].geometry ? [bbox] : undefined);
    const ends = (name: string, pick: (days: string[]) => string | undefined) => {
      const days = features.map(({ properties }) => properties?.[name] as string | null);
      return days.includes(null) ? null : pick((days as string[]).sort());
    };
    const first = ends("start_earliest", (days) => days[0]);
    const last = ends("end_latest", (days) => days.at(-1));
    expect(body.extent.temporal?.interval).toEqual(
      COLLECTIONS[id].temporal
        ? [[first && `${first}T00:00:00Z`, last && `${last}T23:59:59Z`]]
        : undefined,
    );
    if (!COLLECTIONS[id].geometry) return;
    const { body: tiles } = await ask(`/api/collections/${id}/tiles/WebMercatorQuad?f=tilejson`);
    expect(tiles.bounds).toEqual(bbox);
  });
});

describe("the first features of a page", () => {
  dbTest.for(COLLECTION_IDS)("of %s tell the types of days", async (id) => {
    const { body: all } = await ask(`/api/collections/${id}/items?limit=10000`);
    const { body: first } = await ask(`/api/collections/${id}/items?limit=10`);
    const hasDay = (features: Feature[], name: string) =>
      features.some(({ properties }) => properties?.[name]);
    for (const { name, type } of COLLECTIONS[id].properties)
      if (type === "day" && hasDay(all.features, name))
        expect(hasDay(first.features, name), name).toBe(true);
  });
});
