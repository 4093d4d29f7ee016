// The abstract tests of OGC API – Features on extents (17-069r4, A.2.5; 19-079r2 uses them too), named by their ids.
import { describe, expect, it } from "vitest";
import {
  allFeaturesOf,
  type Collection,
  collectionsOfTheApi,
  idsOf,
  itemsOf,
  positionsOf,
} from "./ogc-request.ts";

const collections = await collectionsOfTheApi();
const named = (some: readonly Collection[]) =>
  it.for(some.map((collection) => [collection.id, collection] as const));

describe("the extent of a collection", () => {
  named(collections.filter(({ extent }) => extent?.spatial))(
    "/conf/core/fc-md-extent, fc-md-extent-multi in space: %s",
    async ([, collection]) => {
      const [whole = [], ...parts] = collection.extent?.spatial?.bbox ?? [];
      for (const { id, geometry } of await allFeaturesOf(collection))
        for (const position of positionsOf(geometry)) {
          expect(lies(position, whole), `${id} at ${position} in ${whole}`).toBe(true);
          if (parts.length > 0)
            expect(
              parts.some((box) => lies(position, box)),
              `${id} at ${position}`,
            ).toBe(true);
        }
    },
  );

  named(collections.filter(({ extent }) => extent?.temporal))(
    "/conf/core/fc-md-extent, fc-md-extent-multi in time: %s",
    async ([, collection]) => {
      const [[begin, end] = []] = collection.extent?.temporal?.interval ?? [];
      for (const { id, properties } of await allFeaturesOf(collection)) {
        // Days as texts sort as days.
        const { start_earliest: first, end_latest: last } = properties;
        if (begin && first)
          expect(String(first) >= begin.slice(0, 10), `${id}: ${first}`).toBe(true);
        if (end && last) expect(String(last) <= end.slice(0, 10), `${id}: ${last}`).toBe(true);
      }
    },
  );

  named(collections.filter(({ extent }) => extent?.spatial))(
    "/conf/filter/filter-crs-wgs84: %s, whose box finds all of it",
    async ([, collection]) => {
      const [box = []] = collection.extent?.spatial?.bbox ?? [];
      const filter = `S_INTERSECTS(geometry,BBOX(${box.join(",")}))`;
      const answer = await itemsOf(collection, { filter, limit: 10_000 });
      expect(answer.status, answer.text).toBe(200);
      const placed = (await allFeaturesOf(collection)).filter(({ geometry }) => geometry !== null);
      expect(idsOf(answer.body.features)).toEqual(idsOf(placed));
    },
  );
});

/** Whether a position lies in a box, which may cross the antimeridian. */
function lies([x, y]: readonly [number, number], box: readonly number[]): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = box;
  const isBetween = west <= east ? x >= west && x <= east : x >= west || x <= east;
  return isBetween && y >= south && y <= north;
}
