// What is changed in rows by hand is in the mapping: the same file and the same mapping make the same package, wherever the
// rows stand in it, and a row that stands otherwise is not changed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeTable } from "#import/brought/describe-table.ts";
import { filesInMemory } from "#import/files/package-files.ts";
import { Findings } from "#import/findings.ts";
import { mapSource } from "#import/mapped/map-source.ts";
import { EDIT, type RowEdit, withEdit } from "#import/mapping/edit.ts";
import { RowNames } from "#import/mapping/edited-rows.ts";
import { imported, mapTable, openTable, rowsOf } from "#tests/support/packages/table.ts";

const HEAD = "title,date,lat,lon,Remark";
const ROWS = [
  "A,2015-03-01,45.12,5.23,x",
  "B,2015-03-02,45.22,5.33,y",
  "A,2015-03-01,45.12,5.23,x",
];
const tableOf = (rows: readonly string[]) => [HEAD, ...rows, ""].join("\n");

/** The names of the rows of a table. */
async function namesOf(content: string): Promise<readonly string[]> {
  const names = new RowNames();
  return (await rowsOf(await openTable("a.csv", content))).map((row) => names.nameOf(row));
}

const edit = (row: string, changes: Partial<RowEdit>) => EDIT.parse({ row, ...changes });

/** The events of a table with these changes, and what was told of it. */
async function changed(content: string, edits: readonly RowEdit[]) {
  const { mapping } = await mapTable("a.csv", tableOf(ROWS));
  const { table } = await mapTable("a.csv", content);
  const mapped = await mapSource(table, { ...mapping, edits: [...edits] });
  const { dataPackage, events } = await imported(mapped.files);
  return { mapped, events, description: dataPackage?.declared.description };
}

describe("a row that is changed by hand", () => {
  it("has other cells, another date in words, another position that is as exact as is said", async () => {
    const [, second = ""] = await namesOf(tableOf(ROWS));
    const { description, events, mapped } = await changed(tableOf(ROWS), [
      edit(second, {
        cells: { Remark: "other", title: "Bee" },
        date: "c. May 1915",
        position: { lon: -1.25, lat: 50, precisionM: 3000 },
      }),
    ]);
    expect(mapped.unmade).toBe(0);
    expect(events[1]).toMatchObject({
      attributes: { Remark: "other" },
      values: {
        title: { en: "Bee" },
        edtf: "1915-05~",
        lon: [-1.25],
        lat: [50],
        precision_m: 3000,
      },
    });
    expect(events[0]?.values.title.en).toBe("A");
    expect(description).toEqual({ en: "Changed by hand: 1 row." });
  });

  it("of two that are alike it is the one that was meant", async () => {
    const names = await namesOf(tableOf(ROWS));
    expect(new Set(names).size).toBe(3);
    const { events } = await changed(tableOf(ROWS), [
      edit(names[2] ?? "", { cells: { title: "C" } }),
    ]);
    expect(events.map(({ values }) => values.title.en)).toEqual(["A", "B", "C"]);
  });

  it("is the same wherever it stands, and is left as it is where it stands otherwise", async () => {
    const [, second = ""] = await namesOf(tableOf(ROWS));
    const change = edit(second, { cells: { title: "Bee" } });
    const moved = await changed(tableOf(["Z,2015-01-01,45.1,5.2,z", ...ROWS]), [change]);
    expect(moved.events.map(({ values }) => values.title.en)).toEqual(["Z", "A", "Bee", "A"]);
    const mended = await changed(tableOf(["B,2015-03-03,45.22,5.33,y"]), [change]);
    expect(mended.events.map(({ values }) => values.title.en)).toEqual(["B"]);
    expect(mended.mapped.unmade).toBe(1);
    expect(mended.description).not.toEqual({ en: "Changed by hand: 1 row." });
  });

  it("is rejected where its new date or cell cannot be read", async () => {
    const [first = ""] = await namesOf(tableOf(ROWS));
    const { mapped } = await changed(tableOf(ROWS), [edit(first, { date: "some day" })]);
    expect(mapped.groups).toMatchObject([{ kind: "not-a-date", count: 1 }]);
  });

  it("mends what could not be read", async () => {
    const content = tableOf(["A,nobody knows,45.12,5.23,x", ...ROWS.slice(1)]);
    const [first = ""] = await namesOf(content);
    expect((await changed(content, [])).mapped.rejected).toBe(1);
    expect((await changed(content, [edit(first, { date: "2015" })])).mapped.rejected).toBe(0);
  });

  it("is told on the command line where it is not in the file", async () => {
    const { mapping } = await mapTable("a.csv", tableOf(ROWS));
    const findings = new Findings();
    const edits = [edit("0123456789abcdef", { date: "2015" })];
    const files = filesInMemory("a.csv", { "a.csv": tableOf(ROWS) });
    await describeTable(files, ["a.csv"], { mapping: { ...mapping, edits } }, findings);
    expect(JSON.stringify(findings.notices)).toContain("1 of the changes are of rows that are not");
  });
});

describe("changes", () => {
  const change = fc.record({
    row: fc.constantFrom("0123456789abcdef", "fedcba9876543210"),
    cells: fc.dictionary(fc.constantFrom("a", "b"), fc.string({ maxLength: 3 })),
    date: fc.option(fc.constant("2015")),
    position: fc.constant(null),
  });

  it("are one for each row, the last, and none that changes nothing", () => {
    fc.assert(
      fc.property(fc.array(change), (all) => {
        const edits = all.reduce<RowEdit[]>(withEdit, []);
        const last = new Map(all.map((one) => [one.row, one]));
        const meant = [...last.values()].filter(
          ({ cells, date }) => date !== null || Object.keys(cells).length > 0,
        );
        expect(new Set(edits)).toEqual(new Set(meant));
      }),
    );
  });
});
