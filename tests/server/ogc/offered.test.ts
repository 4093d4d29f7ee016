// What a dataset does not have is offered nowhere, and still answered to whoever asks for it by its name.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { COLLECTIONS } from "#model/collection/collections.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ask as askCalais } from "#tests/support/product/api.ts";

const EVENTS_ALONE = ["title,date,lat,lon", "Bell hung,1899-05-01,50.95,1.85"].join("\n");

type Ask = (address: string) => Promise<Response>;

function served(work: (ask: Ask) => Promise<void>): Promise<void> {
  const file = path.join(temporaryFolder("offered"), "bells.csv");
  writeFileSync(file, EVENTS_ALONE);
  return rolledBack(async (db) => {
    const outcome = await importPackage(db, file);
    if (outcome.status !== "loaded") throw new Error(JSON.stringify(outcome));
    const app = createApp({
      served: { db, datasetId: outcome.datasetId },
      drawPicture: renderPicture,
      log: createLog("error", () => {}),
      webRoot: undefined,
    });
    await work(async (address) => app.request(address));
  });
}

const jsonOf = async (ask: Ask, address: string) => (await ask(address)).json();

describe("what a dataset of events alone does not have", () => {
  dbTest("is in no list, definition, link or package", () =>
    served(async (ask) => {
      const { collections } = await jsonOf(ask, "/api/collections?f=json");
      expect(collections.map(({ id }: { id: string }) => id)).toEqual(["events"]);
      const others = Object.values(COLLECTIONS).flatMap(({ id }) => (id === "events" ? [] : id));
      const { paths } = await jsonOf(ask, "/api/openapi?f=json");
      const texts = [
        ...Object.keys(paths),
        ...(await jsonOf(ask, "/api/download?f=json")).links.map(
          ({ href }: { href: string }) => href,
        ),
      ];
      for (const id of others)
        expect(
          texts.filter((text) => new RegExp(`/${id}(/|\\.|$)`).test(text)),
          id,
        ).toEqual([]);
      expect(Object.keys(paths)).not.toContain("/analysis/separation");
      expect(Object.keys(paths)).toContain("/analysis/timeline");
      const pages = await Promise.all(
        ["/api/collections?f=html", "/api/openapi?f=html", "/api?f=html"].map(async (address) =>
          (await ask(address)).text(),
        ),
      );
      for (const id of others) expect(pages.join()).not.toContain(`/collections/${id}`);
      const zip = await (await ask("/api/download/package.zip")).arrayBuffer();
      const names = Object.keys(unzipSync(new Uint8Array(zip)));
      expect(names).toEqual(["datapackage.json", "events.csv"]);
      const { resources } = await jsonOf(ask, "/api/download/datapackage.json");
      expect(resources.map(({ name }: { name: string }) => name)).toEqual(["events"]);
    }),
  );

  dbTest("is answered, empty, where somebody asks for it by name", () =>
    served(async (ask) => {
      const items = await jsonOf(ask, "/api/collections/counts/items?f=json");
      expect(items.numberMatched).toBe(0);
      expect((await ask("/api/collections/counts")).status).toBe(200);
      expect((await ask("/api/download/counts.csv")).status).toBe(200);
    }),
  );

  dbTest("is not told of as what there is, where somebody asks for what nobody has", () =>
    served(async (ask) => {
      const of = ["collections/nothing", "collections/nothing/tiles", "download/nothing.csv"];
      for (const path of of)
        expect((await jsonOf(ask, `/api/${path}?f=json`)).detail, path).toBe(
          "there is no such collection; there are events",
        );
    }),
  );

  dbTest("is no column that a separation alone would give", () =>
    served(async (ask) => {
      const { properties } = await jsonOf(ask, "/api/collections/places/schema?f=json");
      for (const name of ["side", "stated_side", "distance_m", "further_distance_m"])
        expect(Object.keys(properties)).not.toContain(name);
    }),
  );
});

describe("what a dataset has", () => {
  dbTest("is offered as before", async () => {
    const { body } = await askCalais("/api/collections?f=json");
    expect(body.collections).toHaveLength(Object.keys(COLLECTIONS).length);
  });
});
