// What is told of the versions of a dataset: which there are, and what the publisher says of each.
import { describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { changedPackage } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";

const CALAIS_VERSION = /^1\.\d+\.\d+$/;

/** Calais under another label, with what its descriptor says of the publish. */
const labelled = (label: string | undefined, publish?: object) =>
  changedPackage("datapackage.json", (text) => {
    const descriptor = JSON.parse(text);
    descriptor.version = label;
    if (publish) descriptor.rocade.publish = publish;
    return JSON.stringify(descriptor);
  });

describe("the versions of a dataset", () => {
  dbTest("are listed, the newest first, each with what is said of it", () =>
    rolledBack(async (db) => {
      const note = { en: "Two dates.", fr: "Deux dates." };
      await importPackage(db, labelled("9.1", { note, class: "correction" }));
      await importPackage(db, labelled("9.2", { note, class: "correction" }), {
        publish: { note: "Another word", class: "clarification" },
      });
      const { app } = await testApp({ db });
      const answer = await app.request("/api/versions");
      expect(answer.headers.get("ETag")).toBeTruthy();
      const { newest, versions } = await answer.json();
      expect(newest).toBe("9.2");
      expect(versions).toMatchObject([
        { label: "9.2", class: "clarification", note: "Another word" },
        { label: "9.1", class: "correction", note: "Two dates." },
        { label: expect.stringMatching(CALAIS_VERSION), class: null, note: null },
      ]);
      const instants = versions.map((one: { publishedAt: string }) => one.publishedAt);
      expect([...instants].sort().reverse()).toEqual(instants);
      const page = await app.request("/api/versions?f=html", {
        headers: { "Accept-Language": "fr" },
      });
      const text = await page.text();
      expect(text).toContain("Deux dates.");
      expect(text).toContain("<strong>9.1</strong>, correction, ");
      expect((await app.request("/api/versions?v=1")).status).toBe(400);
      const own = await app.request(`/d/${CALAIS_ID}/api/versions`);
      // Addresses of what changed are below the one that was asked.
      const said = ({ changes, ...rest }: { changes: string | null }) => rest;
      expect((await own.json()).versions.map(said)).toEqual(versions.map(said));
    }),
  );

  dbTest("are in the document of the page, and said of the package that is downloaded", () =>
    rolledBack(async (db) => {
      const note = { en: "Two dates.", fr: "Deux dates." };
      await importPackage(db, labelled("9.1", { note, class: "correction" }));
      const { app } = await testApp({ db });
      const { meta, versions } = await (await app.request("/api/dataset")).json();
      expect(meta.version).toMatchObject({ label: "9.1", note, class: "correction" });
      expect(versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
      expect(versions[0]).toEqual(meta.version);
      const descriptor = await (await app.request("/api/download/datapackage.json")).json();
      expect(descriptor.rocade.publish).toEqual({ note, class: "correction" });
    }),
  );

  dbTest(
    "have their number as label where the package gives none, or the next one that is free",
    () =>
      rolledBack(async (db) => {
        expect(await importPackage(db, labelled("3"))).toMatchObject({ version: { label: "3" } });
        const third = await importPackage(db, labelled(undefined, { note: "A" }));
        expect(third).toMatchObject({ status: "loaded", version: { label: "4", number: 3 } });
        // The same again is nothing new.
        const again = await importPackage(db, labelled(undefined, { note: "A" }));
        expect(again).toMatchObject({ status: "unchanged", version: { number: 3 } });
        const fourth = await importPackage(db, labelled(undefined, { note: "B" }));
        expect(fourth).toMatchObject({ status: "loaded", version: { label: "5", number: 4 } });
      }),
  );

  dbTest(
    "keep their labels: what was published before others is not published under it again",
    () =>
      rolledBack(async (db) => {
        const [first, second] = [labelled("9.1"), labelled("9.2")];
        await importPackage(db, first);
        await importPackage(db, second);
        const again = await importPackage(db, first);
        expect(again).toMatchObject({
          status: "refused",
          problems: [
            {
              name: "version",
              got: expect.stringMatching(
                /^"9\.1", which was published here on .* as version 2, before 9\.2$/,
              ),
            },
          ],
        });
      }),
  );
});
