// Longitude and latitude of some rows exchanged, which both may be either: told by where the other rows are.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectRoot } from "#db/project-root.ts";
import { exchangeCheck } from "#import/checks/exchanged.ts";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import type { Row } from "#import/tables.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

const WORLD = { west: -180, south: -90, east: 180, north: 90 };

/** Lines of the rows that look exchanged, of events at these positions in turn. */
function told(positions: readonly (readonly [lon: number, lat: number])[]): (number | null)[] {
  const lines: (number | null)[] = [];
  const check = exchangeCheck(WORLD, {
    problem: () => {},
    notice: (kind, _table, line) => kind === "exchanged" && lines.push(line),
  });
  for (const [index, [lon, lat]] of positions.entries())
    check.row("events", {
      line: index,
      values: { lon: [lon], lat: [lat] },
    } as unknown as Row<"events">);
  check.tell();
  return lines;
}

const degrees = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
/** Regions of which a position is a valid one the other way round, and lies far away: their middles, and how wide they are. */
const REGIONS = [
  ["a town in France", [1.85, 50.95], 0.05],
  ["France", [2.5, 46.5], 4],
  ["Kenya", [37.5, 0.5], 4],
  ["Chile", [-71, -33], 4],
  ["Brazil", [-47, -15], 6],
  ["Iberia", [-4, 40], 5],
] as const;

/** The fractions of the multiples of an irrational number are spread evenly. */
const spreadEvenly = (count: number, irrational: number) =>
  Array.from({ length: count }, (_, index) => 2 * ((index * irrational) % 1) - 1);

describe("rows with longitude and latitude exchanged", () => {
  it.each(REGIONS)("are told in data of %s, and no others", (_, [lon, lat], radius) => {
    const numbers = fc.record({
      count: fc.integer({ min: 40, max: 90 }),
      picks: fc.array(fc.nat(), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(numbers, ({ count, picks }) => {
        const [across, up] = [spreadEvenly(count, Math.SQRT2), spreadEvenly(count, Math.sqrt(3))];
        const positions = across.map(
          (x, index) => [lon + radius * x, lat + radius * (up[index] ?? 0)] as const,
        );
        const exchanged = [...new Set(picks.map((pick) => pick % count))].sort((a, b) => a - b);
        const given = positions.map(([x, y], index) =>
          exchanged.includes(index) ? ([y, x] as const) : ([x, y] as const),
        );
        expect(told(given)).toEqual(exchanged);
      }),
    );
  });

  it("are not told in data of the whole world, nor of rows that are few", () => {
    const anywhere = fc.tuple(degrees(-180, 180), degrees(-90, 90));
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 60, maxLength: 200 }), (positions) => {
        expect(told(positions)).toEqual([]);
      }),
    );
    expect(
      told([
        [1.85, 50.95],
        [1.86, 50.96],
        [50.95, 1.85],
      ]),
    ).toEqual([]);
  });

  it("are told of the import in words, and of none of the examples", async () => {
    const rows = Array.from({ length: 20 }, (_, index) =>
      index === 7
        ? `Row ${index},2014-05-${10 + index},1.85,50.95`
        : `Row ${index},2014-05-${10 + index},${50.9 + index / 100},${1.8 + index / 100}`,
    );
    const folder = temporaryFolder("exchanged");
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, "walks.csv");
    writeFileSync(file, ["title,date,lat,lon", ...rows].join("\n"));
    const { notices } = await inspectPackage(filesOnDisk(file));
    const found = notices.flatMap(({ examples }) => examples.map(({ line, said }) => [line, said]));
    expect(found).toContainEqual([
      9,
      "50.95, 1.85 lies far from the other rows, and among them with longitude and latitude exchanged (1.85, 50.95): look whether that is where it was",
    ]);
    for (const name of ["examples/earthquakes", "examples/syriac-monasteries", "calais"]) {
      const example = path.join(projectRoot(), "geodata", name);
      const said = JSON.stringify((await inspectPackage(filesOnDisk(example))).notices);
      expect(said, name).not.toContain("exchanged");
    }
    expect(readFileSync(file, "utf8")).toContain("1.85,50.95");
  });
});
