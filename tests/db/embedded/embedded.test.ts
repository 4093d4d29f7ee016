import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { blankFile } from "#db/embedded/blank/blank-file.ts";
import { openDatabase } from "#db/open.ts";
import { findVersion } from "#db/queries/versions.ts";
import { importPackage } from "#import/load/import-package.ts";
import { CALAIS_ID, MIGRATIONS } from "#tests/support/databases/database.ts";
import { CALAIS, temporaryFolder } from "#tests/support/packages/packages.ts";

const open = (dataDirectory: string) =>
  openDatabase({
    url: undefined,
    dataDirectory,
    migrationsFolder: MIGRATIONS,
    onProgress: () => {},
  });

describe("the embedded database", () => {
  it("is made once, keeps what was loaded, is not opened by two at a time, and tells what to do when it is damaged", async () => {
    const folder = temporaryFolder("data");
    // What was left where its making was cut off is not it.
    mkdirSync(path.join(folder, "pg.unfinished", "base"), { recursive: true });
    mkdirSync(path.join(folder, "lock"));
    const first = await open(folder);
    await importPackage(first.db, CALAIS);
    await expect(open(folder)).rejects.toThrow(`is in use by process ${process.pid}`);
    await first.flush();
    await first.close();
    // It holds true positions, which are nobody else's to read.
    expect(statSync(path.join(folder, "pg")).mode & 0o077).toBe(0);
    const second = await open(folder);
    expect(await findVersion(second.db, { datasetId: CALAIS_ID })).toMatchObject({ number: 1 });
    expect(await importPackage(second.db, CALAIS)).toMatchObject({ status: "unchanged" });
    await second.close();
    rmSync(path.join(folder, "pg", "global"), { recursive: true });
    await expect(open(folder)).rejects.toThrow(
      /cannot be used: .* delete the folder \(rm -r ".*pg"\) and start again/s,
    );
  });

  it("lets others have their turn between the questions of a row", async () => {
    const { close, db } = await open(temporaryFolder("turns"));
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    for (let question = 0; question < 10; question += 1) await db.execute(sql`SELECT 1`);
    isOver = true;
    await close();
    expect(turns).toBeGreaterThanOrEqual(10);
  });

  it("is copied from one of the same migrations only", () => {
    const older = path.join(temporaryFolder("migrations"), "older");
    cpSync(MIGRATIONS, older, { recursive: true });
    expect(blankFile(older)).toBe(blankFile(MIGRATIONS));
    const journal = path.join(older, "meta", "_journal.json");
    const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: object[] };
    writeFileSync(journal, JSON.stringify({ entries: entries.slice(0, -1) }));
    expect(blankFile(older)).not.toBe(blankFile(MIGRATIONS));
  });

  it("says what is wrong with a folder that is not a database, and leaves it as it is", async () => {
    const folder = temporaryFolder("damaged");
    mkdirSync(path.join(folder, "lock"));
    mkdirSync(path.join(folder, "pg"));
    writeFileSync(path.join(folder, "pg", "letter.txt"), "not a database");
    await expect(open(folder)).rejects.toThrow(/PG_VERSION is missing/);
  });
});
