// The ways of an attacker, who measures and closes in, on a published package in which places are coarse and hidden.
import geodesic from "geographiclib-geodesic";
import type { Feature, Point, Position } from "geojson";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { SECRETS } from "#tests/support/packages/guarded-secrets.ts";
import { type Asked, below } from "#tests/support/product/everything-answered.ts";
import { AT_ROOT, NAMED, published } from "#tests/support/product/guarded-service.ts";

/** Metres along the ellipsoid. */
const metres = (a: Position, b: Position): number =>
  geodesic.Geodesic.WGS84.Inverse(a[1] ?? 0, a[0] ?? 0, b[1] ?? 0, b[0] ?? 0).s12 ?? Number.NaN;

/** The position that lies best at these distances from these (Gauss–Newton from their mean; slopes by difference). */
function trilaterate(known: readonly { readonly from: Position; readonly metres: number }[]) {
  let at: [number, number] = [0, 0];
  for (const { from } of known) at = [at[0] + (from[0] ?? 0), at[1] + (from[1] ?? 0)];
  at = [at[0] / known.length + 1e-4, at[1] / known.length + 1e-4];
  for (let turn = 0; turn < 50; turn++) {
    let [a, b, c, d, e] = [0, 0, 0, 0, 0];
    for (const { from, metres: given } of known) {
      const off = metres(at, from) - given;
      const x = (metres([at[0] + 1e-6, at[1]], from) - given - off) / 1e-6;
      const y = (metres([at[0], at[1] + 1e-6], from) - given - off) / 1e-6;
      [a, b, c, d, e] = [a + x * x, b + x * y, c + y * y, d + x * off, e + y * off];
    }
    const determinant = a * c - b * b;
    at = [at[0] - (c * d - b * e) / determinant, at[1] - (a * e - b * d) / determinant];
  }
  return at;
}

const json = async (app: Asked, address: string) => (await app.request(address)).json();

async function features(app: Asked, address: string): Promise<Feature<Point | null>[]> {
  return (await json(app, address)).features;
}

/** The position of a record by halving a box in which it lies, by nothing but whether it answers. */
async function closedInOn(app: Asked, collection: string, id: string, by: "bbox" | "filter") {
  const isIn = async (box: readonly number[]) => {
    const asked =
      by === "bbox"
        ? `bbox=${box}`
        : `filter=${encodeURIComponent(`S_INTERSECTS(geometry,BBOX(${box}))`)}`;
    const found = await json(app, `/api/collections/${collection}/items?id=${id}&${asked}`);
    return found.numberMatched > 0;
  };
  let [west = 0, south = 0, east = 0, north = 0] = [1.7, 50.9, 2, 51];
  if (!(await isIn([west, south, east, north]))) return undefined;
  while (east - west > 2e-7 || north - south > 2e-7) {
    const [lon, lat] = [(west + east) / 2, (south + north) / 2];
    if (await isIn([west, south, lon, north])) east = lon;
    else west = lon;
    if (await isIn([west, south, east, lat])) north = lat;
    else south = lat;
  }
  return [(west + east) / 2, (south + north) / 2];
}

describe("an attacker", () => {
  dbTest("who measures from many places finds what is published, and no more", () =>
    published(SECRETS, async (app) => {
      const places = await features(app, "/api/collections/places/items?limit=100");
      const known = places.flatMap(({ geometry, properties }) =>
        geometry && properties?.distance_m > 0
          ? { from: geometry.coordinates, metres: properties?.distance_m as number }
          : [],
      );
      expect(known.length).toBeGreaterThan(3);
      const hall = places.find(({ id }) => id === "hall")?.geometry?.coordinates ?? [];
      // As near as distances in whole metres, and tens of metres, lead.
      expect(metres(trilaterate(known), hall)).toBeLessThan(20);
      expect(metres(hall, SECRETS.at.hall)).toBeGreaterThan(200);
      // The same would find it, had its true position been measured to.
      const told = known.map(({ from }) => ({ from, metres: metres(from, SECRETS.at.hall) }));
      expect(metres(trilaterate(told), SECRETS.at.hall)).toBeLessThan(0.1);
      for (const { properties } of places) expect(properties?.further_distance_m).toBeNull();
    }),
  );

  dbTest.for([
    ["bbox", AT_ROOT],
    ["filter", AT_ROOT],
    ["filter", NAMED],
  ] as const)("who asks by %s at %s/ finds what is published", ([by, place]) =>
    published(
      SECRETS,
      async (service) => {
        const app = below(service, place);
        const at = async (collection: string, id: string) => {
          const [feature] = await features(app, `/api/collections/${collection}/items?id=${id}`);
          return feature?.geometry?.coordinates;
        };
        const open = await closedInOn(app, "places", "open-camp", by);
        expect(metres(open ?? [], [1.863, 50.957])).toBeLessThan(2);
        const coarse = await at("places", "coarse-camp");
        expect(coarse).toEqual([1.875, 50.965]);
        for (const [collection, id] of [
          ["places", "coarse-camp"],
          ["events", "at-coarse"],
          ["events", "at-coarse-itself"],
          ["events", "coarse-itself"],
          ["counts", "coarse-count"],
        ] as const) {
          expect(await at(collection, id), id).toEqual(coarse);
          expect(
            metres((await closedInOn(app, collection, id, by)) ?? [], coarse ?? []),
            id,
          ).toBeLessThan(2);
        }
        for (const [collection, id] of [
          ["places", "hidden-squat"],
          ["places", "hidden-part"],
          ["places", "hidden-port"],
          ["events", "at-hidden"],
          ["events", "at-hidden-itself"],
          ["events", "hidden-itself"],
          ["events", "hidden-at-open"],
          ["counts", "hidden-count"],
          ["movements", "from-hidden"],
          ["movements", "coarse-to-hidden"],
          ["routes", "hidden-outline"],
          ["routes", "coarse-outline"],
          ["routes", "near-outline"],
          ["routes", "hidden-lane"],
        ] as const) {
          const [feature] = await features(app, `/api/collections/${collection}/items?id=${id}`);
          expect(feature, id).toMatchObject({ id, geometry: null });
          expect(await closedInOn(app, collection, id, by), id).toBeUndefined();
        }
      },
      place,
    ),
  );
});
