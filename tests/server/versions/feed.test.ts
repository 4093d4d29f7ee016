// The feed of what is published: what each entry says and where it leads.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { countsIn } from "#server/api/counts-in.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { CALAIS, changedPackage, otherEvents, relabel } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";
import { messagesOf } from "#web/i18n/messages.ts";

const EN = { "Accept-Language": "en" };

const noted = changedPackage("datapackage.json", (text) => {
  const descriptor = JSON.parse(text);
  descriptor.version = "9.1";
  const note = { en: "Two dates & a <name>.", fr: "Deux dates & un <nom>." };
  descriptor.rocade.publish = { note, class: "correction" };
  return JSON.stringify(descriptor);
});

describe("the feed", () => {
  dbTest("has an entry for each publish, with its note, its class and what it changed", () =>
    rolledBack(async (db) => {
      await importPackage(db, noted);
      const { app } = await testApp({ db });
      const answer = await app.request("/feed.xml", { headers: { "Accept-Language": "fr" } });
      expect(answer.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
      const feed = await answer.text();
      const entries = feed.split("<entry>").slice(1);
      expect(entries).toHaveLength(2);
      expect(entries[0]).toContain("<title>Calais 2013-2016, 9.1 : correction</title>");
      expect(entries[1]).toMatch(
        /<title>Calais 2013-2016, 1\.[\w.+-]+ : première version ici<\/title>/,
      );
      expect(entries[0]).toContain("<summary>Deux dates &amp; un &lt;nom&gt;.</summary>");
      const [, changes = ""] = /rel="related"[^>]* href="([^"]*)"/.exec(entries[0] ?? "") ?? [];
      expect((await app.request(new URL(changes).pathname)).status).toBe(200);
      expect(entries[1]).not.toContain('rel="related"');
      expect(entries[1]).toContain("La première version publiée ici.");
      const tag = answer.headers.get("ETag") ?? "";
      const again = await app.request("/feed.xml", {
        headers: { "Accept-Language": "fr", "If-None-Match": tag },
      });
      expect(again.status).toBe(304);
      expect((await app.request("/feed.xml?since=1")).status).toBe(400);
      const own = await (await app.request(`/d/${CALAIS_ID}/feed.xml`)).text();
      expect(own).toContain(`/d/${CALAIS_ID}/feed.xml"`);
      const { links } = await (await app.request("/api")).json();
      const address = links.find(({ type }: { type: string }) => type === "application/atom+xml");
      expect(new URL(address.href).pathname).toBe("/feed.xml");
    }),
  );

  dbTest("counts the records that a publish changed, by what happened to them", () =>
    rolledBack(async (db) => {
      const changed = changedPackage("events.csv", otherEvents);
      await importPackage(db, changed);
      const { app } = await testApp({ db });
      const summary = async (language: string) => {
        const answer = await app.request("/feed.xml", { headers: { "Accept-Language": language } });
        return (await answer.text()).split("<summary>")[1]?.split("</summary>")[0];
      };
      const titles = async (language: string) => {
        const feed = await (await app.request(`/feed.xml?lang=${language}`)).text();
        return feed.split("<entry>").map((entry) => /<title>(.*?)<\/title>/.exec(entry)?.[1]);
      };
      expect((await titles("en"))[1]).toMatch(
        /^Calais 2013.2016, \S+: removed: 1 · other details: 1$/,
      );
      expect((await titles("fr"))[1]).toMatch(/, \S+ : supprimé : 1 · autres précisions : 1$/);
      expect(await summary("en")).toMatch(/ \(removed: 1 · other details: 1\)$/);
      expect(await summary("fr")).toMatch(/ \(supprimé : 1 · autres précisions : 1\)$/);
      const { app: asked } = await testApp({ db });
      const named = await asked.request("/feed.xml?lang=fr", {
        headers: { "Accept-Language": "en" },
      });
      const french = await named.text();
      expect(french).toContain("(supprimé : 1 · autres précisions : 1)");
      // What it leads to is in its language; what it names is the same in each.
      for (const [, href = ""] of french.matchAll(/<link rel="[ar][^>]* href="([^"]*)"/g))
        expect(href).toContain("lang=fr");
      expect(french).not.toMatch(/<id>[^<]*lang=/);
      const refused = await (await asked.request("/feed.xml?lang=1")).text();
      expect(refused).toContain("a language, such as en or fr");
    }),
  );

  dbTest("says of each publish what its difference says, when a place that moved is hidden", () =>
    rolledBack(async (db) => {
      const rewritten = (change: (lamy: string[]) => void, level: string, label: string) => {
        const folder = changedPackage("places.csv", (text) => {
          const [head = [], ...rows]: string[][] = parse(text);
          const lamy = rows.find(([id]) => id === "camp-lamy");
          if (lamy) change(lamy);
          const levels = rows.map((row) => [...row, row === lamy ? level : ""]);
          return stringify([[...head, "disclosure"], ...levels]);
        });
        relabel(folder, label);
        return folder;
      };
      const at =
        parse(readFileSync(path.join(CALAIS, "places.csv")), { to: 1 })[0]?.indexOf("lon") ?? -1;
      const move = (lamy: string[]) => {
        lamy[at] = String(Number(lamy[at]) + 0.005);
      };
      await importPackage(db, rewritten(move, "", "moved"));
      const counted = async () => {
        const { app } = await testApp({ db });
        const feed = await (await app.request("/feed.xml", { headers: EN })).text();
        for (const entry of feed.split("<entry>").slice(1, -1)) {
          const [, href = ""] = /rel="related"[^>]* href="([^"?]*)/.exec(entry) ?? [];
          const { collections } = await (await app.request(new URL(href).pathname)).json();
          const sums: Record<string, number> = {};
          for (const { counts } of collections)
            for (const [kind, count] of Object.entries<number>(counts))
              sums[kind] = (sums[kind] ?? 0) + count;
          const said = countsIn(sums, messagesOf("en"));
          expect(/<summary>[^<]*?(?: \(([^<]*)\))?<\/summary>/.exec(entry)?.[1] ?? "").toBe(said);
        }
        return feed;
      };
      expect(await counted()).toMatch(/\(moved: \d+/);
      await importPackage(db, rewritten(move, "hidden", "hidden"));
      expect(await counted()).not.toMatch(/moved: \d/);
    }),
  );
});
