// The published package: a ZIP that anybody can import again, with nothing in it that is not published.

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Profile } from "datapackage";
import { unzipSync } from "fflate";
import type { Feature, Geometry } from "geojson";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { importPackage } from "#import/load/import-package.ts";
import { dbTest, rolledBack, testDatabase } from "#tests/support/databases/database.ts";
import { COLLECTION_IDS } from "#tests/support/packages/calais-collections.ts";
import { changedPackage, relabel, temporaryFolder } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";

async function unzipped(db: Db): Promise<{ folder: string; texts: string }> {
  const { app } = await testApp({ db });
  const answer = await app.request("/api/download/package.zip");
  expect(answer.headers.get("Content-Type")).toBe("application/zip");
  expect(answer.headers.get("Content-Disposition")).toMatch(/calais-2013-2016-[\d.]+\.zip/);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const folder = temporaryFolder("published");
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes);
  const texts = Object.values(files).map((bytes) => Buffer.from(bytes).toString());
  return { folder, texts: texts.join("\n") };
}

async function everything(db: Db): Promise<Record<string, Feature[]>> {
  const { app } = await testApp({ db });
  const found: Record<string, Feature[]> = {};
  for (const id of COLLECTION_IDS) {
    const answer = await app.request(`/api/download/${id}.geojson`);
    found[id] = (await answer.json()).features;
  }
  const { placePhases, contradictions, deaths, story, phases, actors } = await (
    await app.request("/api/dataset")
  ).json();
  return { ...found, placePhases, contradictions, deaths, story, phases, actors };
}

/** West, south, east and north of shapes none of which is near the antimeridian. */
function corners(shapes: readonly (Geometry | null)[]): number[] {
  const numbers = shapes.flatMap((shape) =>
    shape && "coordinates" in shape ? (shape.coordinates.flat(9) as number[]) : [],
  );
  const [lon, lat] = [0, 1].map((odd) =>
    numbers.filter((_, index) => index % 2 === odd).sort((a, b) => a - b),
  );
  return [lon?.[0], lat?.[0], lon?.at(-1), lat?.at(-1)].map(Number);
}

/** All of a record that another import of what is published cannot change: that it is coarse is told by its radius then. */
const shown = ({ id, geometry, properties }: Feature) => ({
  id,
  geometry,
  properties: properties && { ...properties, generalised: undefined, position_note: undefined },
});

describe("the package as a ZIP", () => {
  dbTest("is imported again without a problem, and holds the same", async () => {
    const { folder } = await unzipped(await testDatabase());
    expect((await inspectPackage(filesOnDisk(folder))).problems).toEqual([]);
    relabel(folder, "9.1");
    const before = await everything(await testDatabase());
    await rolledBack(async (db) => {
      expect((await importPackage(db, folder)).status).toBe("loaded");
      const after = await everything(db);
      for (const [name, records] of Object.entries(before))
        expect(after[name], name).toEqual(records);
    });
  });

  dbTest(
    "tells nothing of what is hidden or coarse, and can be imported all the same",
    async () => {
      const coarse = changedPackage("places.csv", (text) => {
        const [head = "", ...lines] = text.split("\n");
        const columns = head.split(",").length;
        const levels: Record<string, string> = { "la-lande": "hidden", "camp-lamy": "1km" };
        return [
          `${head},disclosure`,
          ...lines.map((line) => {
            if (line === "") return line;
            expect(columns).toBeGreaterThan(5);
            return `${line},${levels[line.split(",")[0] ?? ""] ?? ""}`;
          }),
        ].join("\n");
      });
      const [, lon = "", lat = ""] =
        /^la-lande,.*?,(1\.\d+),(50\.\d+),/m.exec((await unzipped(await testDatabase())).texts) ??
        [];
      expect(lon).not.toBe("");
      await rolledBack(async (db) => {
        expect((await importPackage(db, coarse)).status).toBe("loaded");
        const { folder, texts } = await unzipped(db);
        expect(texts).not.toContain(`${lon},${lat}`);
        expect((await inspectPackage(filesOnDisk(folder))).problems).toEqual([]);
        // What is hidden is in it without its position, with all that refers to it.
        expect(texts).toMatch(/^la-lande,.*,,,,,,hidden,/m);
        const before = await everything(db);
        relabel(folder, "9.1");
        expect((await importPackage(db, folder)).status).toBe("loaded");
        const after = await everything(db);
        for (const id of ["places", "events", "movements", "counts", "story", "deaths"])
          expect(after[id]?.map(shown), id).toEqual(before[id]?.map(shown));
      });
    },
  );

  dbTest("says where and when all that it holds is", async () => {
    const { app } = await testApp();
    const { spatial, temporal } = await (
      await app.request("/api/download/datapackage.json")
    ).json();
    const features = Object.values(await everything(await testDatabase()))
      .flat()
      .filter(({ type }) => type === "Feature");
    expect(corners([spatial])).toEqual(corners(features.map(({ geometry }) => geometry)));
    // Landmarks were there before and after all that is told: no bound holds for all.
    expect(features.some(({ properties }) => properties?.start_earliest === null)).toBe(true);
    expect(temporal).toBeUndefined();
  });

  dbTest("is described by a document that fits the profile of Data Package 1", async () => {
    const { app } = await testApp();
    const descriptor = await (await app.request("/api/download/datapackage.json")).json();
    const profile = await Profile.load("data-package");
    expect(profile.validate(descriptor)).toMatchObject({ valid: true, errors: [] });
    expect(descriptor.resources.map(({ name }: { name: string }) => name)).toContain("events");
    // The published profile of version 2 knows these types and no list, and wants one foreign key where there are any.
    const types = ["string", "number", "integer", "date", "boolean"];
    for (const { name, schema } of descriptor.resources) {
      for (const field of schema.fields)
        expect(types, `${name}.${field.name}`).toContain(field.type);
      expect(schema.foreignKeys, name).not.toEqual([]);
    }
    const { app: again } = await testApp();
    const { links } = await (await again.request("/api")).json();
    const hrefs = links.map(({ href }: { href: string }) => new URL(href).pathname);
    expect(hrefs).toContain("/api/download/package.zip");
    expect(hrefs).toContain("/api/download/datapackage.json");
  });
});
