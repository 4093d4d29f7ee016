// The abstract tests of OGC API – Features Part 2 (18-058r1), one test each, named by its id. GDAL transforms back.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { judgeTest, runPython } from "#tests/support/programs/foreign-client.ts";
import {
  allFeaturesOf,
  ask,
  type Collection,
  collectionsOfTheApi,
  type Feature,
  GEOJSON,
  idsOf,
  itemsOf,
  positionsOf,
  ROOT,
} from "./ogc-request.ts";

const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const UNSUPPORTED = "http://www.opengis.net/def/crs/0/unsupported";

const collections = (await collectionsOfTheApi()).filter(({ extent }) => extent?.spatial);
const perCollection = it.for(collections.map((collection) => [collection.id, collection] as const));
const pairs = collections.flatMap((collection) =>
  collection.crs.map((crs) => [collection.id, crs, collection] as const),
);
const perCrs = it.for(pairs);
const judged = judgeTest("gdal").for(pairs);

const featureUrl = ({ id }: Collection, feature: Feature) =>
  `${ROOT}/collections/${id}/items/${encodeURIComponent(feature.id)}`;

type Position = readonly [number, number];

/** Where positions lie in another CRS, all in the order of axes that their authority gives. */
async function transformed(positions: readonly Position[], from: string, to: string) {
  const file = path.join(temporaryFolder("positions"), "positions.json");
  writeFileSync(file, JSON.stringify(positions));
  const [answer] = await runPython<Position[]>("transform-positions.py", from, to, file);
  return answer ?? [];
}

describe("A.1: discovery", () => {
  perCollection("/conf/crs/crs-uri: %s", ([, { crs }]) => {
    expect(crs.length).toBeGreaterThan(1);
    expect(new Set(crs).size).toBe(crs.length);
    for (const uri of crs)
      expect(uri).toMatch(/^http:\/\/www\.opengis\.net\/def\/crs\/[^/]+\/[^/]+\/[^/]+$/);
  });

  perCollection("/conf/crs/default-crs: %s", ([, { crs }]) => expect(crs[0]).toBe(CRS84));

  perCollection("/conf/crs/storageCrs: %s", ([, { crs, storageCrs }]) =>
    expect(crs).toContain(storageCrs),
  );
});

describe("A.2.1: the parameter crs", () => {
  perCrs("/conf/crs/crs-parameter: items and item of %s in %s", async ([, crs, collection]) => {
    const page = await itemsOf(collection, { crs, limit: 1 });
    expect(page.status).toBe(200);
    expect(page.headers.get("Content-Crs")).toBe(`<${crs}>`);
    const [first] = page.body.features;
    const single = await ask<Feature>(featureUrl(collection, first as Feature), GEOJSON, { crs });
    expect(single.headers.get("Content-Crs")).toBe(`<${crs}>`);
    expect(single.body.geometry).toEqual(first?.geometry);
  });

  perCollection("/conf/crs/crs-parameter-default: %s", async ([, collection]) => {
    const page = await itemsOf(collection);
    expect(page.headers.get("Content-Crs")).toBe(`<${CRS84}>`);
    const address = featureUrl(collection, page.body.features[0] as Feature);
    expect((await ask(address, GEOJSON)).headers.get("Content-Crs")).toBe(`<${CRS84}>`);
  });

  perCollection("/conf/crs/crs-parameter-invalid: %s", async ([, collection]) => {
    const page = await itemsOf(collection, { crs: UNSUPPORTED });
    expect(page.status).toBe(400);
    const [first] = await allFeaturesOf(collection);
    const address = featureUrl(collection, first as Feature);
    expect((await ask(address, GEOJSON, { crs: UNSUPPORTED })).status).toBe(400);
  });

  judged("/conf/crs/crs-parameter-transform: %s from %s", async ([, crs, collection]) => {
    const [plain, asked] = [
      await allFeaturesOf(collection),
      await allFeaturesOf(collection, { crs }),
    ];
    expect(asked.map(({ id }) => id)).toEqual(plain.map(({ id }) => id));
    const positions = (some: readonly Feature[]) =>
      some.flatMap(({ geometry, properties }) =>
        positionsOf(geometry).map((position) => ({ position, precision: properties.precision_m })),
      );
    const wanted = positions(plain);
    const back = await transformed(
      positions(asked).map(({ position }) => position),
      crs,
      CRS84,
    );
    expect(back.length).toBe(wanted.length);
    for (const [index, [x, y]] of back.entries()) {
      // Each is rounded to what its precision bears, in its own grid; rings may begin elsewhere.
      const near = wanted.filter(({ precision }) => precision === wanted[index]?.precision);
      const away = near.map(({ position: [lon, lat] }) =>
        Math.hypot((x - lon) * Math.cos((lat * Math.PI) / 180), y - lat),
      );
      const metres = Math.min(...away) * 111_320;
      expect(metres, `${index}`).toBeLessThanOrEqual(
        Math.max(Number(wanted[index]?.precision), 0.1),
      );
    }
  });
});

describe("A.2.2: the parameter bbox-crs", () => {
  judged("/conf/crs/bbox-crs-parameter: %s in %s", async ([, crs, collection]) => {
    const [west = 0, south = 0, east = 0, north = 0] = [1.84, 50.94, 1.88, 50.97];
    const corners: Position[] = [
      [west, south],
      [east, south],
      [west, north],
      [east, north],
    ];
    const moved = await transformed(corners, CRS84, crs);
    const [xs, ys] = [moved.map(([x]) => x), moved.map(([, y]) => y)];
    const bbox = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].join(",");
    const inCrs = await allFeaturesOf(collection, { bbox, "bbox-crs": crs });
    const plain = await allFeaturesOf(collection, { bbox: [west, south, east, north].join(",") });
    // A box is turned a little in a projection; what lies at its rim may differ.
    const inner = await allFeaturesOf(collection, { bbox: "1.842,50.942,1.878,50.968" });
    expect(idsOf(inCrs)).toEqual(expect.arrayContaining(idsOf(inner)));
    const outer = await allFeaturesOf(collection, { bbox: "1.838,50.938,1.882,50.972" });
    expect(idsOf(outer)).toEqual(expect.arrayContaining(idsOf(inCrs)));
    expect(plain.length).toBeGreaterThan(0);
  });

  perCollection("/conf/crs/bbox-crs-parameter-default: %s", async ([, collection]) => {
    const bbox = "1.84,50.94,1.88,50.97";
    const named = await allFeaturesOf(collection, { bbox, "bbox-crs": CRS84 });
    expect(idsOf(named)).toEqual(idsOf(await allFeaturesOf(collection, { bbox })));
  });

  perCollection("/conf/crs/bbox-crs-parameter-invalid: %s", async ([, collection]) => {
    const answer = await itemsOf(collection, { bbox: "5,49,6,50", "bbox-crs": UNSUPPORTED });
    expect(answer.status).toBe(400);
  });
});
