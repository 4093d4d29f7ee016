// Earlier versions, what is different between two, and what has changed, as programs of others read them.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { CALAIS, changedPackage, otherEvents } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";
import {
  featuresOf,
  judgeTest,
  productUrl,
  runPython,
  savedFile,
} from "#tests/support/programs/foreign-client.ts";
import { byId, readLayer, readOf, saidOf } from "#tests/support/programs/ogr-layer.ts";

const gdalTest = judgeTest("gdal");
const REASON = "Someone asked for it.";
let product: RunningProduct | undefined;
let former = "";

/** Calais in which a camp lies elsewhere, an event is of another category, and one is gone. */
function changedCalais(): string {
  const folder = changedPackage("events.csv", otherEvents);
  const file = path.join(folder, "places.csv");
  const text = readFileSync(file, "utf8");
  const moved = text.replace(/^camp-lamy,.*?(?<=,)1\.8\d+(?=,)/m, (row) =>
    row.replace(/1\.8\d+$/, "1.8600"),
  );
  expect(moved).not.toBe(text);
  writeFileSync(file, moved);
  return folder;
}

beforeAll(async () => {
  ({ newest: former } = await (await fetch(`${productUrl}/api/versions`)).json());
  product = await ownProduct({ DATA_PACKAGE: CALAIS }, [
    [CALAIS],
    [changedCalais()],
    ["--withdraw", "events/crs-videos-jun15", "--reason", REASON],
  ]);
});
afterAll(() => product?.stop());

const versions = async (): Promise<string[]> => {
  const answer = await (await fetch(`${product?.url}/api/versions`)).json();
  return answer.versions.map(({ label }: { label: string }) => label);
};

describe("GDAL", () => {
  // The other product was never given a second version: what it has is what was published first.
  for (const id of COLLECTION_IDS.filter((one) => COLLECTIONS[one].geometry !== null))
    gdalTest(
      `reads the ${id} of an earlier version as they were, on all days and on one`,
      async () => {
        const api = `OAPIF:${product?.url}/v/${encodeURIComponent(former)}/api`;
        const withdrawn = (one: { readonly id?: unknown }) => one.id !== "crs-videos-jun15";
        const whole = await readLayer(api, id, "--open", "PAGE_SIZE=40");
        expect(whole.warnings).toEqual([]);
        const said = (await featuresOf(id)).filter(withdrawn);
        expect(byId(whole.features.map((one) => readOf(id, one, ",")))).toEqual(
          byId(said.map((one) => saidOf(id, one, ","))),
        );
        const day = `datetime=2014-05-27&limit=1000&f=geojson`;
        const file = `${product?.url}/api/collections/${id}/items?asOf=${encodeURIComponent(former)}&${day}`;
        const onDay = (await featuresOf(id, { datetime: "2014-05-27" })).filter(withdrawn);
        if (onDay.length === 0) return;
        const { features } = await readLayer(file);
        expect(byId(features.map((one) => readOf(id, one, ",")))).toEqual(
          byId(onDay.map((one) => saidOf(id, one, ","))),
        );
      },
    );

  gdalTest("reads what is different between two versions, record by record", async () => {
    const [, changed = ""] = await versions();
    const address = `${product?.url}/api/versions/${former}/diff/${changed}`;
    const { collections } = await (await fetch(address)).json();
    const { features, warnings } = await readLayer(
      await savedFile(`${address}?f=geojson`, "diff.geojson"),
    );
    expect(warnings).toEqual([]);
    type Record = { id: string; name: string; changes: string[]; fields: { field: string }[] };
    const told = collections.flatMap(
      ({ collection, records }: { collection: string; records: Record[] }) =>
        records.map(({ changes, fields, id, name }) =>
          [
            collection,
            id,
            name,
            changes.join(" "),
            fields.map(({ field }) => field).join(" "),
          ].join(" | "),
        ),
    );
    const read = features.map(({ properties: { changes, collection, fields, name, record_id } }) =>
      [collection, record_id, name, changes, fields ?? ""].join(" | "),
    );
    expect(new Set(read)).toEqual(new Set(told));
    const moved = features.filter(({ properties }) => properties.record_id === "camp-lamy");
    const inPlaces = moved.filter(({ properties }) => properties.collection === "places");
    expect(inPlaces.map(({ properties }) => properties.state)).toEqual(["before", "after"]);
  });
});

describe("a mirror in Python", () => {
  gdalTest(
    "is equal to each version that it follows, and told what was withdrawn, and why",
    async () => {
      const labels = (await versions()).reverse();
      const apis = labels.map((label) => `${product?.url}/v/${encodeURIComponent(label)}/api`);
      type Copy = {
        pages: number;
        records: number;
        gone: { record: string; reason: string | null }[];
        differing: string[];
      };
      const copies = await runPython<Copy>("lab/mirror.py", ...apis, `${product?.url}/api`);
      expect(copies.map(({ differing }) => differing)).toEqual([[], [], [], []]);
      const [first, second, third, last] = copies;
      expect(first?.pages).toBeGreaterThan(10);
      expect(first?.gone).toEqual([]);
      expect(second?.gone).toContainEqual({ record: "events/loon-plage-11feb16", reason: null });
      expect(third?.gone).toContainEqual({ record: "events/crs-videos-jun15", reason: REASON });
      expect(last?.gone).toEqual([]);
    },
  );
});
