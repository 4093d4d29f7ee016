// Holds the shipped data package to its own schema and to what the map and the measures take for granted.

import { readFile } from "node:fs/promises";
import path from "node:path";
import type { LineString, Polygon } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "#db/project-root.ts";
import { describeTable } from "#import/describe-tables.ts";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { columnsInFile } from "#import/read/columns.ts";
import type { DataPackage } from "#import/read/data-package.ts";
import { DESCRIPTOR_FILE } from "#import/read/descriptor.ts";
import { positionsOfRow } from "#import/row-position.ts";
import { printRowProblem } from "#import/row-problem.ts";
import { GEOJSON_TABLES, TABLES, type TableName } from "#import/tables.ts";
import { isMeasuredSite } from "#model/dataset/roles.ts";
import { distanceToLines, isInside, positionsOf } from "#model/space/geometry.ts";
import { printDay } from "#model/time/day.ts";
import {
  CALAIS_VERSION,
  countedSitesOn,
  isCertainOn,
  ROWS,
  rowsOf,
  sitesOn,
} from "#tests/support/packages/calais-facts.ts";

const FOLDER = path.join(projectRoot(), "geodata", "calais");
let calais: DataPackage;

beforeAll(async () => {
  const { dataPackage, problems } = await inspectPackage(filesOnDisk(FOLDER));
  if (!dataPackage) throw new Error(problems.map(printRowProblem).join("\n"));
  calais = dataPackage;
});

/** Every place of this package has a position. */
const at = ({ lat, lon }: Parameters<typeof positionsOfRow>[0]) =>
  positionsOfRow({ lat, lon })[0] ?? [];

const byName = <Own extends { readonly name: string }>(fields: readonly Own[]) =>
  [...fields].sort((a, b) => (a.name < b.name ? -1 : 1));

describe("the Calais package", () => {
  it("has nothing that the import would refuse: every reference, day, number, source and position holds", async () => {
    const { problems } = await inspectPackage(filesOnDisk(FOLDER));
    expect(problems.map(printRowProblem)).toEqual([]);
  });

  it("is complete", async () => {
    const kept = Object.entries(calais.tables).map(
      ([name, table]) => [name, table.length] as const,
    );
    const others = kept.reduce((sum, [, length]) => sum + length, 0);
    const { rows } = await inspectPackage(filesOnDisk(FOLDER));
    expect({ ...Object.fromEntries(kept), events: rows - others }).toEqual({
      sources: 614,
      links: 0,
      actors: 57,
      places: 108,
      shapes: 15,
      events: 155,
      movements: 51,
      counts: 204,
      deaths: 22,
      contradictions: 49,
      citations: 82,
      attestations: 166,
      phases: 10,
      story: 14,
      basemap: 131,
      ring: 1,
    });
  });

  it("declares for each table the schema that the import checks", async () => {
    const descriptor = JSON.parse(await readFile(path.join(FOLDER, DESCRIPTOR_FILE), "utf8")) as {
      resources: { name: TableName; schema: ReturnType<typeof describeTable> }[];
    };
    for (const { name, schema } of descriptor.resources) {
      const expected = describeTable(name, calais.declared.languages, {
        vocabularies: calais.declared.vocabularies,
      });
      const declared = schema.fields.map(
        ({ description: _, ...field }: { description?: string; name: string }) => field,
      );
      const optional = columnsInFile(TABLES[name], calais.declared.languages).filter(
        ({ field }) => field.optionalColumn,
      );
      const present = expected.fields.filter(
        (field) =>
          optional.every((one) => one.name !== field.name) ||
          declared.some((own) => own.name === field.name),
      );
      const known = new Set(
        columnsInFile(TABLES[name], calais.declared.languages).map((one) => one.name),
      );
      const shared = declared.filter((field) => known.has(field.name));
      expect(declared.filter((field) => !known.has(field.name)).map((field) => field.name)).toEqual(
        name === "events" ? ["account_paragraph"] : [],
      );
      // Members of a JSON object have no order.
      const isInOrder = !GEOJSON_TABLES.has(name);
      expect(isInOrder ? shared : byName(shared), name).toEqual(
        isInOrder ? present : byName(present),
      );
      expect(schema.primaryKey, name).toEqual(expected.primaryKey);
      expect(schema.foreignKeys, name).toEqual(expected.foreignKeys);
    }
  });

  it("has no camp in the sea", () => {
    const sea = calais.tables.basemap.find((row) => row.values.class === "sea")
      ?.geometry as Polygon;
    const drowned = calais.tables.places.filter(
      ({ values }) =>
        isMeasuredSite(calais.declared, { kind: values.kind, statedSide: values.stated_side }) &&
        isInside(at(values), sea),
    );
    expect(drowned.map(({ values }) => values.id)).toEqual([]);
  });

  it("closes the ring along the very lines of the bypass", () => {
    const ring = calais.tables.ring[0]?.geometry as Polygon;
    const corners = new Set(ring.coordinates[0]?.map(String));
    const lineOf = (id: string) =>
      calais.tables.shapes.find((row) => row.values.id === id)?.geometry as LineString;
    const rocade = lineOf("shape-rocade").coordinates.map(String);
    expect(rocade.filter((position) => !corners.has(position))).toEqual([]);
    const a16 = lineOf("shape-a16")
      .coordinates.filter(([lon = 0]) => lon >= 1.808 && lon <= 1.9105)
      .map(String);
    expect(a16.filter((position) => !corners.has(position))).toEqual([]);
    expect(positionsOf(ring)[0]).toEqual(positionsOf(ring).at(-1));
  });

  it("differs from containment only at these sites, all of whose circles reach the road", () => {
    const ring = calais.tables.ring[0]?.geometry as Polygon;
    const lines = calais.tables.shapes
      .filter((row) => calais.separation?.line?.outlines.includes(row.values.id))
      .map((row) => row.geometry as LineString);
    const differing = calais.tables.places.filter(({ values }) => {
      if (!isMeasuredSite(calais.declared, { kind: values.kind, statedSide: values.stated_side }))
        return false;
      const contained = isInside(at(values), ring) ? "inside" : "outside";
      return values.stated_side !== contained;
    });
    expect(differing.map(({ values }) => [values.id, values.stated_side])).toEqual([
      ["pashtun-jungle-2009", "edge"],
      ["camp-sudanese-tunnel", "edge"],
      ["camp-tioxide", "edge"],
      ["camp-bois-dubrulle", "edge"],
      ["camp-leader-price", "edge"],
      ["la-lande-edge-garennes", "edge"],
    ]);
    for (const { values } of differing)
      expect(distanceToLines(at(values), lines), values.id).toBeLessThanOrEqual(
        values.precision_m ?? 0,
      );
  });

  it("says of the days that its changelog names what the changelog says", () => {
    const on = (day: string) => {
      const sites = sitesOn(day);
      const idsOf = (rows: typeof sites) => rows.map(({ id }) => id);
      return { all: idsOf(sites), certain: idsOf(sites.filter((site) => isCertainOn(site, day))) };
    };
    const february = on("2015-02-01");
    expect(february.all).toHaveLength(10);
    expect(february.certain).toEqual([
      "solidr-saint-omer",
      "squat-galloo",
      "camp-tioxide",
      "camp-bois-dubrulle",
      "camp-leader-price",
      "squat-bleriot-2015",
    ]);
    expect(on("2014-05-27").certain).toHaveLength(9);
    expect(sitesOn("2014-05-27").filter(({ stated_side }) => stated_side === "edge")).toHaveLength(
      3,
    );
    const house = (day: string) => on(day).all.includes("squat-221-saint-omer");
    expect(["2014-01-05", "2014-01-06", "2014-01-10", "2014-01-11"].map(house)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("gives cause for notices of these kinds only, in no place that the README does not explain", async () => {
    const { notices } = await inspectPackage(filesOnDisk(FOLDER));
    const said = notices.map(({ examples: [first] }) => `${first?.file} ${first?.name}`);
    expect([...new Set(said)].sort()).toEqual([
      "attestations.csv edtf",
      "counts.csv date_edtf",
      "counts.csv place_id",
      "events.csv columns",
      "events.csv edtf",
      "events.csv place_id",
      "movements.csv edtf",
      "places.csv end_edtf",
      "places.csv start_earliest … end_latest",
      "places.csv start_edtf",
      "shapes.geojson geometry",
      "shapes.geojson start_edtf",
    ]);
  });

  it("is headed with a number of sites that its tables bear out", () => {
    const { firstDay, lastDay, standfirst } = calais.declared;
    const [first, last] = [printDay(firstDay), printDay(lastDay)];
    const days = new Set(
      rowsOf("places").map(({ start_earliest = "" }) =>
        start_earliest > first ? start_earliest : first,
      ),
    );
    const known = new Set(
      [...days]
        .filter((day) => day <= last)
        .flatMap((day) => countedSitesOn(day).map(({ id }) => id)),
    );
    for (const [language, said] of [
      ["en", /in more than (\d+) camps/],
      ["fr", /dans plus de (\d+) campements/],
    ] as const) {
      const told = Number(said.exec(standfirst?.[language] ?? "")?.[1]);
      expect(known.size, language).toBeGreaterThan(told);
      expect(known.size, language).toBeLessThanOrEqual(told + 10);
    }
  });

  it("has a changelog of its version, with the numbers of its rows", async () => {
    const readme = await readFile(path.join(FOLDER, "README.md"), "utf8");
    const changes = readme.slice(readme.indexOf("## What changed"));
    expect(changes).toContain(`**${CALAIS_VERSION}.**`);
    for (const table of ["places", "events", "counts", "movements", "deaths", "sources"])
      expect(changes, table).toContain(`(${ROWS[table]})`);
    for (const [name, rows] of Object.entries(ROWS)) {
      const [, told] = new RegExp(`\\| \`${name}\\.\\w+\` \\| (\\d+) \\|`).exec(readme) ?? [];
      if (told !== undefined) expect(Number(told), name).toBe(rows);
    }
  });

  it("names no address that is not http", () => {
    const strange = calais.tables.sources.filter(
      ({ values }) => values.url && !/^https?:\/\//.test(values.url),
    );
    expect(strange).toEqual([]);
  });
});
