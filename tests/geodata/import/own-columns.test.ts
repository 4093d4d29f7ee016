// Columns that no record type knows: what becomes of them, and in which words they are refused.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { attributeName } from "#import/attributes/attribute-name.ts";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printNotices } from "#import/print-findings.ts";
import { printRowProblem } from "#import/row-problem.ts";
import { isReserved } from "#model/collection/reserved-names.ts";
import { ITEMS_PARAMETERS } from "#server/ogc/items-question.ts";
import {
  changeDescriptor,
  writeAttributedPackage,
} from "#tests/support/packages/attributed-package.ts";
import { minimalPackage } from "#tests/support/packages/minimal-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

let folder = "";
beforeEach(() => {
  folder = minimalPackage();
});

/** Gives each of the four rows of the package a cell in a column of this heading. */
function withColumn(heading: string, cells: readonly string[], field?: object): void {
  const file = path.join(folder, "bells.csv");
  const [header, ...rows] = readFileSync(file, "utf8").trim().split("\n");
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map((row, at) => `${row},${quoted(cells[at] ?? "")}`);
  writeFileSync(file, `${[`${header},${quoted(heading)}`, ...lines].join("\n")}\n`);
  if (!field) return;
  changeDescriptor(folder, ({ resources: [events] }) => {
    if (events) events.schema = { fields: [{ name: heading, ...field }] };
  });
}

async function found() {
  const { dataPackage, notices, problems } = await inspectPackage(filesOnDisk(folder));
  return {
    // Of a file that cannot be read the period is not known either.
    problems: problems
      .filter(({ file, name }) => file.endsWith(".csv") || !/Day$|extent$/.test(name))
      .map(printRowProblem),
    notices: printNotices(notices),
    attributes: dataPackage?.declared.attributes.events ?? [],
  };
}

const typeOf = async (cells: readonly string[], field?: object) => {
  withColumn("own", cells, field);
  const { attributes, problems } = await found();
  expect(problems).toEqual([]);
  return attributes[0]?.type;
};

describe("a column that no schema describes", () => {
  it.each([
    ["all numbers", ["1", "2.5", "", "-3e2"], "number"],
    ["one text among numbers", ["1", "2", "three"], "text"],
    ["codes that begin with 0", ["0107", "0200"], "text"],
    ["more digits than a number holds", ["12345678901234567"], "text"],
    ["nothing at all", [], "text"],
    ["days", ["1871-03-18"], "text"],
  ])("with %s is of its type", async (_, cells, type) => {
    expect(await typeOf(cells)).toBe(type);
  });

  it("is told as published", async () => {
    withColumn("Depth (m)", ["1"]);
    const { attributes, notices } = await found();
    expect(attributes).toMatchObject([
      { name: "Depth_m", column: "Depth (m)", title: { en: "Depth (m)" } },
    ]);
    expect(notices).toContain(
      "notice: bells.csv columns: these columns are the dataset’s own. They are published with each record, for all to read: Depth_m (number)",
    );
  });
});

describe("a column that the schema describes", () => {
  it.each([
    [{ type: "integer" }, "integer"],
    [{ type: "year" }, "integer"],
    [{ type: "number" }, "number"],
    [{ type: "boolean" }, "boolean"],
    [{ type: "date" }, "day"],
    [{ type: "string" }, "text"],
    [{ type: "duration" }, "text"],
    [{}, "text"],
  ])("of %j has its type", async (field, type) => {
    expect(await typeOf([], field)).toBe(type);
  });

  it.each([
    [{ type: "integer" }, "1.5", "a whole number of at most 2147483647 in size"],
    [{ type: "integer" }, "3000000000", "a larger one where the type is number"],
    [{ type: "number" }, "12,5", "a number"],
    [{ type: "boolean" }, "yes", "one of true, True, TRUE, 1, false, False, FALSE, 0"],
    [{ type: "date" }, "18.3.1871", "a day of the years 1 to 9999 written YYYY-MM-DD"],
    [{ type: "string", constraints: { enum: ["a", "b"] } }, "c", "one of a, b"],
    [{ type: "number", constraints: { minimum: 3 } }, "2", "at least 3"],
    [{ type: "string", constraints: { pattern: "[a-z]+" } }, "a1", "of the pattern [a-z]+"],
    [{ type: "string", constraints: { maxLength: 2 } }, "abc", "at most 2 characters"],
  ])("of %j refuses %s, and says what is allowed", async (field, cell, allowed) => {
    withColumn("own", [cell], field);
    const { problems } = await found();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`bells.csv:2 own: found ${JSON.stringify(cell)}`);
    expect(problems[0]).toContain(allowed);
  });

  it("has no empty cell where it is required, and no value twice where it is unique", async () => {
    withColumn("own", ["1", "", "3", "3"], { constraints: { required: true, unique: true } });
    const { problems } = await found();
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('bells.csv:3 own: found ""');
    expect(problems[1]).toContain("a value that no row above has");
  });

  it.each([
    [{ type: "date", format: "%d/%m/%Y" }, "dates in the format"],
    [{ constraints: { pattern: "[" } }, "the pattern"],
  ])("of %j is refused as a whole: nobody could read it", async (field, got) => {
    withColumn("own", ["1"], field);
    expect((await found()).problems.join()).toContain(got);
  });
});

describe("a heading", () => {
  it.each([
    ["start_year", "a column of its own called start_year"],
    ["Category ", "a column of its own called Category"],
    ["geom", "a column of its own called geom"],
    ["bbox", "a column of its own called bbox"],
    ["lon.", "a column of its own called lon"],
    ["title_de", "a text in a language that the package does not have"],
    ["…", "a heading that is no name"],
    ["a".repeat(64), "a heading that is no name"],
  ])("%s is refused in words", async (heading, got) => {
    withColumn(heading, ["1"]);
    const { problems } = await found();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`bells.csv ${JSON.stringify(heading).slice(0, 50)}`);
    expect(problems[0]).toContain(got);
  });

  it("is refused that makes the name of another one", async () => {
    withColumn("Depth (m)", ["1"]);
    withColumn("depth m", ["1"]);
    expect((await found()).problems.join()).toContain("a second column called depth_m");
  });

  it("of a table that keeps no columns of its own is refused as before", async () => {
    folder = temporaryFolder("attributed");
    writeAttributedPackage(folder);
    const file = path.join(folder, "sources.csv");
    const [header, row] = readFileSync(file, "utf8").trim().split("\n");
    writeFileSync(file, `${header},shelf\n${row},3\n`);
    const { problems } = await inspectPackage(filesOnDisk(folder));
    expect(problems.map(printRowProblem).join()).toContain("a column that is not known");
  });

  it("makes a name that is letters and digits, and the same when it is read again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (heading) => {
        const name = attributeName(heading);
        if (name === undefined) return;
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}_]+$/u);
        expect(attributeName(name)).toBe(name);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
      }),
    );
  });

  it("is no name of a parameter of questions", () => {
    expect(ITEMS_PARAMETERS.filter((name) => !isReserved("events", name, ["en", "fr"]))).toEqual(
      [],
    );
  });
});

describe("a sum", () => {
  it("is of a column that is a number, or refused in words", async () => {
    const measures = [
      { type: "sum", field: "own" },
      { type: "sum", field: "title_en" },
      { type: "sum" },
    ];
    folder = minimalPackage({ measures });
    withColumn("own", ["1"]);
    const { problems } = await found();
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('rocade.measures.1.field: found "title_en"');
    expect(problems[0]).toMatch(/a number: .*people_low.*own/);
    expect(problems[1]).toContain("rocade.measures.2.field: found nothing");
  });
});

describe("columns of its own of protected places", () => {
  it("are told as not published", async () => {
    folder = temporaryFolder("attributed");
    writeAttributedPackage(folder);
    const { notices, problems } = await inspectPackage(filesOnDisk(folder));
    expect(problems.map(printRowProblem)).toEqual([]);
    const told = printNotices(notices).filter((line) => line.includes("may tell where it is"));
    expect(told).toHaveLength(2);
  });
});
