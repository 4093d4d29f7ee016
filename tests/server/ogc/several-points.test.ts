// A record that is at several points is one record, at all of them, in every format, tile, measure and filter.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import type { Feature } from "geojson";
import { describe, expect } from "vitest";
import { findDataset } from "#db/queries/dataset/dataset.ts";
import { findMeta } from "#db/queries/dataset/meta.ts";
import { findSites } from "#db/queries/dataset/sites.ts";
import { findTileCells } from "#db/queries/tiles/tile-cells.ts";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { importPackage } from "#import/load/import-package.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import { EventColumnsReader } from "#model/collection/event-columns.ts";
import { positionsOf } from "#model/space/geometry.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { writeChangedHarbour } from "#tests/support/packages/changed-harbour.ts";
import {
  SEVERAL_ID,
  SEVERAL_POINTS,
  writeSeveralPointsPackage,
} from "#tests/support/packages/edge-packages.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { decodeTile } from "#tests/support/pictures/tiles.ts";
import { sitesOf } from "#web/view/scene/sites.ts";

type Get = (address: string) => Promise<Response>;

const asked = (work: (get: Get, db: Parameters<typeof findDataset>[0]) => Promise<void>) =>
  rolledBack(async (db) => {
    const folder = temporaryFolder("several");
    writeSeveralPointsPackage(folder);
    const outcome = await importPackage(db, folder);
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ status: "loaded" });
    await work(serviceOf(db), db);
  });

/** Asks a service that was just started. */
function serviceOf(db: Parameters<typeof findDataset>[0]): Get {
  const app = createApp({
    served: { db, datasetId: SEVERAL_ID },
    drawPicture: renderPicture,
    log: createLog("error", () => {}),
    webRoot: undefined,
  });
  return async (address) => {
    const answer = await app.request(address);
    expect(answer.status, `${address}: ${await answer.clone().text()}`).toBeLessThan(300);
    return answer;
  };
}

/** Imports the package in the folder under another label. */
function importedAs(db: Parameters<typeof importPackage>[0], folder: string, version: string) {
  const descriptor = path.join(folder, "datapackage.json");
  const declared = JSON.parse(readFileSync(descriptor, "utf8"));
  writeFileSync(descriptor, JSON.stringify({ ...declared, version }));
  return importPackage(db, folder);
}

const featuresAt = async (get: Get, address: string): Promise<readonly Feature[]> =>
  (await (await get(address)).json()).features;
const ITEMS = "/api/collections/events/items";
const COLUMNS = "/api/collections/events/columns";

describe("a record at several points", () => {
  dbTest("is one feature with all of them", () =>
    asked(async (get) => {
      for (const [collection, id] of [
        ["events", "three-fires"],
        ["places", "two-yards"],
      ] as const) {
        const item = await get(`/api/collections/${collection}/items/${id}?f=json`);
        expect((await item.json()).geometry).toEqual({
          type: "MultiPoint",
          coordinates: SEVERAL_POINTS[id],
        });
        const all = await featuresAt(get, `/api/collections/${collection}/items?f=json`);
        expect(all.filter((feature) => feature.id === id)).toHaveLength(1);
      }
    }),
  );

  dbTest("shows of a coarse one the middle of each cell, once", () =>
    asked(async (get) => {
      // Of a hundredth of a degree, worked out by hand, from west to east.
      const middles = {
        "coarse-yards": [
          [-3.195, 55.945],
          [-3.115, 55.955],
        ],
        "coarse-fires": [
          [-3.215, 55.955],
          [-3.185, 55.955],
          [-3.155, 55.945],
        ],
      };
      for (const [id, coordinates] of Object.entries(middles)) {
        const collection = id === "coarse-yards" ? "places" : "events";
        const item = await get(`/api/collections/${collection}/items/${id}?f=json`);
        expect((await item.json()).geometry, id).toEqual({ type: "MultiPoint", coordinates });
      }
    }),
  );

  dbTest("is found by a box around any of its points, and by none beside them", () =>
    asked(async (get) => {
      for (const [lon = 0, lat = 0] of SEVERAL_POINTS["three-fires"] ?? []) {
        const box = [lon - 0.001, lat - 0.001, lon + 0.001, lat + 0.001].join();
        const found = await featuresAt(get, `${ITEMS}?f=json&bbox=${box}`);
        expect(found.map(({ id }) => id)).toContain("three-fires");
      }
      const beside = await featuresAt(get, `${ITEMS}?f=json&bbox=-3.17,55.945,-3.16,55.948`);
      expect(beside.map(({ id }) => id)).not.toContain("three-fires");
    }),
  );

  dbTest("has its points in tiles and in each format", () =>
    asked(async (get) => {
      const tile = await get("/api/collections/events/tiles/WebMercatorQuad/6/19/31");
      const drawn = decodeTile(new Uint8Array(await tile.arrayBuffer()), "events");
      const fires = drawn.filter(({ id }) => id === "three-fires");
      expect(fires.map(({ points }) => points.length)).toEqual([3]);
      const csv = await (await get(`${ITEMS}?f=csv`)).text();
      expect(csv.split("\n").find((row) => row.startsWith("three-fires"))).toMatch(
        /MULTIPOINT ?\(\(?-3.21 55.95\)?, ?\(?-3.18 55.951\)?/,
      );
      const kml = await (await get(`${ITEMS}?f=kml`)).text();
      const [mark = ""] = /<Placemark id="three-fires">.*?<\/Placemark>/s.exec(kml) ?? [];
      expect(mark.match(/<Point>/g)).toHaveLength(3);
      for (const format of ["fgb", "gpkg", "jsonfg"]) await get(`${ITEMS}?f=${format}`);
      const columns = await get(COLUMNS);
      const reader = new EventColumnsReader();
      const blocks = reader.read(new Uint8Array(await columns.arrayBuffer()));
      expect(blocks.reduce((sum, { x }) => sum + x.length, 0)).toBe(reader.head?.placed);
    }),
  );

  dbTest("counts as many times in the cells of a thinned tile as it has points", () =>
    asked(async (get, db) => {
      const meta = await findMeta(db, { datasetId: SEVERAL_ID });
      if (!meta) throw new Error("there is no such dataset");
      const { events: collection } = collectionsOf(meta);
      const whole = { x: 0, y: 0, z: 0, certainty: "possible" } as const;
      const cells = await findTileCells(db, { datasetId: SEVERAL_ID, collection, ...whole });
      const all = await featuresAt(get, `${ITEMS}?f=json&limit=1000`);
      const points = all.flatMap(({ geometry }) => (geometry ? positionsOf(geometry) : []));
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(points.length);
      expect(points.length).toBeGreaterThan(all.filter(({ geometry }) => geometry).length);
    }),
  );

  dbTest("is said of the versions that have such records, and of no others", () =>
    asked(async (_get, db) => {
      const typeOf = async () => {
        const schema = await (await serviceOf(db)("/api/collections/events/schema")).json();
        return schema.properties.geometry.format;
      };
      expect((await findMeta(db, { datasetId: SEVERAL_ID }))?.severalPoints).toEqual([
        "events",
        "places",
      ]);
      expect(await typeOf()).toBe("geometry-point-or-multipoint");
      const folder = temporaryFolder("one-each");
      writeChangedHarbour(folder, { name: SEVERAL_ID, frame: {} });
      expect(await importedAs(db, folder, "0.2")).toMatchObject({ status: "loaded" });
      expect((await findMeta(db, { datasetId: SEVERAL_ID }))?.severalPoints).toEqual([]);
      expect(await typeOf()).toBe("geometry-point");
      writeSeveralPointsPackage(folder);
      expect(await importedAs(db, folder, "0.3")).toMatchObject({ status: "loaded" });
      expect((await findMeta(db, { datasetId: SEVERAL_ID }))?.severalPoints).toEqual([
        "events",
        "places",
      ]);
      const item = await serviceOf(db)("/api/collections/events/items/three-fires?f=json");
      expect((await item.json()).geometry.type).toBe("MultiPoint");
    }),
  );

  dbTest("goes out as a package that comes in again", () =>
    asked(async (get) => {
      const zip = await get("/api/download/package.zip");
      const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
      const folder = temporaryFolder("several-again");
      for (const [name, bytes] of Object.entries(files))
        writeFileSync(path.join(folder, path.basename(name)), bytes);
      const { dataPackage, problems } = await inspectPackage(filesOnDisk(folder));
      expect(problems).toEqual([]);
      const yards = dataPackage?.tables.places.find(({ values }) => values.id === "two-yards");
      expect(yards?.values.lon).toEqual([-3.19, -3.11]);
      const { resources } = await (await get("/api/download/datapackage.json")).json();
      const fieldOf = (table: string) =>
        resources
          .find(({ name }: { name: string }) => name === table)
          .schema.fields.find(({ name }: { name: string }) => name === "lon");
      expect(fieldOf("events")).toMatchObject({ type: "string", delimiter: ";" });
    }),
  );

  dbTest("is measured from the nearest of them, by the page as by the database", () =>
    asked(async (_get, db) => {
      const dataset = await findDataset(db, { datasetId: SEVERAL_ID });
      if (!dataset) throw new Error("there is no such dataset");
      const byPage = [...sitesOf(dataset)].sort((a, b) => (a.id < b.id ? -1 : 1));
      const byDatabase = await findSites(db, { datasetId: SEVERAL_ID });
      expect(byPage.map(({ id, side }) => [id, side])).toEqual(
        byDatabase.map(({ id, side }) => [id, side]),
      );
      for (const [index, { distanceM }] of byPage.entries())
        expect(Math.abs((distanceM ?? 0) - (byDatabase[index]?.distanceM ?? 0))).toBeLessThan(3);
      const yards = byDatabase.find(({ id }) => id === "two-yards");
      expect(yards?.side).toBe("edge");
      expect(yards?.distanceM).toBeLessThan(1000);
    }),
  );

  dbTest("is drawn at each, as one record", () =>
    asked(async (get) => {
      const svg = await (
        await get("/snapshot.svg?lang=en&width=1200&height=900&date=1891-03-04")
      ).text();
      expect(svg).toContain("<svg");
      const dataset = await (await get("/api/dataset")).json();
      expect(
        positionsOf(dataset.events.find(({ id }: Feature) => id === "three-fires").point),
      ).toEqual(SEVERAL_POINTS["three-fires"]);
    }),
  );
});
