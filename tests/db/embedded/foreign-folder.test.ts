import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { foreignFolder } from "#db/embedded/foreign-folder.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

/** A folder with these in it; what ends in `/` is a folder. */
function folderOf(...names: readonly string[]): string {
  const folder = temporaryFolder("whose");
  for (const name of names) {
    const made = path.join(folder, name);
    mkdirSync(name.endsWith("/") ? made : path.dirname(made), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(made, "a letter");
  }
  return folder;
}

describe("a folder for data", () => {
  it.each([
    { what: "is empty", names: [] },
    { what: "is an empty disk", names: ["lost+found/"] },
    { what: "was used before", names: ["lock/7.free", "pg/PG_VERSION", "notes.txt"] },
    { what: "was begun, and cut off", names: ["lock/", "pg.unfinished/base/1/1"] },
    { what: "was copied without its lock's file", names: ["lock/", "pg/PG_VERSION"] },
    { what: "has keys and grounds alone", names: ["credentials/key.pem", "grounds/calais/x"] },
  ])("that $what is taken", async ({ names }) => {
    expect(await foreignFolder(folderOf(...names))).toBeUndefined();
  });

  it.each([
    { what: "a home", names: [".bashrc", "Documents/"], got: '".bashrc", "Documents"' },
    {
      what: "a cluster of PostgreSQL",
      names: ["PG_VERSION", "base/1/1", "global/", "pg_hba.conf", "pg_wal/", "postgresql.conf"],
      got: 'files of a PostgreSQL server: "PG_VERSION", "base", "global", "pg_hba.conf", "pg_wal" and 1 more',
    },
    { what: "such a cluster, one below", names: ["pg/PG_VERSION"], got: '"pg"' },
    { what: "a project with a lock", names: ["lock", "pg/x"], got: '"lock", "pg"' },
    { what: "a folder of locks", names: ["lock/main.lock"], got: '"lock"' },
  ])("that is $what is refused by what is in it", async ({ names, got }) => {
    const folder = folderOf(...names);
    const problem = await foreignFolder(folder);
    expect(problem).toMatchObject({
      name: "DATA_DIR",
      allowed: expect.stringMatching(/^a folder that is empty/),
    });
    expect(problem?.got).toMatch(folder);
    expect(problem?.got.endsWith(` ${got}`), problem?.got).toBe(true);
  });

  it("that does not exist, or is a file, is for others to tell of", async () => {
    const folder = folderOf("file");
    expect(await foreignFolder(path.join(folder, "none"))).toBeUndefined();
    expect(await foreignFolder(path.join(folder, "file"))).toBeUndefined();
    expect(readdirSync(folder)).toEqual(["file"]);
  });
});
