// Datasets beside each other in one database: which is the default, and that one is removed, backed up and restored
// while the others stay as they are.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { backUp } from "#db/backup/backup.ts";
import { RestoreRefused } from "#db/backup/checked-lines.ts";
import { restore } from "#db/backup/restore.ts";
import { storedTables } from "#db/backup/tables.ts";
import type { Db } from "#db/database.ts";
import { removeDataset } from "#db/queries/remove-dataset.ts";
import { findVersions } from "#db/queries/versions.ts";
import { rowsOf } from "#db/schema-version.ts";
import { openDefaultDataset } from "#server/default-dataset.ts";
import { CALAIS_ID, dbTest, MIGRATIONS, rolledBack } from "#tests/support/databases/database.ts";
import { importHarbour } from "#tests/support/packages/harbour-beside.ts";
import { HARBOUR_ID, writeHarbourPackage } from "#tests/support/packages/harbour-package.ts";
import { CALAIS, temporaryFolder } from "#tests/support/packages/packages.ts";

const idsIn = async (db: Db) => (await findVersions(db)).map(({ id }) => id);

/** Everything that is stored of one dataset, as lines. */
async function linesOf(db: Db, id: string): Promise<string> {
  const parts: Uint8Array[] = [];
  await backUp(db, MIGRATIONS, async (part) => void parts.push(part), id);
  return Buffer.concat(parts)
    .toString()
    .replace(/"madeAt":"[^"]*"/, "")
    .replace(/"sha256".*/, "");
}

async function* inParts(parts: readonly Uint8Array[]) {
  yield* parts;
}

async function backedUp(db: Db, only?: string): Promise<readonly Uint8Array[]> {
  const parts: Uint8Array[] = [];
  await backUp(db, MIGRATIONS, async (part) => void parts.push(part), only);
  return parts;
}

const withHarbour = (work: (db: Db) => Promise<void>) =>
  rolledBack(async (db) => {
    await importHarbour(db);
    await work(db);
  });

/** Opens with the setting; what it answered and said. */
async function opened(db: Db, wanted: string | undefined, folder: string) {
  const said: string[] = [];
  const seeding = { folder, replaces: false, onProgress: (one: string) => said.push(one) };
  const id = await openDefaultDataset({ db, flush: async () => {} }, wanted, seeding);
  return { id, said };
}

describe("the default dataset", () => {
  dbTest(
    "is that of the package where no other is named, which is loaded only where none of it is",
    () =>
      rolledBack(async (db) => {
        const folder = temporaryFolder("harbour");
        writeHarbourPackage(folder);
        expect((await opened(db, undefined, folder)).id).toBe(HARBOUR_ID);
        expect(await idsIn(db)).toEqual([CALAIS_ID, HARBOUR_ID]);
        expect((await opened(db, undefined, CALAIS)).id).toBe(CALAIS_ID);
      }),
  );

  dbTest("is the one that is named, and then the package is left alone, whatever it is", () =>
    rolledBack(async (db) => {
      const folder = temporaryFolder("harbour");
      writeHarbourPackage(folder);
      const { id, said } = await opened(db, CALAIS_ID, folder);
      expect(id).toBe(CALAIS_ID);
      expect(said.join()).toMatch(/^calais-2013-2016 \S+ is stored and is served$/);
      expect(await idsIn(db)).toEqual([CALAIS_ID]);
      // Its files may be lost.
      expect((await opened(db, CALAIS_ID, path.join(folder, "lost"))).id).toBe(CALAIS_ID);
      writeFileSync(path.join(folder, "datapackage.json"), "{");
      expect((await opened(db, CALAIS_ID, folder)).id).toBe(CALAIS_ID);
    }),
  );

  dbTest("is loaded from its package where it is named and not stored", () =>
    rolledBack(async (db) => {
      const folder = temporaryFolder("harbour");
      writeHarbourPackage(folder);
      expect((await opened(db, HARBOUR_ID, folder)).id).toBe(HARBOUR_ID);
    }),
  );

  dbTest("is refused in words where it is neither stored nor in the package", () =>
    rolledBack(async (db) => {
      await expect(opened(db, "elsewhere", CALAIS)).rejects.toThrow(
        /DEFAULT_DATASET is "elsewhere", of which nothing is stored.*stored: calais-2013-2016\. npm run import/,
      );
    }),
  );
});

describe("a dataset that is removed", () => {
  dbTest("goes with every row of it, and leaves every row of the others", () =>
    withHarbour(async (db) => {
      const before = await linesOf(db, CALAIS_ID);
      const trial = await removeDataset(db, HARBOUR_ID, { isTrial: true });
      expect(trial).toEqual({ removed: "0.1", others: [CALAIS_ID], withdrawn: 0 });
      expect(await idsIn(db)).toEqual([CALAIS_ID, HARBOUR_ID]);
      expect(await removeDataset(db, HARBOUR_ID, { isTrial: false })).toEqual(trial);
      for (const { datasetColumn, name } of storedTables()) {
        const [row] = await rowsOf<{ count: number }>(
          db,
          sql`SELECT count(*)::int AS count FROM ${sql.identifier(name)} WHERE ${sql.identifier(datasetColumn)} = ${HARBOUR_ID}`,
        );
        expect(row?.count, name).toBe(0);
      }
      expect((await linesOf(db, CALAIS_ID)) === before).toBe(true);
      expect(await removeDataset(db, HARBOUR_ID, { isTrial: false })).toEqual({
        removed: undefined,
        others: [CALAIS_ID],
        withdrawn: 0,
      });
    }),
  );
});

describe("a backup", () => {
  dbTest("of all holds all, and one dataset of it comes back beside the others", () =>
    withHarbour(async (db) => {
      const all = await backedUp(db);
      const [harbour, calais] = [await linesOf(db, HARBOUR_ID), await linesOf(db, CALAIS_ID)];
      const only = HARBOUR_ID;
      await expect(
        restore(db, MIGRATIONS, inParts(all), { replaces: false, only }),
      ).rejects.toThrow(/holds harbour-1890 0\.1 already; replace it with --replace/);
      await removeDataset(db, HARBOUR_ID, { isTrial: false });
      const restored = await restore(db, MIGRATIONS, inParts(all), { replaces: false, only });
      expect(restored.datasets).toMatchObject([{ id: HARBOUR_ID, version: "0.1" }]);
      expect((await linesOf(db, HARBOUR_ID)) === harbour).toBe(true);
      expect((await linesOf(db, CALAIS_ID)) === calais).toBe(true);
    }),
  );

  dbTest("of one dataset holds nothing of another, and replaces that one alone", () =>
    withHarbour(async (db) => {
      const own = await backedUp(db, HARBOUR_ID);
      expect(Buffer.concat(own).toString()).not.toMatch(/calais|la-lande/i);
      const calais = await linesOf(db, CALAIS_ID);
      await db.execute(sql`DELETE FROM events WHERE dataset_id = ${HARBOUR_ID}`);
      const options = { replaces: true, only: HARBOUR_ID };
      await restore(db, MIGRATIONS, inParts(own), options);
      expect(await linesOf(db, HARBOUR_ID)).toContain("quay-cleared");
      expect((await linesOf(db, CALAIS_ID)) === calais).toBe(true);
      const other = { replaces: true, only: CALAIS_ID };
      await expect(restore(db, MIGRATIONS, inParts(own), other)).rejects.toThrow(RestoreRefused);
      // What is not told to stand beside others is not restored over them.
      await expect(restore(db, MIGRATIONS, inParts(own), { replaces: false })).rejects.toThrow(
        /one dataset beside the others with --dataset/,
      );
    }),
  );
});
