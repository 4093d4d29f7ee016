// What is told of the difference between two versions: on both sides of it, in each format.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { describe, expect } from "vitest";
import { findDifferences } from "#db/queries/features/differences.ts";
import { importPackage } from "#import/load/import-package.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { CALAIS, changedPackage, relabel } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";

type Row = Record<string, string>;
const read = (file: string) => readFileSync(path.join(CALAIS, file), "utf8");
const rowsOf = (text: string): Row[] => parse(text, { columns: true });

const others = readdirSync(CALAIS)
  .filter((file) => /\.(csv|json)$/.test(file) && file !== "events.csv")
  .map(read)
  .join("\n");
/** Events that nothing else of the package names. */
const [gone, renamed, dated] = rowsOf(read("events.csv")).filter(
  ({ edtf, id = "" }) => !others.includes(id) && /^\d{4}-\d\d-\d\d$/.test(edtf ?? ""),
);
const NEW_DAY = "2014-03-03";
/** Which version is the newest is remembered for a second. */
const SOON = { timeout: 60_000 };

/** Calais with an event fewer, one under another id, and one on another day. */
const changed = () =>
  changedPackage("events.csv", (text) => {
    const rows = rowsOf(text).flatMap((row): Row[] => {
      if (row.id === gone?.id) return [];
      if (row.id === renamed?.id) return [{ ...row, id: "under-another-id" }];
      if (row.id !== dated?.id) return [row];
      const days = ["edtf", "start_earliest", "start_latest", "end_earliest", "end_latest"];
      return [{ ...row, ...Object.fromEntries(days.map((name) => [name, NEW_DAY])) }];
    });
    return stringify(rows, { header: true });
  });

describe("the difference between two versions", () => {
  dbTest("tells every record that is not in both, or not as it was, and no other", () =>
    rolledBack(async (db) => {
      const outcome = await importPackage(db, changed());
      expect(outcome).toMatchObject({ status: "loaded" });
      const { app } = await testApp({ db });
      const { versions } = await (await app.request("/api/versions")).json();
      const [after, before] = versions.map(({ label }: { label: string }) => label);
      expect(versions[1].changes).toBe(null);
      const address = new URL(versions[0].changes).pathname;
      expect(address).toBe(`/api/versions/${before}/diff/${after}`);

      const answer = await app.request(address);
      expect(answer.status, await answer.clone().text()).toBe(200);
      expect(answer.headers.get("ETag")).toBeTruthy();
      const { collections, from, to } = await answer.json();
      expect([from.label, to.label]).toEqual([before, after]);
      const events = collections.find((one: { collection: string }) => one.collection === "events");
      expect(events).toMatchObject({
        counts: { added: 1, removed: 2, "re-dated": 1 },
        complete: true,
      });
      const kinds = Object.fromEntries(
        events.records.map((one: { id: string; changes: string[] }) => [one.id, one.changes]),
      );
      expect(kinds).toEqual({
        "under-another-id": ["added"],
        [gone?.id ?? ""]: ["removed"],
        [renamed?.id ?? ""]: ["removed"],
        [dated?.id ?? ""]: ["re-dated"],
      });
      const { fields } = events.records.find(({ id }: { id: string }) => id === dated?.id);
      expect(fields).toContainEqual({ field: "edtf", old: dated?.edtf, new: NEW_DAY });

      const rows = rowsOf(await (await app.request(`${address}?f=csv`)).text());
      const ofEvents = rows.filter(({ collection }) => collection === "events");
      expect(ofEvents).toContainEqual({
        ...{ collection: "events", id: dated?.id, changes: "re-dated", name: dated?.title_en },
        ...{ field: "edtf", old: dated?.edtf, new: NEW_DAY },
      });
      expect(new Set(ofEvents.map(({ id }) => id))).toEqual(new Set(Object.keys(kinds)));
      const geojson = await (await app.request(`${address}?f=geojson`)).json();
      const states = geojson.features
        .filter(({ properties }: { properties: Row }) => properties.collection === "events")
        .map(({ properties }: { properties: Row }) => [properties.record_id, properties.state]);
      expect(Object.fromEntries(states)).toEqual({
        "under-another-id": "after",
        [gone?.id ?? ""]: "before",
        [renamed?.id ?? ""]: "before",
        [dated?.id ?? ""]: "after",
      });
      const page = await app.request(`${address}?f=html`, {
        headers: { "Accept-Language": "fr" },
      });
      const html = await page.text();
      expect(html).toMatch(
        /redaté\s: 1[\s\S]*<th>date<\/th><td>\d+\S* \p{L}+ \d{4}<\/td><td>3 mars 2014/u,
      );
      // No name of a column, and no JSON, stands where people read.
      expect(html.slice(html.indexOf("<h2>"))).not.toMatch(/start_latest|<td>[[{]/);
      expect(html).toContain(`/?view=versions&amp;versions=${before}/${after}">La même chose`);

      const back = await (await app.request(`/api/versions/${after}/diff/${before}`)).json();
      const ofBack = back.collections.find(
        (one: { collection: string }) => one.collection === "events",
      );
      expect(ofBack.counts).toEqual({ added: 2, removed: 1, "re-dated": 1 });
      const same = await (await app.request(`/api/versions/${after}/diff/${after}`)).json();
      expect(same.collections).toEqual([]);
      const missing = await app.request(`/api/versions/${before}/diff/77.7`);
      expect(missing.status).toBe(404);
      expect((await missing.json()).detail).toContain(`there is no version "77.7" here`);

      // More than may be told is said to be more.
      const question = { datasetId: CALAIS_ID, collection: COLLECTIONS.events, from: 1, to: 2 };
      const first = await findDifferences(db, { ...question, limit: 2 });
      expect(first).toMatchObject({ isWhole: false });
      expect(first.differences).toHaveLength(2);
    }),
  );

  dbTest("is told anew once what it tells is protected", () =>
    rolledBack(async (db) => {
      const camp = rowsOf(read("places.csv")).find(({ kind }) => kind === "camp");
      const withCamp = (label: string, change: Row) => {
        const folder = changedPackage("places.csv", (text) =>
          stringify(
            rowsOf(text).map((row) => ({
              ...{ ...row, disclosure: "" },
              ...(row.id === camp?.id ? change : {}),
            })),
            { header: true },
          ),
        );
        relabel(folder, label);
        return folder;
      };
      const { app } = await testApp({ db });
      const [{ label }] = (await (await app.request("/api/versions")).json()).versions;
      const elsewhere = `${Number(camp?.lon) + 0.01}`;
      await importPackage(db, withCamp("elsewhere", { lon: elsewhere }));
      const told = async () =>
        (await app.request(`/api/versions/${label}/diff/elsewhere?f=geojson`)).text();
      await expect.poll(told, SOON).toContain(camp?.id);
      // Asked again it is as it was.
      expect(await told()).toBe(await told());
      expect(await told()).toContain(elsewhere.slice(0, 5));
      const hidden = withCamp("hidden", { lon: elsewhere, disclosure: "hidden" });
      expect(await importPackage(db, hidden)).toMatchObject({ status: "loaded" });
      await expect.poll(told, SOON).not.toContain(elsewhere.slice(0, 5));
    }),
  );
});
