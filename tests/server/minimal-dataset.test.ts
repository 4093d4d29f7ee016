import { describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { minimalPackage } from "#tests/support/packages/minimal-package.ts";
import { testApp } from "#tests/support/product/app.ts";

const served = async (db: Parameters<typeof importPackage>[0], block?: object) => {
  expect((await importPackage(db, minimalPackage(block))).status).toBe("loaded");
  const { app } = await testApp({ db, datasetId: "bells" });
  return async (address: string) => {
    const response = await app.request(address);
    expect(response.status, address).toBe(200);
    return response;
  };
};

describe("a dataset of one file", () => {
  dbTest("has its events with the ids, precision and language that follow from it", () =>
    rolledBack(async (transaction) => {
      const get = await served(transaction);
      const { features } = await (await get("/api/collections/events/items?sortby=id")).json();
      expect(features.map(({ id }: { id: string }) => id)).toEqual([
        "1871-03-18-first-bell",
        "1871-03-20-second-bell",
        "1871-03-20-second-bell-2",
        // Letters that ids do not have are told by a digest of the title.
        expect.stringMatching(/^1871-03-[0-9a-f]{8}$/),
      ]);
      const { properties } = features[0];
      // Latitude to one decimal: half of 0.1° is 5.57 km.
      expect(properties).toMatchObject({ title_en: "First bell", precision_m: 5566 });
      expect(Object.keys(properties).filter((name) => /_fr$|^side$|distance/.test(name))).toEqual(
        [],
      );
    }),
  );

  dbTest("is told by the number of its events, and of no side, in its pictures", () =>
    rolledBack(async (transaction) => {
      const get = await served(transaction);
      const words = await (await get("/snapshot.svg?date=1871-03-20&lang=en")).text();
      expect(words).toContain("3 events");
      expect(words).not.toMatch(/>[^<]*(\bsite|beyond|inside|Calais|\bcamp)/i);
      const none = await (
        await get("/snapshot.svg?date=1871-03-31&certainty=certain&lang=en")
      ).text();
      expect(none).toContain("No event known for certain to these data on 31 March 1871");
    }),
  );

  dbTest("marks its events where they were in its pictures, as no place is marked there", () =>
    rolledBack(async (transaction) => {
      const get = await served(transaction);
      const selected = "&sel=event:1871-03-18-first-bell";
      const picture = await (await get(`/snapshot.svg?date=1871-03-18${selected}`)).text();
      // The ring of what is selected stands at the position.
      const [, x, y] = /<circle cx="([\d.]+)" cy="([\d.]+)" r="15"/.exec(picture) ?? [];
      expect(x).toBeDefined();
      expect(picture).toContain(`translate(${x} ${y})`);
    }),
  );

  dbTest("can be taken away and brought again as a package", () =>
    rolledBack(async (transaction) => {
      const get = await served(transaction, { languages: ["fr"], title: "Cloches" });
      const descriptor = await (await get("/api/download/datapackage.json")).json();
      expect(descriptor.rocade).toMatchObject({ languages: ["fr"], separation: null });
      expect(descriptor.temporal).toEqual({ start: "1871-03-01", end: "1871-03-31" });
      expect(descriptor.spatial.type).toBe("Polygon");
      expect(descriptor.resources.map(({ name }: { name: string }) => name)).not.toContain("ring");
      const { features } = await (await get("/api/collections/events/items")).json();
      expect(features[0].properties.title_fr).toBeDefined();
      expect(features[0].properties.title_en).toBeUndefined();
      const { collections } = await (await get("/api/collections?f=json")).json();
      const ids = collections.map(({ id }: { id: string }) => id);
      // Those that have nothing are not offered.
      expect(ids).toEqual(["events"]);
    }),
  );
});
