// Rows that are wrong in one way are told once, with changes of the mapping that mend all of them; what is left is a table.
import { describe, expect, it } from "vitest";
import { mapSource } from "#import/mapped/map-source.ts";
import { type MendKind, mended } from "#import/mapped/problem-groups.ts";
import { rejectedRows } from "#import/mapped/rejected-rows.ts";
import type { Mapping } from "#import/mapping/mapping.ts";
import { imported, mapTable, openTable, rowsOf } from "#tests/support/packages/table.ts";

const HEADER = "title,date,lat,lon\n";

/** What is told of a table, and what of it once it is mended in that way. */
async function mendedBy(content: string, kind: MendKind, change: Partial<Mapping> = {}) {
  const { mapped: first, mapping: guessed, table } = await mapTable("a.csv", content);
  const mapping = { ...guessed, ...change };
  const before = Object.keys(change).length > 0 ? await mapSource(table, mapping) : first;
  const [mend] = before.groups.flatMap(({ mends }) => mends.filter((one) => one.kind === kind));
  if (!mend) throw new Error(`no mend ${kind}: ${JSON.stringify(before.groups)}`);
  const after = await mapSource(table, mended(mapping, mend));
  return { before, after, mend };
}

describe("a mend", () => {
  it("says the order of dates that is open", async () => {
    const rows = `${HEADER}A,04/03/2015,45,5\nB,05/03/2015,45,5\n`;
    const { after, before } = await mendedBy(rows, "order");
    expect(before.groups).toMatchObject([
      { kind: "open-order", weight: "rejected", column: "date", count: 2 },
    ]);
    expect(after.shown.map(({ date }) => date.edtf)).toEqual(["2015-03-04", "2015-03-05"]);
  });

  it("turns an order that most dates cannot have, and is not offered for the few that are wrong", async () => {
    const many = Array.from({ length: 5 }, (_, at) => `A,${13 + at}/04/2015,45,5\n`).join("");
    const { mapping, mapped, table } = await mapTable(
      "a.csv",
      `${HEADER}${many}B,04/25/2015,45,5\n`,
    );
    expect(mapped.groups).toMatchObject([{ kind: "impossible-order", count: 1, mends: [] }]);
    const wrong = { ...mapping, date: { ...mapping.date, order: "mdy" as const } };
    const told = await mapSource(table, wrong);
    expect(told.groups).toMatchObject([
      { kind: "impossible-order", count: 5, mends: [{ kind: "order" }] },
    ]);
  });

  it.each<[MendKind, string, number]>([
    ["century", `${HEADER}A,13/04/87,45,5\n`, 1],
    ["swap-columns", `${HEADER}A,1900,118.25,34.05\n`, 1],
    ["numbers", `${HEADER}A,42064,45,5\nB,1,45,5\nC,99,45,5\n`, 3],
  ])("of the kind %s takes what was rejected", async (kind, content, events) => {
    const { after, before } = await mendedBy(content, kind, {
      date: { ...(await mapTable("b.csv", `${HEADER}A,1900,1,2\n`)).mapping.date, numbers: null },
    });
    expect([before.events, after.events]).toEqual([0, events]);
  });

  it("swaps a start and an end, and makes ids of a column that has each several times", async () => {
    const rows = "title,start,end,lat,lon\nA,2015-03-02,2015-03-01,45,5\n";
    const swapped = await mendedBy(rows, "swap-dates");
    expect(swapped.after.shown[0]?.date.edtf).toBe("2015-03-01/2015-03-02");
    const twice = "id,title,date,lat,lon\n1,A,1900,45,5\n1,B,1901,45,5\n";
    const { after, before } = await mendedBy(twice, "ids-made", {
      id: { column: "id", keep: false },
    });
    expect(before.groups).toMatchObject([{ kind: "same-id", count: 1 }]);
    expect(after.rejected).toBe(0);
    expect((await imported(after.files)).events[0]?.attributes).toEqual({ id_given: 1 });
  });

  it("takes 0, 0 for no position, and the first of rows that are alike", async () => {
    const rows = `${HEADER}A,1900,0,0\nB,1901,45,5\nB,1901,45,5\n`;
    const nowhere = await mendedBy(rows, "nowhere-empty");
    expect(nowhere.before.groups.map(({ kind, weight }) => [kind, weight])).toEqual([
      ["duplicates", "suspected"],
      ["nowhere", "suspected"],
    ]);
    expect((await imported(nowhere.after.files)).events[0]?.values.lon).toBeNull();
    const first = await mendedBy(rows, "first-of-duplicates");
    expect([first.after.events, first.after.rejected]).toEqual([2, 1]);
  });
});

describe("rows", () => {
  it("far from all others are suspected", async () => {
    const near = Array.from({ length: 30 }, (_, at) => `A${at},1900,45.${at},5\n`).join("");
    const { mapped } = await mapTable("a.csv", `${HEADER}${near}B,1900,-33,151\n`);
    expect(mapped.groups).toMatchObject([
      { kind: "outliers", weight: "suspected", examples: [{ line: 32, value: "-33, 151" }] },
    ]);
  });

  it("that are rejected are a table with a reason, which is read when it is mended", async () => {
    const rows = `${HEADER}A,soon,45,5\nB,1901,45,5\n"C, D",1902,north,5\n`;
    const { mapped, mapping, table } = await mapTable("a.csv", rows);
    expect([mapped.rows, mapped.events, mapped.rejected]).toEqual([3, 1, 2]);
    let text = "";
    for await (const part of rejectedRows(table, mapping)) text += part;
    const again = await openTable("rejected.csv", text);
    expect(again.columns).toEqual(["title", "date", "lat", "lon", "reason"]);
    expect((await rowsOf(again)).map(({ cells }) => cells)).toEqual([
      ["A", "soon", "45", "5", expect.stringContaining('date: found "soon"; expected a date')],
      ["C, D", "1902", "north", "5", expect.stringContaining('lat: found "north"')],
    ]);
  });
});
