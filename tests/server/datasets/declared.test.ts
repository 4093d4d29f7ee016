// What a dataset declares of itself is used where there is a place for it, of a dataset that is not the first too.
import { describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { writeChangedHarbour } from "#tests/support/packages/changed-harbour.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { wordsOf } from "#tests/support/pictures/figure-text.ts";
import { testApp } from "#tests/support/product/app.ts";
import { builtPage } from "#tests/support/product/built-page.ts";

const both = (en: string) => ({ en, fr: `${en} (fr)` });
const side = (label: string, short: string) => ({ label: both(label), short: both(short) });

const FRAME = {
  headline: both("From the quay to the moor"),
  standfirst: both("In 1891 the quay was cleared."),
  titleTemplates: [both("Harbour: {inside} of {sites} places this side of the river")],
  shortNames: { "quay-huts": both("The huts") },
  compare: { from: "1891-01-15", to: "1892-01-01" },
  carriers: { invented: "The county archive" },
  separation: {
    reference: { place: "old-bridge", label: both("the old bridge") },
    line: { outlines: ["river"], label: both("the river") },
    sides: {
      inside: side("this side of the river", "this side"),
      edge: side("on the river", "on it"),
      beyond: { ...side("on the far bank", "far bank"), sentence: both("an hour by ferry") },
    },
  },
};

type App = Awaited<ReturnType<typeof testApp>>["app"];

const withDeclared = (work: (app: App) => Promise<void>) =>
  rolledBack(async (db) => {
    const folder = temporaryFolder("declared");
    writeChangedHarbour(folder, { name: "declared", frame: FRAME });
    const outcome = await importPackage(db, folder);
    if (outcome.status !== "loaded") throw new Error(JSON.stringify(outcome));
    const { app } = await testApp({ db, webRoot: builtPage() });
    await work(app);
  });

const asked = async (app: App, path: string) => {
  const response = await app.request(path);
  expect(response.status, path).toBe(200);
  return response;
};

describe("what a dataset declares", () => {
  dbTest("heads its card, its place in the list, its API and what others embed", () =>
    withDeclared(async (app) => {
      const html = await (await asked(app, "/d/declared/?lang=en")).text();
      expect(html).toContain(
        "<title>Harbour 1890–1893: From the quay to the moor – Rocade</title>",
      );
      expect(html).toMatch(/<meta name="description" content="[^"]*In 1891 the quay was cleared\./);
      const dated = await (await asked(app, "/d/declared/?lang=en&date=1891-01-15")).text();
      expect(dated).toContain(
        "<title>15 January 1891 – Harbour: 2 of 2 places this side of the river – Rocade</title>",
      );
      const { datasets } = await (await asked(app, "/datasets?f=json")).json();
      expect(datasets[1]).toMatchObject({
        headline: "From the quay to the moor",
        standfirst: "In 1891 the quay was cleared.",
      });
      const list = await (await asked(app, "/datasets?f=html&lang=fr")).text();
      expect(list).toContain('<p class="headline">From the quay to the moor (fr)</p>');
      const landing = await (await asked(app, "/d/declared/api?f=json")).json();
      expect(landing.description).toBe(
        "From the quay to the moor. In 1891 the quay was cleared. An invented town.",
      );
      const frame = encodeURIComponent("http://localhost/d/declared/");
      const embedded = await (await asked(app, `/d/declared/oembed?url=${frame}`)).json();
      expect(embedded.title).toContain("From the quay to the moor");
    }),
  );

  dbTest("names sides, sites, sources and title of its pictures, and the two dates of a pair", () =>
    withDeclared(async (app) => {
      const picture = async (query: string) =>
        wordsOf(await (await asked(app, `/d/declared/snapshot.svg?lang=en&${query}`)).text());
      const words = await picture("date=1891-01-15&width=1200&height=900");
      expect(words).toContain("Harbour: 2 of 2 places this side of the river");
      expect(words).toContain("2 this side");
      expect(words).toContain("The huts");
      expect(words).not.toContain("quay-huts");
      expect(words).toContain("Rocade (copy: The county archive)");
      const pair = await picture("dates=compare&width=1200&height=900");
      expect(pair).toContain("15 January 1891");
      expect(pair).toContain("1 January 1892");
      expect(pair).toContain("on the far bank");
    }),
  );

  dbTest("tells the API who holds the copy of a source that was read", () =>
    withDeclared(async (app) => {
      const items = await (
        await asked(app, "/d/declared/api/collections/sources/items?f=json")
      ).json();
      expect(items.features[0].properties).toMatchObject({
        publisher: "Rocade",
        copy_held_by: "The county archive",
      });
      const schema = await (
        await asked(app, "/d/declared/api/collections/sources/schema?f=json")
      ).json();
      expect(schema.properties.copy_held_by.description).toContain("copy that was read");
    }),
  );
});
