// A package in one ZIP, as the workbench and the API give it away: read as it is in a folder, or refused in words.
import { readFileSync } from "node:fs";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { MAX_FILES, packedFiles } from "#import/files/packed-files.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { CALAIS } from "#tests/support/packages/packages.ts";

const FILES = ["datapackage.json", "events.csv"];
const EARTHQUAKES = path.join(CALAIS, "..", "examples", "earthquakes");
const entries = (folder: string) =>
  Object.fromEntries(
    FILES.map((file) => [folder + file, readFileSync(path.join(EARTHQUAKES, file))]),
  );

describe("a package in a ZIP", () => {
  it.each(["", "earthquakes/"])("is read, packed below %j", async (folder) => {
    const beside = { [`${folder}.DS_Store`]: strToU8("x"), [`__MACOSX/${folder}a`]: strToU8("x") };
    const files = packedFiles("e.zip", zipSync({ ...entries(folder), ...beside }));
    expect(files.names).toEqual(FILES);
    const { problems, rows } = await inspectPackage(files);
    expect(problems).toEqual([]);
    expect(rows).toBeGreaterThan(100);
  });

  it("that names what every object has is a package without it", async () => {
    const { problems } = await inspectPackage(
      packedFiles("odd.zip", zipSync({ constructor: strToU8("x"), __proto__: strToU8("x") })),
    );
    expect(problems.length).toBeGreaterThan(0);
  });

  const empty = new Uint8Array(0);
  const bomb = zipSync({ "events.csv": new Uint8Array(201 * 1024 * 1024) }, { level: 1 });
  const many = Object.fromEntries(Array.from({ length: MAX_FILES + 1 }, (_, n) => [`${n}`, empty]));
  it.each([
    ["201 MB", bomb],
    ["201 files", zipSync(many)],
    ["a ZIP that is damaged or cut off", zipSync(entries("")).subarray(0, 500)],
  ])("is refused with what it is: %s", (said, packed) => {
    expect(() => packedFiles("a.zip", packed)).toThrow(said);
  });
});
