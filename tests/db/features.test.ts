import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import type { Feature, FeatureCollection, Geometry, LineString, Point } from "geojson";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { findDataset } from "#db/queries/dataset/dataset.ts";
import type { From } from "#db/queries/features/feature-order.ts";
import {
  findBytePage,
  findFeature,
  findPage,
  type PageQuestion,
} from "#db/queries/features/features.ts";
import { placePhases } from "#db/schema/index.ts";
import { CRS84 } from "#model/space/crs.ts";
import { geodesicDistance } from "#model/space/geometry.ts";
import { type Day, printDay } from "#model/time/day.ts";
import { CALAIS_ID, dbTest, rolledBack, testDatabase } from "#tests/support/databases/database.ts";
import {
  COLLECTION_IDS,
  COLLECTIONS,
  type CollectionId,
} from "#tests/support/packages/calais-collections.ts";
import { isCertainOn, rowsOf, sitesOn } from "#tests/support/packages/calais-facts.ts";
import { onDay } from "#tests/support/records/records.ts";

const ALL = rowsOf("events").length;

type Asked = Partial<Omit<PageQuestion, "collection">>;

async function ask(db: Db, id: CollectionId, asked: Asked = {}) {
  const question = {
    datasetId: CALAIS_ID,
    collection: COLLECTIONS[id],
    certainty: "possible",
    limit: 1000,
    ...asked,
  } as const;
  const { rows, numberMatched } = await findPage(db, question);
  const features = rows.map(({ feature }) => JSON.parse(feature) as Feature<Point>);
  return { features, numberMatched };
}

const idsOf = (features: readonly Feature[]) => features.map((feature) => String(feature.id));

describe("features", () => {
  dbTest.for(COLLECTION_IDS)("of %s carry exactly the properties of its descriptor", async (id) => {
    const { features } = await ask(await testDatabase(), id, { limit: 3 });
    expect(features.length).toBeGreaterThan(0);
    const names = COLLECTIONS[id].properties.map(({ name }) => name);
    for (const feature of features) expect(Object.keys(feature.properties ?? {})).toEqual(names);
  });

  dbTest(
    "that are lines run the way that the package draws them: a fence has its side",
    async () => {
      const drawn = JSON.parse(
        readFileSync("geodata/calais/shapes.geojson", "utf8"),
      ) as FeatureCollection;
      const { features } = await ask(await testDatabase(), "routes", { geometryAs: "wkb" });
      const dataset = await findDataset(await testDatabase(), { datasetId: CALAIS_ID });
      const lines = drawn.features.filter(({ geometry }) => geometry.type === "LineString");
      expect(lines.length).toBeGreaterThan(4);
      for (const { id, geometry, properties } of lines) {
        const name = id ?? properties?.id;
        const served = features.find((feature) => feature.id === name)?.geometry as Geometry;
        const shown = dataset?.placePhases.find((phase) => phase.id === name)?.geometry;
        for (const line of [served, shown]) {
          expect(line?.type).toBe("LineString");
          const [[lon = 0, lat = 0] = []] = (line as LineString).coordinates;
          const [[fromLon = 0, fromLat = 0] = []] = (geometry as LineString).coordinates;
          expect(Math.hypot(lon - fromLon, lat - fromLat), String(name)).toBeLessThan(0.001);
        }
      }
    },
  );

  dbTest("come ordered by id, and no more than asked, with the number of all", async () => {
    const { features, numberMatched } = await ask(await testDatabase(), "events", { limit: 5 });
    expect(idsOf(features)).toEqual([...idsOf(features)].sort());
    expect(features).toHaveLength(5);
    expect(numberMatched).toBe(ALL);
  });

  dbTest(
    "have the number of all on every page, forth and back, as texts and as bytes",
    async () => {
      const db = await testDatabase();
      const asked = {
        datasetId: CALAIS_ID,
        collection: COLLECTIONS.events,
        certainty: "possible",
      } as const;
      for (const limit of [50, ALL, ALL + 1]) {
        let from: From | undefined;
        let shown = 0;
        for (;;) {
          const question = { ...asked, limit, from };
          const [page, bytes] = await Promise.all([
            findPage(db, question),
            findBytePage(db, question),
          ]);
          const { rows, ...about } = page;
          expect(about).toMatchObject({ numberMatched: ALL, numberReturned: rows.length });
          const { features, ...same } = bytes;
          expect(same).toEqual(about);
          expect(features.map((feature) => Buffer.from(feature).toString())).toEqual(
            rows.map(({ feature }) => feature),
          );
          shown += rows.length;
          if (page.prev) {
            const back = {
              ...asked,
              limit,
              from: { position: page.prev, direction: "prev" },
            } as const;
            expect((await findPage(db, back)).numberMatched).toBe(ALL);
          }
          if (!page.next) break;
          from = { position: page.next, direction: "next" };
        }
        expect(shown).toBe(ALL);
      }
      const beyond = { position: { values: [], id: "zzz" }, direction: "next" } as const;
      expect(await findPage(db, { ...asked, limit: 5, from: beyond })).toMatchObject({
        rows: [],
        numberMatched: ALL,
      });
    },
  );

  dbTest("of a window are those that may have been there, or certainly were", async () => {
    const db = await testDatabase();
    const window = onDay("2014-05-27");
    const possible = idsOf((await ask(db, "camps", { window })).features);
    const certain = idsOf((await ask(db, "camps", { window, certainty: "certain" })).features);
    const sites = sitesOn("2014-05-27");
    const sure = sites.filter((site) => isCertainOn(site, "2014-05-27"));
    expect(sure.length).toBeLessThan(sites.length);
    expect(possible).toEqual(expect.arrayContaining(sites.map(({ id }) => id)));
    const isSite = (id: string) => sites.some((site) => site.id === id);
    expect(certain.filter(isSite).sort()).toEqual(sure.map(({ id }) => id).sort());
    expect(certain.every((id) => possible.includes(id))).toBe(true);
  });

  dbTest("of a box meet it; those without a geometry are in none", async () => {
    const db = await testDatabase();
    const lande = { west: 1.9, south: 50.96, east: 1.92, north: 50.98 };
    expect(
      idsOf((await ask(db, "camps", { bbox: { box: lande, crs: CRS84 } })).features),
    ).toContain("la-lande");
    expect(
      idsOf((await ask(db, "camps", { bbox: { box: lande, crs: CRS84 } })).features),
    ).not.toContain("camp-lamy");
    expect((await ask(db, "sources", { bbox: { box: lande, crs: CRS84 } })).numberMatched).toBe(0);
  });

  dbTest("of a box across the antimeridian are not those between its sides", async () => {
    const db = await testDatabase();
    const bbox = { west: 177, south: -90, east: -177, north: 90 };
    expect((await ask(db, "places", { bbox: { box: bbox, crs: CRS84 } })).numberMatched).toBe(0);
    const around = { ...bbox, west: 1.7, east: 1.6 };
    expect(
      (await ask(db, "camps", { bbox: { box: around, crs: CRS84 } })).numberMatched,
    ).toBeGreaterThan(20);
  });

  dbTest("without a time answer every window", async () => {
    const { numberMatched } = await ask(await testDatabase(), "sources", {
      window: onDay("1900-01-01"),
    });
    expect(numberMatched).toBe(rowsOf("sources").length);
  });

  dbTest("have no more decimals than their precision bears", async () => {
    const { features } = await ask(await testDatabase(), "places");
    for (const { id, geometry, properties } of features) {
      const decimals = String(geometry.coordinates[0]).split(".")[1]?.length ?? 0;
      if ((properties?.precision_m ?? 0) >= 1000)
        expect(decimals, String(id)).toBeLessThanOrEqual(4);
    }
  });

  dbTest("are found one by one, and not found when they are not there", async () => {
    const db = await testDatabase();
    const where = { datasetId: CALAIS_ID, collection: COLLECTIONS.events };
    expect(
      JSON.parse((await findFeature(db, { ...where, id: "blockade-5sep16" }))?.feature ?? ""),
    ).toMatchObject({
      id: "blockade-5sep16",
      geometry: { type: "Point", coordinates: [1.8084, 50.939] },
    });
    expect(await findFeature(db, { ...where, id: "nothing" })).toBeUndefined();
    const town = { datasetId: CALAIS_ID, collection: COLLECTIONS.camps, id: "town-hall" };
    expect(await findFeature(db, town)).toBeUndefined();
  });
});

describe("disclosure", () => {
  const TRUE_POINT = [1.8576, 50.9618];

  const disclosed = (level: "100m" | "1km" | "hidden", check: (db: Db) => Promise<void>) =>
    rolledBack(async (db) => {
      await db
        .update(placePhases)
        .set({ disclosure: level })
        .where(eq(placePhases.id, "camp-lamy"));
      await check(db);
    });
  const lamyOf = async (db: Db) =>
    (await ask(db, "camps")).features.find((feature) => feature.id === "camp-lamy");

  dbTest.for([
    ["100m", 80],
    ["1km", 800],
  ] as const)(
    "of %s gives the centre of a grid cell and a radius that holds the true point",
    ([level, diagonal]) =>
      disclosed(level, async (db) => {
        const lamy = await lamyOf(db);
        const moved = geodesicDistance(lamy?.geometry.coordinates ?? [], TRUE_POINT);
        expect(lamy?.geometry.coordinates).not.toEqual(TRUE_POINT);
        expect(moved).toBeLessThanOrEqual(diagonal);
        expect(lamy?.properties).toMatchObject({ generalised: true, position_note: null });
        expect(lamy?.properties?.precision_m).toBeGreaterThanOrEqual(250 + moved);
      }),
  );

  dbTest("of 1km measures distances from the public point, not from the true one", () =>
    disclosed("1km", async (db) => {
      const lamy = await lamyOf(db);
      const reference = [1.85444, 50.9525];
      const fromPublic = geodesicDistance(lamy?.geometry.coordinates ?? [], reference);
      // The public point is printed with the decimals that its radius bears, hence the margin.
      expect(Math.abs((lamy?.properties?.distance_m ?? 0) - fromPublic)).toBeLessThan(30);
      const truth = geodesicDistance(TRUE_POINT, reference);
      expect(Math.abs((lamy?.properties?.distance_m ?? 0) - truth)).toBeGreaterThan(30);
    }),
  );

  dbTest("is the same for the same place each time it is asked", () =>
    disclosed("100m", async (db) => {
      expect(await lamyOf(db)).toEqual(await lamyOf(db));
    }),
  );

  dbTest("of hidden gives no position, and is in no box", () =>
    disclosed("hidden", async (db) => {
      const lamy = await lamyOf(db);
      expect(lamy?.geometry).toBeNull();
      expect(lamy?.properties).toMatchObject({
        distance_m: null,
        further_distance_m: null,
        side: null,
        precision_m: null,
      });
      const bbox = { west: 1.85, south: 50.96, east: 1.86, north: 50.965 };
      expect(
        idsOf((await ask(db, "camps", { bbox: { box: bbox, crs: CRS84 } })).features),
      ).not.toContain("camp-lamy");
    }),
  );

  dbTest("of hidden leaves the dates to the page's document, as to the API", () =>
    disclosed("hidden", async (db) => {
      const { hiddenPhases, placePhases } = (await findDataset(db, { datasetId: CALAIS_ID })) ?? {};
      expect(placePhases?.filter(({ placeId }) => placeId === "camp-lamy")).toEqual([]);
      const [phase] = hiddenPhases ?? [];
      const { start_earliest, end_latest } = (await lamyOf(db))?.properties ?? {};
      expect(hiddenPhases).toHaveLength(1);
      expect(phase).toMatchObject({ placeId: "camp-lamy" });
      expect(phase).not.toHaveProperty("geometry");
      expect(printDay(phase?.span.startEarliest as Day)).toBe(start_earliest);
      expect(printDay(phase?.span.endLatest as Day)).toBe(end_latest);
    }),
  );
});
