// What `q`, CASEI and ACCENTI find in texts of any script: the same on both databases, and in the page.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { FOLD_CASES } from "#tests/support/cases/fold-cases.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { testApp } from "#tests/support/product/app.ts";

/** A package of a place and an event for each case, whose title or name is its text. */
function packageOfCases(): string {
  const folder = temporaryFolder("scripts");
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = FOLD_CASES.map(({ text }, at) => ({ id: `case-${at}`, text: cell(text) }));
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(path.join(folder, name), `${lines.join("\n")}\n`);
  write("events.csv", [
    "id,title,date,place_id",
    ...rows.map(({ id, text }) => `${id},${text},1901-05-01,elsewhere`),
  ]);
  write("places.csv", [
    "id,name,lat,lon",
    "elsewhere,Elsewhere,45.5,5.5",
    ...rows.map(({ id, text }) => `${id},${text},45.1,5.1`),
  ]);
  const resources = ["events", "places"].map((name) => ({ name, path: `${name}.csv` }));
  const block = { languages: ["zxx"], title: "Scripts" };
  write("datapackage.json", [JSON.stringify({ name: "scripts", rocade: block, resources })]);
  return folder;
}

describe("a search in any script", () => {
  dbTest("finds in every collection what the table of cases says", () =>
    rolledBack(async (db) => {
      expect((await importPackage(db, packageOfCases())).status).toBe("loaded");
      const { app } = await testApp({ db, datasetId: "scripts" });
      const idsOf = async (collection: string, asked: Readonly<Record<string, string>>) => {
        const question = new URLSearchParams({ ...asked, limit: "100" });
        const response = await app.request(`/api/collections/${collection}/items?${question}`);
        expect(response.status, String(question)).toBe(200);
        const { features } = await response.json();
        return (features as { id: string }[]).map(({ id }) => id);
      };
      const wrong: string[] = [];
      for (const [at, { found, missed }] of FOLD_CASES.entries())
        for (const collection of ["events", "places"])
          for (const [isFound, all] of [
            [true, found],
            [false, missed],
          ] as const)
            for (const q of all)
              if ((await idsOf(collection, { q })).includes(`case-${at}`) !== isFound)
                wrong.push(`${collection} ${q}`);
      expect(wrong).toEqual([]);
      // By the name of its place an event is found too.
      expect(await idsOf("events", { q: "ELSEWHERE" })).toHaveLength(FOLD_CASES.length);
    }),
  );

  dbTest.for([
    // Worked out from Unicode’s full case folding, and from the marks of each script.
    ["CASEI('Straße') = CASEI('STRASSE')", true],
    ["CASEI('ΟΔΌΣ') = CASEI('οδός')", true],
    ["CASEI('ЁЛКА') = CASEI('ёлка')", true],
    ["CASEI('İZMİR') = CASEI('izmir')", true],
    ["CASEI('Ärger') = CASEI('arger')", false],
    ["ACCENTI('Ὁδός') = ACCENTI('Οδος')", true],
    ["ACCENTI('ё') = ACCENTI('е')", true],
    ["ACCENTI('شَعْب') = ACCENTI('شعب')", true],
    ["ACCENTI('שָׁלוֹם') = ACCENTI('שלום')", true],
    ["ACCENTI('ガ') = ACCENTI('カ')", false],
    ["ACCENTI('कि') = ACCENTI('क')", false],
    ["ACCENTI('É') = ACCENTI('e')", false],
    ["ACCENTI(CASEI('ÉTÉ')) = ACCENTI(CASEI('ete'))", true],
  ] as const)("answers %s with %s", async ([filter, isTrue]) => {
    const { app } = await testApp({});
    const question = new URLSearchParams({ filter, limit: "1" });
    const response = await app.request(`/api/collections/events/items?${question}`);
    expect((await response.json()).numberMatched > 0).toBe(isTrue);
  });
});
