import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import { zipSync } from "fflate";
import { describe, expect, vi } from "vitest";
import type { Db } from "#db/database.ts";
import { findVersion } from "#db/queries/versions.ts";
import { importPackage } from "#import/load/import-package.ts";
import { SeedRefused, seed } from "#server/seed.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { writeHarbourPackage } from "#tests/support/packages/harbour-package.ts";
import {
  CALAIS,
  changedPackage,
  relabel,
  temporaryFolder,
} from "#tests/support/packages/packages.ts";

/** Seeds from the folder; what it said, and whether it asked for a flush. */
async function seeded(db: Db, folder: string, replaces = false) {
  const said: string[] = [];
  const flush = vi.fn(async () => {});
  const datasetId = await seed(
    { db, flush },
    { folder, replaces, onProgress: (message) => said.push(message) },
  );
  return { datasetId, said, flushes: flush.mock.calls.length };
}

const labelled = (label: string) =>
  changedPackage("datapackage.json", (text) =>
    text.replace(/"version": "[^"]*"/, `"version": "${label}"`),
  );

/** Rows of a table, or features, of which a file of a package has one in a line, or in a list. */
function rowsIn(file: string): number {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".csv")) return parse(text).length - 1;
  return file.endsWith(".geojson") ? JSON.parse(text).features.length : 0;
}

describe("starting", () => {
  dbTest("brings in a package that is packed in a ZIP", () =>
    rolledBack(async (db) => {
      const folder = temporaryFolder("harbour");
      writeHarbourPackage(folder);
      const content = readdirSync(folder).map(
        (name) => [name, new Uint8Array(readFileSync(path.join(folder, name)))] as const,
      );
      const file = path.join(temporaryFolder("packed"), "harbour.zip");
      writeFileSync(file, zipSync(Object.fromEntries(content)));
      const { datasetId, flushes, said } = await seeded(db, file);
      expect(said.at(-1)).toMatch(/^loaded .* rows of its files$/);
      expect(await findVersion(db, { datasetId })).toBeDefined();
      expect(flushes).toBe(1);
    }),
  );

  dbTest("leaves an import as it is, and says what it found and how to have the other", () =>
    rolledBack(async (db) => {
      await importPackage(db, labelled("9.0.0"));
      const before = await findVersion(db, { datasetId: CALAIS_ID });
      const { datasetId, flushes, said } = await seeded(db, CALAIS);
      expect(datasetId).toBe(CALAIS_ID);
      expect(said).toEqual([
        expect.stringMatching(
          /^calais-2013-2016 9\.0\.0 \(state 2, [0-9a-f]{12}\) is stored and is served\. The package in .*calais is another one \(1\.\d+\.\d+\) and was not loaded: npm run import -- .*calais brings it in, or npm start -- --import$/,
        ),
      ]);
      expect(flushes).toBe(0);
      expect(await findVersion(db, { datasetId: CALAIS_ID })).toEqual(before);
    }),
  );

  dbTest("does not call a package another one where an older program stored no hash of it", () =>
    rolledBack(async (db) => {
      await importPackage(db, labelled("9.0.0"));
      await db.execute(sql`UPDATE versions SET source_hash = NULL`);
      const { said } = await seeded(db, CALAIS);
      expect(said).toEqual([
        expect.stringMatching(
          /is served\. Whether the package in .*calais \(1\.\d+\.\d+\) is the same an older program did not write down; it was not loaded: npm run import -- .*calais brings it in/,
        ),
      ]);
    }),
  );

  dbTest(
    "is the same for whoever starts last: two packages of one dataset, the stored one stays",
    () =>
      rolledBack(async (db) => {
        const [first, second] = [labelled("8.1"), labelled("8.2")];
        await db.execute(sql`DELETE FROM datasets`);
        await seeded(db, first);
        await seeded(db, second);
        await seeded(db, CALAIS);
        expect(await findVersion(db, { datasetId: CALAIS_ID })).toMatchObject({
          label: "8.1",
          number: 1,
        });
      }),
  );

  dbTest("loads the package all the same when it is told to, and then brings it to the disk", () =>
    rolledBack(async (db) => {
      const { flushes, said } = await seeded(db, labelled("9.0.0"), true);
      expect(said[0]).toMatch(
        /^calais-2013-2016 1\..* is stored; .* is published after it, as it was told to$/,
      );
      expect(said.at(-1)).toMatch(/^loaded calais-2013-2016 9\.0\.0 \(state 2, /);
      expect(flushes).toBe(1);
    }),
  );

  dbTest("loads a dataset of which nothing is stored beside the others", () =>
    rolledBack(async (db) => {
      const folder = temporaryFolder("harbour");
      writeHarbourPackage(folder);
      const { datasetId, flushes, said } = await seeded(db, folder);
      expect(said[0]).toBe(`nothing is stored of harbour-1890: loading it from ${folder}`);
      expect(datasetId).toBe("harbour-1890");
      // Not what the tables hold of them, which is more.
      const rows = readdirSync(folder).reduce(
        (sum, name) => sum + rowsIn(path.join(folder, name)),
        0,
      );
      expect(said.at(-1)).toMatch(
        new RegExp(`^loaded harbour-1890 .*: ${rows} rows of its files$`),
      );
      expect(said.join("\n")).not.toMatch(/loaded \d+ (?!events)/);
      expect(flushes).toBe(1);
      expect(await findVersion(db, { datasetId: CALAIS_ID })).toMatchObject({ number: 1 });
      const again = await seeded(db, folder);
      expect(again.said).toEqual([expect.stringMatching(/is stored, as it is in /)]);
    }),
  );

  dbTest("refuses other content under a label that is taken, and writes nothing", () =>
    rolledBack(async (db) => {
      const same = changedPackage("actors.csv", (text) => text.replace("Exiles", "People"));
      const { label } = (await findVersion(db, { datasetId: CALAIS_ID })) ?? {};
      relabel(same, label ?? "");
      await expect(seeded(db, same, true)).rejects.toThrow(
        /datapackage\.json version: found "1\.\d+\.\d+", under which other content was published here on 20\d\d-\d\d-\d\d as version 1; expected a label that no version/,
      );
      expect(await findVersion(db, { datasetId: CALAIS_ID })).toMatchObject({ label, number: 1 });
    }),
  );

  dbTest("refuses a package that cannot be read, in words", () =>
    rolledBack(async (db) => {
      const folder = temporaryFolder("empty");
      await expect(seeded(db, folder)).rejects.toThrow(SeedRefused);
      await expect(seeded(db, folder)).rejects.toThrow(
        /datapackage\.json file: found no such file/,
      );
    }),
  );
});
