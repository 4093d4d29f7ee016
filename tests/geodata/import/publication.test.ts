// What is published of records at protected places: the levels, worked out by hand, and what the publisher is told.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { publicationOf } from "#import/read/publication.ts";
import { levelsInWords } from "#import/read/published-levels.ts";
import { strictest } from "#model/space/position.ts";
import { writeGuardedPackage } from "#tests/support/packages/guarded-package.ts";
import { SECRETS } from "#tests/support/packages/guarded-secrets.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

async function guarded(change: (folder: string) => void = () => {}) {
  const folder = temporaryFolder("guarded");
  writeGuardedPackage(folder, "guarded", SECRETS);
  change(folder);
  const inspection = await inspectPackage(filesOnDisk(folder));
  const { dataPackage } = inspection;
  if (!dataPackage) throw new Error("the package cannot be read");
  const told = inspection.notices.flatMap(({ examples }) =>
    examples.map(({ file, line, said }) => `${file}:${line} ${said}`),
  );
  return { ...inspection, dataPackage, told, publication: publicationOf(dataPackage) };
}

describe("a level", () => {
  it.each([
    [[], "exact"],
    [[null, undefined], "exact"],
    [["exact", "100m"], "100m"],
    [["1km", "100m"], "1km"],
    [["1km", null, "hidden"], "hidden"],
    [["withheld", "hidden"], "withheld"],
  ] as const)("of %j is the strictest of them: %s", (levels, expected) => {
    expect(strictest(...levels)).toBe(expected);
  });
});

describe("what a package publishes", () => {
  it("has for each place and outline the strictest level of its own and its place's", async () => {
    const { publication } = await guarded();
    const levels = [...publication.places.places, ...publication.places.shapes].map(
      ({ values: { disclosure, id } }) => [id, disclosure ?? "exact"],
    );
    expect(Object.fromEntries(levels)).toEqual({
      hall: "1km",
      "open-camp": "exact",
      "far-camp": "exact",
      "third-camp": "exact",
      "coarse-camp": "1km",
      "near-camp": "100m",
      "hidden-squat": "hidden",
      "hidden-port": "hidden",
      "lost-squat": "hidden",
      // It asks for nothing, and is a part of what is hidden.
      "hidden-part": "hidden",
      bypass: "exact",
      // Outlines of places that are protected at all tell where those are.
      "coarse-outline": "hidden",
      "hidden-outline": "hidden",
      "near-outline": "hidden",
      "coarse-lane": "1km",
      "hidden-lane": "hidden",
    });
  });

  it("has no side of a line of a place that is protected, but for a coarse one off the map", async () => {
    const sides = async (flag: string) => {
      const { publication, told } = await guarded((folder) => {
        const file = path.join(folder, "places.csv");
        writeFileSync(file, readFileSync(file, "utf8").replaceAll(",inside,", `,${flag},`));
      });
      const { places } = publication.places;
      return {
        told,
        shown: Object.fromEntries(places.map(({ values }) => [values.id, values.stated_side])),
      };
    };
    const near = await sides("edge");
    expect(near.shown).toMatchObject({ "open-camp": "edge", "far-camp": "outside" });
    const guardedIds = ["hall", "coarse-camp", "near-camp", "hidden-squat", "hidden-part"];
    for (const id of guardedIds) expect(near.shown[id], id).toBeNull();
    expect(near.told).toContain("places.csv:6 edge is not published: the place is 1km");
    const far = await sides("region");
    for (const id of guardedIds)
      expect(far.shown[id], id).toBe(id.startsWith("hidden") ? null : "region");
  });

  it("has nothing that is withheld, that refers to it, or that nothing else rests on", async () => {
    const { publication } = await guarded();
    const tables = publication.tables();
    const ids = Object.entries(tables).flatMap(([name, rows]) =>
      rows.map(({ values }) => `${name} ${values.id}`),
    );
    expect(ids.filter((id) => /zinnia/.test(id))).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(["sources open", "contradictions about-hidden"]));
    const open = tables.places.find(({ values }) => values.id === "open-camp");
    expect(open?.values.successor_ids).toEqual(["coarse-camp"]);
  });

  it("is counted by level, in one line", async () => {
    const { levels } = await guarded();
    expect(levelsInWords(levels)).toBe(
      "Published: places 3 exactly, 1 to 100 m, 2 to 1 km, 4 with a hidden position, 2 not at all (withheld); events 1 exactly, 1 to 100 m, 3 to 1 km, 4 with a hidden position, 2 not at all (withheld).",
    );
    expect(levelsInWords({ places: {}, events: {} })).toBe("");
  });

  it("is told where it is other than a row asks for, or than it brings", async () => {
    const { problems, told } = await guarded();
    expect(problems).toEqual([]);
    for (const expected of [
      "events.csv:3 exact is asked for, and its place coarse-camp is 1km: the stricter counts",
      "events.csv:4 a position of its own is not published: its place coarse-camp is 1km",
      "events.csv:7 100m is asked for, and its place hidden-squat is hidden: the stricter counts",
      "shapes.geojson:2 exact is asked for, and its place coarse-camp is 1km: the stricter counts",
      "shapes.geojson:4 its outline is not published: its place near-camp is 100m",
      "movements.csv:7 zinnia-left is not published: its from_id is withheld",
      "contradictions.csv:4 about-quibble is not published: its subject_ids is withheld",
    ])
      expect(told).toContain(expected);
    // One that asks for less than its place allows, or for nothing and brings nothing, is as it asks.
    expect(told.filter((line) => /events\.csv:(2|5|9|10) /.test(line))).toEqual([]);
  });

  it.each(["separation.reference.place", "separation.further.0.place"])(
    "has the place that its descriptor names as %s",
    async (name) => {
      const { problems } = await guarded((folder) => {
        const file = path.join(folder, "datapackage.json");
        const text = name.includes("further") ? '"hidden-port"' : '"hall"';
        const descriptor = readFileSync(file, "utf8").replace(
          `"place":${text}`,
          `"place":"zinnia-yard"`,
        );
        writeFileSync(file, descriptor);
      });
      expect(problems).toMatchObject([
        { name: `rocade.${name}`, allowed: "a place that is not withheld" },
      ]);
    },
  );
});
