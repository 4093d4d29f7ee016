import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printRowProblem } from "#import/row-problem.ts";
import { printDay } from "#model/time/day.ts";
import { minimalPackage } from "#tests/support/packages/minimal-package.ts";
import { changedPackage } from "#tests/support/packages/packages.ts";

const problemsOf = async (folder: string) =>
  (await inspectPackage(filesOnDisk(folder))).problems.map(printRowProblem);

describe("a name, and a file with titles, dates and positions", () => {
  it("is a package, whose period and place follow from its rows", async () => {
    const { dataPackage, notices, problems, rows } = await inspectPackage(
      filesOnDisk(minimalPackage()),
    );
    expect(problems).toEqual([]);
    expect(notices.flatMap(({ examples }) => examples).map(({ said }) => said)).toEqual([
      expect.stringContaining("no sources"),
    ]);
    expect(rows).toBe(4);
    const { extent, firstDay, lastDay, title } = dataPackage?.declared ?? {};
    expect([firstDay, lastDay].map((day) => day && printDay(day))).toEqual([
      "1871-03-01",
      "1871-03-31",
    ]);
    expect(title?.en).toBe("bells");
    // The outermost positions, and a hundredth of a degree around them.
    expect(extent?.west).toBeCloseTo(5.24, 9);
    expect(extent?.north).toBeCloseTo(45.21, 9);
  });

  it.each([
    ["beside the antimeridian", ["178.4", "-179.9"], 178.3, -179.8],
    ["at both sides of Greenwich", ["-1.5", "0.5"], -1.6, 0.6],
    ["farther across the antimeridian than not", ["-170", "-10", "150"], 140, 0],
  ])("has the box around its places: %s", async (_, longitudes, west, east) => {
    const folder = minimalPackage();
    const rows = longitudes.map((lon, index) => `Bell ${index},1900,-17,${lon}`);
    writeFileSync(path.join(folder, "bells.csv"), ["title,date,lat,lon", ...rows].join("\n"));
    const { dataPackage, problems } = await inspectPackage(filesOnDisk(folder));
    expect(problems).toEqual([]);
    // With a twentieth of its width to either side.
    expect(dataPackage?.declared.extent.west).toBeCloseTo(west, 1);
    expect(dataPackage?.declared.extent.east).toBeCloseTo(east, 1);
  });

  it("may be in French, and in French alone", async () => {
    const { dataPackage, problems } = await inspectPackage(
      filesOnDisk(minimalPackage({ languages: ["fr"] })),
    );
    expect(problems).toEqual([]);
    expect(dataPackage?.declared.languages).toEqual(["fr"]);
  });

  it("is refused without a date, in words", async () => {
    const folder = minimalPackage();
    writeFileSync(path.join(folder, "bells.csv"), "title,lat,lon\nBell,45,5\n");
    expect(await problemsOf(folder)).toContainEqual(
      expect.stringMatching(/bells\.csv date: found no column of this name/),
    );
  });
});

describe("ids of a vocabulary that the package declares", () => {
  it.each([
    [
      "places.csv",
      ",squat,",
      ",squatt,",
      /places\.csv:\d+ kind: found "squatt"; expected one of camp, squat/,
    ],
    ["events.csv", ",eviction,", ",evicton,", /events\.csv:\d+ category: found "evicton"/],
    ["movements.csv", ",forced,", ",forcd,", /movements\.csv:\d+ agency: found "forcd"/],
  ])("are the only ones of %s", async (file, before, after, told) => {
    const folder = changedPackage(file, (text) => text.replace(before, after));
    expect(await problemsOf(folder)).toContainEqual(expect.stringMatching(told));
  });
});
