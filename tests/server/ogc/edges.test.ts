// Packages that go to one edge each, asked of the API: the ends of the world, shapes of several parts, a night by the clock.
import type { Feature, Position } from "geojson";
import { describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { positionsOf } from "#model/space/geometry.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import {
  CLOCK_EVENTS,
  CLOCK_ID,
  ISLANDS,
  ISLANDS_ID,
  PACIFIC_ID,
  PACIFIC_LAGOON,
  PACIFIC_PLACES,
  SPREAD_ID,
  SPREAD_PLACES,
  WORLD_ID,
  WORLD_PLACES,
  writeClockPackage,
  writeIslandsPackage,
  writePacificPackage,
  writeSpreadPackage,
  writeWorldPackage,
} from "#tests/support/packages/edge-packages.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { decodeTile, type TileAddress, tileAt } from "#tests/support/pictures/tiles.ts";

type Collection = { id: string; extent?: { spatial?: { bbox: number[][] } } };
type Asked = {
  readonly collections: readonly Collection[];
  readonly features: (collection: string, query?: string) => Promise<readonly Feature[]>;
  /** The ids in a tile of a collection; none where it is empty. */
  readonly idsInTile: (collection: string, tile: TileAddress) => Promise<readonly string[]>;
  /** The picture of the home view, as SVG. */
  readonly picture: () => Promise<string>;
};

/** Imports the package and asks the API about it. */
function asked(
  datasetId: string,
  write: (folder: string) => void,
  work: (api: Asked) => Promise<void>,
): Promise<void> {
  return rolledBack(async (db) => {
    const folder = temporaryFolder("edge");
    write(folder);
    const outcome = await importPackage(db, folder);
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ status: "loaded" });
    const app = createApp({
      served: { db, datasetId },
      drawPicture: renderPicture,
      log: createLog("error", () => {}),
      webRoot: undefined,
    });
    const json = async (address: string) => {
      const answer = await app.request(address);
      const body = await answer.json();
      expect(answer.status, `${address}: ${JSON.stringify(body)}`).toBe(200);
      return body;
    };
    const { collections } = await json("/api/collections?f=json");
    await work({
      collections,
      features: async (collection, query = "") =>
        (await json(`/api/collections/${collection}/items?f=json&limit=100${query}`)).features,
      idsInTile: async (collection, { z, x, y }) => {
        const answer = await app.request(
          `/api/collections/${collection}/tiles/WebMercatorQuad/${z}/${y}/${x}`,
        );
        expect(answer.status).toBeLessThan(300);
        return decodeTile(new Uint8Array(await answer.arrayBuffer()), collection).map(
          ({ id }) => id,
        );
      },
      picture: async () => {
        const answer = await app.request("/snapshot.svg?lang=en&width=1200&height=900");
        expect(answer.status).toBe(200);
        return await answer.text();
      },
    });
  });
}

const idsOf = (features: readonly Feature[]) => features.map(({ id }) => String(id)).sort();
const boxOf = ({ collections }: Asked, id: string) =>
  collections.find((collection) => collection.id === id)?.extent?.spatial?.bbox[0] ?? [];

/** Whether a box, which may cross the antimeridian, holds a position; −180 and 180 are one meridian. */
function holds(box: readonly number[], [lon = 0, lat = 0]: Position): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = box;
  const isAlong = (at: number) =>
    west <= east ? at >= west && at <= east : at >= west || at <= east;
  return (isAlong(lon) || (Math.abs(lon) === 180 && isAlong(-lon))) && lat >= south && lat <= north;
}

/** Every feature of the package, by its id, whatever its collection is called. */
async function byId({ collections, features }: Asked): Promise<ReadonlyMap<string, Feature>> {
  const found = new Map<string, Feature>();
  for (const { id } of collections)
    for (const feature of await features(id))
      if (feature.geometry) found.set(String(feature.id), feature);
  return found;
}

describe("a package of the whole world", () => {
  for (const days of ["all", "one"] as const)
    dbTest(`of ${days === "one" ? "one day" : "years"} keeps the poles and both its ends`, () =>
      asked(
        WORLD_ID,
        (folder) => writeWorldPackage(folder, days),
        async (api) => {
          const found = await byId(api);
          for (const [id, lon, lat] of WORLD_PLACES) {
            expect(found.get(id)?.geometry, id).toMatchObject({ coordinates: [lon, lat] });
            expect(holds(boxOf(api, "places"), [lon, lat]), id).toBe(true);
          }
          const near = (box: string) => api.features("places", `&bbox=${box}`).then(idsOf);
          expect(await near("-180,89,180,90")).toEqual(["north-pole"]);
          expect(await near("-180,-90,180,-60")).toEqual(["south-pole"]);
          expect(await near("179,-90,-179,90")).toEqual([
            "before-the-end",
            "eastern-end",
            "western-end",
          ]);
          expect(await near("-180,-90,180,90")).toEqual(idsOf(await api.features("places")));
        },
      ),
    );

  dbTest("has its places in the tiles that hold them, at the ends of the world too", () =>
    asked(WORLD_ID, writeWorldPackage, async (api) => {
      const mapped = WORLD_PLACES.filter(([, , lat]) => Math.abs(lat) < 85);
      expect(mapped.length).toBeGreaterThan(3);
      for (const [id, lon, lat] of mapped)
        for (const z of [0, 1, 2, 5, 9]) {
          // The last column ends with 180.
          const tile = tileAt(Math.min(lon, 179.999_999), lat, z);
          expect(await api.idsInTile("places", tile), `${id} at ${z}`).toContain(id);
        }
    }),
  );

  dbTest("of five places, each 16° from the next, has the box around them", () =>
    asked(SPREAD_ID, writeSpreadPackage, async (api) => {
      const [west, south, east, north] = boxOf(api, "places");
      expect([west, south]).toEqual([-67.2, 23.95]);
      for (const [id, lon, lat] of SPREAD_PLACES)
        expect(holds([west ?? 0, south ?? 0, east ?? 0, north ?? 0], [lon, lat]), id).toBe(true);
    }),
  );
});

describe("a package across the antimeridian", () => {
  dbTest("has a box that crosses it too, and an area of two parts on both sides", () =>
    asked(
      PACIFIC_ID,
      (folder) => writePacificPackage(folder, "lagoon"),
      async (api) => {
        const [west = 0, , east = 0] = boxOf(api, "places");
        expect([west, east]).toEqual([177.44, -3.12]);
        for (const [id, lon, lat] of PACIFIC_PLACES)
          expect(holds(boxOf(api, "places"), [lon, lat]), id).toBe(true);
        const near = await api.features("places", "&bbox=179,-20,-179,-10");
        expect(idsOf(near)).toEqual(["line-from-the-east", "line-from-the-west"]);
        expect((await byId(api)).get("lagoon")?.geometry).toEqual(PACIFIC_LAGOON);
      },
    ),
  );
});

describe("the picture of a home view", () => {
  const namesIn = (svg: string, places: readonly (readonly [id: string, ...unknown[]])[]) =>
    places.map(([id]) => id).filter((id) => svg.includes(`>${id}<`));
  const wrong = /NaN|Infinity|∞/;

  dbTest("of the whole world has a scale, and its places as far as Mercator has them", () =>
    asked(WORLD_ID, writeWorldPackage, async ({ picture }) => {
      const svg = await picture();
      expect(svg).not.toMatch(wrong);
      const within = WORLD_PLACES.filter(([, , lat]) => Math.abs(lat) < 85);
      expect(namesIn(svg, within)).toEqual(within.map(([id]) => id));
    }),
  );

  dbTest("across the antimeridian has what lies on both sides of it", () =>
    asked(
      PACIFIC_ID,
      (folder) => writePacificPackage(folder, "lagoon"),
      async ({ picture }) => {
        const svg = await picture();
        expect(svg).not.toMatch(wrong);
        expect(namesIn(svg, PACIFIC_PLACES)).toEqual(PACIFIC_PLACES.map(([id]) => id));
      },
    ),
  );
});

describe("shapes of several parts", () => {
  dbTest("are served with every part, hole and position", () =>
    asked(ISLANDS_ID, writeIslandsPackage, async (api) => {
      const found = await byId(api);
      for (const [id, geometry] of Object.entries(ISLANDS)) {
        const served = found.get(id)?.geometry;
        expect(served?.type, id).toBe(geometry.type);
        expect(served && positionsOf(served).length, id).toBe(positionsOf(geometry).length);
        expect(served && new Set(positionsOf(served).map(String)), id).toEqual(
          new Set(positionsOf(geometry).map(String)),
        );
      }
      const land = found.get("skerries")?.geometry;
      expect(land).toMatchObject({ type: "MultiPolygon", coordinates: { length: 2 } });
    }),
  );

  dbTest("are found by a box around one of the parts, and not by one around a hole", () =>
    asked(ISLANDS_ID, writeIslandsPackage, async (api) => {
      const outlines = [...(await byId(api)).keys()].filter((id) => id in ISLANDS);
      expect(outlines.sort()).toEqual(Object.keys(ISLANDS).sort());
      const found = async (box: string) => {
        const all = await Promise.all(
          api.collections.map(({ id }) => api.features(id, `&bbox=${box}`).then(idsOf)),
        );
        return all.flat().filter((id) => id in ISLANDS);
      };
      expect(await found("-3.231,55.9395,-3.229,55.9405")).toEqual(["atoll"]);
      expect(await found("-3.2355,55.9375,-3.2325,55.9425")).toEqual([]);
      expect(await found("-3.206,55.9535,-3.204,55.955")).toEqual(["quays"]);
    }),
  );
});

describe("a night by the clock", () => {
  dbTest("has its days in the time zone of the package, and its texts as they were written", () =>
    asked(CLOCK_ID, writeClockPackage, async ({ features }) => {
      const events = await features("events");
      for (const { day, edtf, id } of CLOCK_EVENTS)
        expect(events.find((event) => event.id === id)?.properties, id).toMatchObject({
          edtf,
          start_earliest: day,
          end_latest: day,
        });
    }),
  );
});
