// What lies beside a table on a disk: its mapping and its places, and what is written of it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { fromFiles, writeFiles } from "#import/disk/table-files.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

const ROWS = "title,date,lat,lon\nA,1900,45.1,5.2\nB,one day,45.1,5.2\n";

function folderWith(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder("table");
  for (const [name, content] of Object.entries(files))
    writeFileSync(path.join(folder, name), content);
  return (name: string) => path.join(folder, name);
}

describe("a table on a disk", () => {
  it("is written as a package that is right, with its mapping and the rows that are no events", async () => {
    const at = folderWith({ "bells.csv": ROWS });
    const options = {
      ...{ rejected: at("rejected.csv"), "write-mapping": at("m.json") },
      "write-package": at("package"),
    };
    const choice = { as: "bells", ...(await fromFiles(options)) };
    const refused = await inspectPackage(filesOnDisk(at("bells.csv")), { as: "bells" });
    expect(refused.problems).toHaveLength(1);
    const { notices, problems } = await inspectPackage(filesOnDisk(at("bells.csv")), choice);
    expect(problems).toEqual([]);
    expect(JSON.stringify(notices)).toContain("left out");
    expect(await writeFiles(filesOnDisk(at("bells.csv")), choice, options)).toHaveLength(3);
    expect(readFileSync(at("rejected.csv"), "utf8")).toMatch(
      /^title,date,lat,lon,reason\nB,one day,45\.1,5\.2,"?date: found/,
    );
    expect(readdirSync(at("package")).sort()).toEqual(["datapackage.json", "events.csv"]);
    const written = await inspectPackage(filesOnDisk(at("package")));
    expect([written.problems, written.rows]).toEqual([[], 1]);
    // The next time the mapping says it all.
    const { mapping } = await fromFiles({ mapping: at("m.json") });
    expect(mapping).toMatchObject({ dataset: { id: "bells" }, date: { start: "date" } });
    const again = await inspectPackage(filesOnDisk(at("bells.csv")), { ...choice, mapping });
    expect([again.problems, again.rows]).toEqual([[], 1]);
  });

  it("finds places by their names", async () => {
    const at = folderWith({
      "places.csv": "name,lat,lon\nMill;Old mill,45.1,5.2\n",
      "bells.csv": "title,date,where\nA,1900,old MILL\n",
      "m.json": JSON.stringify({
        dataset: { id: "bells", title: "Bells", languages: ["en"] },
        date: { start: "date" },
        position: { from: "names", column: "where" },
        title: { en: { column: "title" } },
      }),
    });
    const choice = await fromFiles({ mapping: at("m.json"), places: at("places.csv") });
    const { problems, where } = await inspectPackage(filesOnDisk(at("bells.csv")), choice);
    expect(problems).toEqual([]);
    expect(where).toMatchObject({ west: 5.2, south: 45.1 });
  });

  it.each([
    [
      "mapping",
      "m.json",
      "{}",
      /^--mapping: found dataset: nothing in .*m\.json; expected an object/,
    ],
    ["mapping", "m.json", "{", /^--mapping: found .* no JSON/],
    ["places", "p.csv", "name,lat\nA,1\n", /^--places: found "name", "lat"; expected columns/],
    ["places", "p.csv", "name,lat,lon\nA,x,1\n", /^--places: found no position in row 2/],
  ] as const)("is told of a file for --%s that is none", async (option, name, content, told) => {
    const at = folderWith({ [name]: content });
    await expect(fromFiles({ [option]: at(name) })).rejects.toThrow(told);
    await expect(fromFiles({ [option]: at("none") })).rejects.toThrow(/no such file/);
    expect(existsSync(at("none"))).toBe(false);
  });
});
