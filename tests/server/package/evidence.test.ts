// What fields rest on and when places were seen: the same in the API, in the page's document, in files and in the package.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { importPackage } from "#import/load/import-package.ts";
import { decodeDataset } from "#model/dataset/decode-dataset.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { MILL_ID, millPackage } from "#tests/support/packages/mill-package.ts";
import { relabel, temporaryFolder } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";

async function served(db: Db, folder: string) {
  expect((await importPackage(db, folder)).status).toBe("loaded");
  const { app } = await testApp({ db, datasetId: MILL_ID });
  return async (address: string) => {
    const answer = await app.request(address);
    expect(answer.status, address).toBe(200);
    return answer;
  };
}
type Get = Awaited<ReturnType<typeof served>>;

type Feature = {
  readonly id: string;
  readonly geometry: object | null;
  readonly properties: Readonly<Record<string, unknown>>;
};
const featuresOf = async (get: Get, address: string): Promise<Feature[]> =>
  (await (await get(`/api/collections/${address}`)).json()).features;
const documentOf = async (get: Get) => decodeDataset(await (await get("/api/dataset")).json());

describe("evidence", () => {
  dbTest("is a collection of citations, to be asked for by record and field", () =>
    rolledBack(async (db) => {
      const get = await served(db, millPackage());
      const [start] = await featuresOf(
        get,
        "citations/items?record_kind=place&record_id=mill&field=start_edtf",
      );
      expect(start).toMatchObject({
        id: "c-start",
        geometry: null,
        properties: {
          source_id: "deed",
          locator: "p. 4",
          checked_on: "2026-01-05",
          verdict: "supports",
          note: null,
        },
      });
      // A field of a count under the name that the API has for it, whatever files call it.
      const [best] = await featuresOf(get, "citations/items?record_id=hands");
      expect(best?.properties).toMatchObject({ field: "edtf", verdict: "contradicts" });
      expect(await featuresOf(get, "citations/items?q=yesterday")).toHaveLength(1);
    }),
  );

  dbTest("says nothing of where a record is whose position is coarse", () =>
    rolledBack(async (db) => {
      const get = await served(db, millPackage());
      const ids = (await featuresOf(get, "citations/items")).map(({ id }) => id);
      expect(ids.sort()).toEqual(["c-best", "c-end", "c-people", "c-position", "c-start"]);
    }),
  );

  dbTest("goes with what is withheld, and leaves what it says in no answer", () =>
    rolledBack(async (db) => {
      const withheld = millPackage({
        "places.csv": (text) => text.replace("1891-06-30,,deed", "1891-06-30,withheld,deed"),
      });
      const get = await served(db, withheld);
      for (const collection of ["citations", "attestations"])
        expect(await featuresOf(get, `${collection}/items`), collection).toEqual([]);
      const document = await documentOf(get);
      expect([document.citations, document.attestations]).toEqual([[], []]);
    }),
  );

  dbTest("is a collection of sightings, where and when places were seen", () =>
    rolledBack(async (db) => {
      const get = await served(db, millPackage());
      const seen = await featuresOf(get, "attestations/items?datetime=1891-06-30");
      expect(seen).toHaveLength(1);
      expect(seen[0]).toMatchObject({
        id: "a-burnt",
        geometry: { type: "Point", coordinates: [-3.2, 55.95] },
        properties: {
          place_id: "mill",
          state: "open",
          start_earliest: "1891-06-30",
          end_latest: "1891-06-30",
          event_id: "fire",
          source_ids: ["gazette", "echo"],
          precision_m: 50,
        },
      });
      const may = await featuresOf(get, "attestations/items?place_id=mill&datetime=1890-05-20");
      expect(may.map(({ id }) => id)).toEqual(["a-counted"]);
    }),
  );

  dbTest("makes an event confirmed by two accounts, or for a reason, and not else", () =>
    rolledBack(async (db) => {
      const get = await served(db, millPackage());
      const events = await featuresOf(get, "events/items");
      const said = events.map(({ id, properties }) => [
        id,
        properties.certainty,
        properties.certainty_reason,
      ]);
      expect(said).toEqual([
        ["fire", "confirmed", null],
        ["sale", "confirmed", "The deed was seen by two notaries."],
        ["talk", "reported", null],
      ]);
    }),
  );

  dbTest("is in the page’s document as in the API, record by record", () =>
    rolledBack(async (db) => {
      const get = await served(db, millPackage());
      const { attestations, citations, sources } = await documentOf(get);
      const served_ = await featuresOf(get, "citations/items");
      expect(citations).toHaveLength(served_.length);
      for (const { id, properties } of served_)
        expect(citations.find((one) => one.id === id)).toMatchObject({
          recordId: properties.record_id,
          field: properties.field,
          sourceId: properties.source_id,
          locator: properties.locator,
          verdict: properties.verdict,
        });
      const sightings = await featuresOf(get, "attestations/items");
      expect(attestations.map(({ id, state }) => [id, state]).sort()).toEqual(
        sightings.map(({ id, properties }) => [id, properties.state]).sort(),
      );
      const repeated = (await featuresOf(get, "sources/items")).map(({ id, properties }) => [
        id,
        properties.repeats ?? [],
      ]);
      expect(sources.map(({ id, repeats }) => [id, repeats]).sort()).toEqual(repeated.sort());
    }),
  );

  dbTest("is in files, row by row", () =>
    rolledBack(async (db) => {
      const get = await served(db, millPackage());
      for (const [collection, count] of [
        ["citations", 5],
        ["attestations", 4],
      ] as const) {
        const csv = await (await get(`/api/download/${collection}.csv`)).text();
        expect(parse(csv, { bom: true, columns: true }), collection).toHaveLength(count);
        const { features } = await (await get(`/api/download/${collection}.geojson`)).json();
        expect(features, collection).toHaveLength(count);
        const gpkg = await (await get(`/api/download/${collection}.gpkg`)).arrayBuffer();
        expect(Buffer.from(gpkg).subarray(0, 15).toString(), collection).toBe("SQLite format 3");
      }
    }),
  );

  dbTest("is in the published package, from which it is loaded as it was", () =>
    rolledBack(async (db) => {
      const get = await served(db, millPackage());
      const before = await documentOf(get);
      const zip = unzipSync(
        new Uint8Array(await (await get("/api/download/package.zip")).arrayBuffer()),
      );
      const folder = temporaryFolder("published-mill");
      mkdirSync(folder, { recursive: true });
      for (const [name, bytes] of Object.entries(zip))
        writeFileSync(path.join(folder, name), bytes);
      expect((await inspectPackage(filesOnDisk(folder))).problems).toEqual([]);
      relabel(folder, "9.1");
      const again = await documentOf(await served(db, folder));
      for (const name of ["citations", "attestations", "sources", "events"] as const)
        expect(again[name], name).toEqual(before[name]);
    }),
  );
});
