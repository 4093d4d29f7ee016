// A file that nobody has described, as a dataset that is served.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { openDefaultDataset } from "#server/default-dataset.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";

const ROWS = [
  ["Name", "When", "Latitude", "Longitude", "Category", "Strength (kN)"],
  ["Premier", "1999-03-01 23:30", "45.125", "5.25", "Pont fermé", "12.5"],
  ["Second", "1999-03-02", "45.1", "5.3", "March", ""],
];

describe("a loose file", () => {
  dbTest("is served with its times, categories and columns, and again as a package", () =>
    rolledBack(async (db) => {
      const file = path.join(temporaryFolder("loose"), "ponts.csv");
      writeFileSync(file, ROWS.map((row) => row.join(";")).join("\r\n"));
      const loose = { "time-zone": "Europe/Paris", lang: "fr" };
      const first = await importPackage(db, file, { loose });
      expect(first).toMatchObject({ status: "loaded", datasetId: "ponts", rows: 2 });
      expect(await importPackage(db, file, { loose })).toMatchObject({ status: "unchanged" });
      const { app } = await testApp({ db, datasetId: "ponts" });
      const get = async (address: string) => (await app.request(address)).json();
      const { features } = await get("/api/collections/events/items?sortby=id");
      expect(features).toMatchObject([
        {
          id: "1999-03-01-23-30-premier",
          geometry: { coordinates: [5.25, 45.125] },
          properties: {
            title_fr: "Premier",
            start_time: "1999-03-01T23:30:00+01:00",
            category: "pont-ferme",
            // Half of the second decimal of the less exact number: 0.005° of 111.32 km.
            precision_m: 557,
            position_basis: "unstated",
            certainty: "unstated",
            Strength_kN: 12.5,
          },
        },
        { id: "1999-03-02-second", properties: { Strength_kN: null, category: "march" } },
      ]);
      // Nobody has described it.
      expect((await get("/api")).description).toBe("");
      const descriptor = await get("/api/download/datapackage.json");
      expect(descriptor).toMatchObject({ name: "ponts", rocade: { languages: ["fr"] } });
      // The page shows everything at first, and so does a picture of it.
      expect(descriptor.rocade).toMatchObject({ openingMode: "cumulative" });
      const picture = await (await app.request("/snapshot.svg?lang=en")).text();
      expect(picture).toContain("mode=cumulative");
      const [events] = descriptor.resources;
      expect(Object.keys(events)).not.toContain("columns");
    }),
  );

  dbTest("can be what is served by default, and is left alone once it is stored", () =>
    rolledBack(async (db) => {
      const file = path.join(temporaryFolder("loose"), "ponts.csv");
      writeFileSync(file, ROWS.map((row) => row.join(";")).join("\n"));
      const told: string[] = [];
      const seeding = {
        folder: file,
        replaces: false,
        onProgress: (line: string) => told.push(line),
      };
      const database = { db, flush: async () => {} };
      expect(await openDefaultDataset(database, undefined, seeding)).toBe("ponts");
      expect(await openDefaultDataset(database, "ponts", seeding)).toBe("ponts");
      expect(told.join("\n")).toMatch(
        /loaded ponts 1 .*: 2 rows[\s\S]*ponts 1 is stored and is served/,
      );
    }),
  );
});
