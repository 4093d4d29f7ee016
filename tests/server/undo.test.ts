// The state before the newest is published again: everything is answered as it was, and what was protected stays so.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect } from "vitest";
import { undoVersion } from "#db/queries/publish/undo-version.ts";
import { rowsOf } from "#db/schema-version.ts";
import { importPackage } from "#import/load/import-package.ts";
import { triedOut } from "#import/load/trial.ts";
import { ITEM_FORMATS, type ItemFormat, itemFormatsOf } from "#server/ogc/item-formats.ts";
import { dbTest, testDatabase } from "#tests/support/databases/database.ts";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { changedPackage, otherEvents, relabel } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";

/** Calais under another name, so that nothing of it is in the way of others. */
const ID = "undone";
const labelled = (folder: string, label: string) => {
  relabel(folder, label);
  return folder;
};
const asItself = (text: string) => text.replace(/"name": "[^"]*"/, `"name": "${ID}"`);

afterAll(async () => {
  await (await testDatabase()).execute(sql`DELETE FROM datasets WHERE id = ${ID}`);
});

const calais = (label: string, change: (text: string) => string = (text) => text) =>
  labelled(
    changedPackage("datapackage.json", (text) => change(asItself(text))),
    label,
  );

/** Calais with a camp that is hidden, a count that is another and an event less. */
function other(label: string): string {
  const folder = calais(label);
  const rewrite = (file: string, change: (text: string) => string) => {
    const at = path.join(folder, file);
    writeFileSync(at, change(readFileSync(at, "utf8")));
  };
  rewrite("places.csv", (text) => {
    const [head = "", ...rows] = text.trimEnd().split("\n");
    const level = (row: string) => (row.startsWith("camp-lamy,") ? "hidden" : "");
    return `${[`${head},disclosure`, ...rows.map((row) => `${row},${level(row)}`)].join("\n")}\n`;
  });
  rewrite("events.csv", otherEvents);
  return folder;
}

/** What every collection answers in every format, or in those, without what names the version. */
async function answers(
  formats: readonly ItemFormat[] = Object.keys(ITEM_FORMATS) as ItemFormat[],
): Promise<Map<string, string>> {
  const { app } = await testApp({ datasetId: ID });
  const found = new Map<string, string>();
  const [version] = await rowsOf<{ hash: string; label: string }>(
    await testDatabase(),
    sql`SELECT content_hash AS hash, label FROM versions WHERE dataset_id = ${ID} AND until IS NULL`,
  );
  for (const id of COLLECTION_IDS)
    for (const format of itemFormatsOf(COLLECTIONS[id]).filter((one) => formats.includes(one))) {
      const address = `/api/collections/${id}/items?limit=1000&f=${format}`;
      const answer = await app.request(address);
      expect(answer.status, address).toBe(200);
      const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
      const plain = body
        .replaceAll(encodeURIComponent(version?.label ?? ""), "LABEL")
        .replaceAll(version?.label ?? "", "LABEL")
        .replaceAll(version?.hash ?? "", "HASH")
        .replace(/"timeStamp":"[^"]*"/, "");
      found.set(address, plain);
    }
  return found;
}

const differing = (one: Map<string, string>, two: Map<string, string>) =>
  [...one].flatMap(([address, body]) => (two.get(address) === body ? [] : [address]));

describe("an undo", () => {
  dbTest(
    "publishes what was there before, and keeps what was protected since",
    async () => {
      const db = await testDatabase();
      expect(await undoVersion(db, ID)).toEqual({ status: "nothing-to-undo", newest: undefined });
      expect(await importPackage(db, calais("state-a+undo.9"))).toMatchObject({ status: "loaded" });
      expect(await undoVersion(db, ID)).toEqual({
        status: "nothing-to-undo",
        newest: "state-a+undo.9",
      });
      const first = await answers();
      const renamed = calais("state-b");
      const events = path.join(renamed, "events.csv");
      writeFileSync(events, readFileSync(events, "utf8").replaceAll("Calais", "Kales"));
      expect(await importPackage(db, renamed)).toMatchObject({ status: "loaded" });
      expect(differing(await answers(["csv"]), first).length).toBeGreaterThan(0);
      const undone = await undoVersion(db, ID, { note: "Back.", class: "retraction" });
      expect(undone).toMatchObject({
        status: "undone",
        undone: "state-b",
        restored: "state-a+undo.9",
        version: { number: 3, label: "state-a+undo.1", class: "retraction", note: { en: "Back." } },
      });
      expect(differing(first, await answers())).toEqual([]);
      // Again, it is that of state-b that comes back; and so on.
      expect(await undoVersion(db, ID)).toMatchObject({ version: { label: "state-b+undo.1" } });
      expect(await undoVersion(db, ID)).toMatchObject({ version: { label: "state-a+undo.2" } });
      expect(await importPackage(db, calais("state-a+undo.2"))).toMatchObject({
        status: "refused",
      });
      expect(await importPackage(db, other("state-c"))).toMatchObject({ status: "loaded" });
      const before = await triedOut((onTurned) => undoVersion(db, ID, { onTurned }));
      expect(before).toMatchObject({
        changes: [
          // Of the camp nothing changes: it is hidden in both.
          { collection: "events", counts: { added: 1, other: 1 } },
        ],
      });
      expect(await undoVersion(db, ID)).toMatchObject({ version: { label: "state-a+undo.3" } });
      const { app } = await testApp({ datasetId: ID });
      const answer = await app.request("/api/collections/camps/items?limit=1000&f=geojson");
      const { features } = (await answer.json()) as {
        features: { id: string; geometry: unknown }[];
      };
      expect(features.find(({ id }) => id === "camp-lamy")).toMatchObject({ geometry: null });
    },
    400_000,
  );
});
