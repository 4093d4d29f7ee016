// `/api/changes`: what is told of a publish, to whom, and what is answered where nothing is known.
import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { withdraw } from "#db/queries/withdraw/withdraw.ts";
import { importPackage } from "#import/load/import-package.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { changedPackage, otherEvents } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";

type Item = {
  readonly seq: number;
  readonly version: string;
  readonly collection: string;
  readonly id: string;
  readonly change: readonly string[];
  readonly feature: { readonly id: string; readonly geometry: unknown } | null;
};

/** Calais with another category of an event, and an event less. */
const less = changedPackage("events.csv", otherEvents);
const guarded = (level: string) =>
  changedPackage("places.csv", (text) => {
    const [head = "", ...rows] = text.trimEnd().split("\n");
    const of = (row: string) => (row.startsWith("camp-lamy,") ? level : "");
    return `${[`${head},disclosure`, ...rows.map((row) => `${row},${of(row)}`)].join("\n")}\n`;
  });

/** By a service that knows no version yet, as what one knows of it is a second old. */
async function ask(db: Db, address: string, headers: Record<string, string> = {}) {
  const { app } = await testApp({ db });
  const answer = await app.request(address, { headers });
  const text = await answer.text();
  const body = text === "" ? {} : JSON.parse(text);
  return { status: answer.status, headers: answer.headers, body };
}
const items = async (db: Db, address: string) =>
  (await ask(db, address)).body.items as readonly Item[];

describe("changes", () => {
  dbTest("are everything that there is to who has nothing, page by page", () =>
    rolledBack(async (db) => {
      const whole = await ask(db, "/api/changes?limit=10000");
      const first: Item = whole.body.items[0];
      const collections = new Set(whole.body.items.map((item: Item) => item.collection));
      const listed = (await ask(db, "/api/collections")).body.collections;
      expect([...collections]).toEqual(listed.map(({ id }: { id: string }) => id));
      expect(first).toMatchObject({ seq: whole.body.through, change: ["added"] });
      const feature = await ask(db, `/api/collections/${first.collection}/items/${first.id}`);
      const { links: _links, ...own } = feature.body;
      expect(first.feature).toEqual(own);

      const read: Item[] = [];
      let address: string | undefined = "/api/changes?since=0&limit=150&collections=events,camps";
      while (address) {
        const page: Awaited<ReturnType<typeof ask>> = await ask(db, address);
        expect(page.body.through).toBe(page.body.links.length === 3 ? 0 : first.seq);
        read.push(...page.body.items);
        address = page.body.links.find(({ rel }: { rel: string }) => rel === "next")?.href;
      }
      expect(read).toEqual(
        whole.body.items.filter(({ collection }: Item) => ["events", "camps"].includes(collection)),
      );
      const below = await items(db, `/d/${CALAIS_ID}/api/changes?collections=camps`);
      expect(below).toEqual(read.filter(({ collection }) => collection === "camps"));
      const { links } = (await ask(db, "/api")).body;
      expect(links.some(({ href }: { href: string }) => href.endsWith("/api/changes"))).toBe(true);
    }),
  );

  dbTest("are what differs to who has a version, with what is gone", () =>
    rolledBack(async (db) => {
      const { through } = (await ask(db, "/api/changes?limit=1")).body;
      expect(through).toBe(0);
      const had = (await ask(db, "/api/changes?limit=10000")).body.through;
      expect(await importPackage(db, less)).toMatchObject({ status: "loaded" });
      const { body, headers } = await ask(db, `/api/changes?since=${had}&collections=events`);
      expect(body.through).toBeGreaterThan(had);
      expect(
        body.items.map(({ change, feature, id, seq, version }: Item) => [
          ...[id, ...change, feature === null],
          ...[seq === body.through, version.startsWith("9.")],
        ]),
      ).toEqual([
        ["blockade-5sep16", "other", false, true, true],
        ["loon-plage-11feb16", "removed", true, true, true],
      ]);
      // Whoever has kept the address of what went is told where it still is.
      const newest = `/v/${body.items[0].version}`;
      for (const version of ["", newest, `/d/${CALAIS_ID}`, `/d/${CALAIS_ID}${newest}`]) {
        const item = `${version}/api/collections/events/items/loon-plage-11feb16`;
        const went = await ask(db, item);
        expect(went.status).toBe(404);
        expect(went.body.detail).toMatch(/any more; version \S+ is the last that has it/);
        const [{ href, rel }] = went.body.links;
        expect(rel).toBe("predecessor-version");
        const { pathname } = new URL(href);
        const still = await ask(db, pathname);
        expect([still.status, still.body.id], pathname).toEqual([200, "loon-plage-11feb16"]);
      }
      const never = await ask(db, "/api/collections/events/items/none?f=geojson");
      expect([never.status, never.body.links]).toEqual([404, undefined]);
      const tag = { "If-None-Match": headers.get("ETag") ?? "" };
      const same = await ask(db, `/api/changes?since=${had}&collections=events`, tag);
      expect(same.status).toBe(304);
      expect(await items(db, `/api/changes?since=${body.through}`)).toEqual([]);
      // Back to what it was: once more what differs, and to who has the first state each is told once.
      expect(
        await importPackage(
          db,
          changedPackage("actors.csv", (text) => `${text}\n`),
        ),
      ).toMatchObject({
        status: "loaded",
      });
      const back = await items(db, `/api/changes?since=${body.through}&collections=events`);
      expect(back.map(({ change, id }) => [id, ...change])).toEqual([
        ["blockade-5sep16", "other"],
        ["loon-plage-11feb16", "added"],
      ]);
      const net = await items(db, `/api/changes?since=${had}&collections=events`);
      expect(net.map(({ change, id }) => [id, ...change])).toEqual([
        ["blockade-5sep16", "other"],
        ["loon-plage-11feb16", "other"],
      ]);
      // As of the version between, it is told as it was then.
      const between = await items(
        db,
        `/api/changes?since=${had}&collections=events&asOf=${body.items[0].version}`,
      );
      expect(between).toEqual(body.items);
    }),
  );

  dbTest(
    "tell that a place is protected, whoever knew where it was, and nothing of what is withheld",
    () =>
      rolledBack(async (db) => {
        const had = (await ask(db, "/api/changes?limit=10000")).body.through;
        await importPackage(db, guarded("hidden"));
        const changed = await items(db, `/api/changes?since=${had}`);
        const places = changed.filter(({ id }) => id === "camp-lamy");
        expect(places.map(({ collection }) => collection)).toEqual(["places", "camps"]);
        for (const { change, feature } of places) {
          // Where it was is said of no version any more: that it is said otherwise is all that is told.
          expect(change).toEqual(["other"]);
          expect(feature?.geometry).toBeNull();
        }
        const now = (await ask(db, `/api/changes?since=${had}`)).body.through;
        await importPackage(db, guarded("withheld"));
        for (const since of [had, now]) {
          const { body, status } = await ask(db, `/api/changes?since=${since}`);
          expect(status).toBe(410);
          expect(body.detail).toContain("since=0");
          expect(JSON.stringify(body)).not.toContain("lamy");
          const [start] = body.links;
          expect(start.rel).toBe("start");
          const anew = await ask(db, `${start.href}&limit=10000`);
          expect(JSON.stringify(anew.body)).not.toContain('"camp-lamy"');
          expect((await ask(db, `/api/changes?since=${anew.body.through}`)).body.items).toEqual([]);
        }
      }),
  );

  dbTest(
    "tell why a record was withdrawn, and what a withdrawn version changed with the next one",
    () =>
      rolledBack(async (db) => {
        const had = (await ask(db, "/api/changes?limit=10000")).body.through;
        await importPackage(db, less);
        const { body } = await ask(db, `/api/changes?since=${had}`);
        const reason = "Asked for by those concerned.";
        const withdrawing = { datasetId: CALAIS_ID, reason };
        await withdraw(db, { ...withdrawing, names: ["events/pegida-6feb16"] });
        const told = await items(db, `/api/changes?since=${body.through}&collections=events`);
        expect(told).toEqual([
          {
            ...{ seq: told[0]?.seq, version: expect.stringContaining("+withdrawal.1") },
            ...{ collection: "events", id: "pegida-6feb16", change: ["withdrawn"] },
            ...{ reason, feature: null },
          },
        ]);
        const label = body.items[0].version;
        await withdraw(db, { ...withdrawing, names: [label] });
        expect((await ask(db, `/api/changes?since=${body.through}`)).status).toBe(410);
        const since = await items(db, `/api/changes?since=${had}&collections=events`);
        expect(since.map(({ change, id, seq }) => [id, ...change, seq === told[0]?.seq])).toEqual([
          ["blockade-5sep16", "other", true],
          ["loon-plage-11feb16", "removed", true],
          ["pegida-6feb16", "withdrawn", true],
        ]);
      }),
  );

  dbTest("are refused in words where the question is wrong, and gone where nothing is known", () =>
    rolledBack(async (db) => {
      const { through } = (await ask(db, "/api/changes?limit=10000")).body;
      const wrong = [
        ...["-1", "abc", "1.5", "", "1e3", `${Date.now() + 1e10}`, "99999999999999999999"].map(
          (since) => `since=${since}`,
        ),
        ...["collections=none", "collections=", "limit=0", "cursor=abc", "until=3", "f=csv"],
      ];
      for (const search of wrong) {
        const { body, status } = await ask(db, `/api/changes?${search}`);
        expect([400, 406], search).toContain(status);
        const [name] = search.split("=");
        if (status === 400) expect(body.problems[0].name).toBe(name);
      }
      const ofDate = (await ask(db, "/api/changes?since=2026-07-01")).body;
      expect(ofDate.detail).toMatch(
        /^since: got "2026-07-01", allowed is 0 .*sequence number .*\/api\/changes gives as through; no date .*\/api\/versions/,
      );
      const { paths } = (await ask(db, "/api/openapi?f=json")).body;
      const { parameters } = paths["/changes"].get;
      const since = parameters.find(({ name }: { name?: string }) => name === "since");
      expect(since.description).toContain("sequence number of a state");
      // Of another database, or of this one before it was built anew or restored.
      for (const since of [1, through - 1, through + 1])
        expect((await ask(db, `/api/changes?since=${since}`)).status).toBe(410);
      const paged = (await ask(db, "/api/changes?limit=5")).body;
      const { href } = paged.links.find(({ rel }: { rel: string }) => rel === "next");
      await db.execute(
        sql`UPDATE versions SET sequence = sequence + 5 WHERE dataset_id = ${CALAIS_ID}`,
      );
      expect((await ask(db, href)).status).toBe(410);
      expect((await ask(db, `/api/changes?since=${through}`)).status).toBe(410);
    }),
  );
});
