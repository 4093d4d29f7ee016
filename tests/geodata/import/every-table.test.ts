// Whatever is wrong with one table, the rows of all others are checked, in one go.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printNotice, printRowProblem } from "#import/row-problem.ts";
import { CALAIS, changedPackage } from "#tests/support/packages/packages.ts";

type Cells = Record<string, string>;

/** The text of a table with cells of the row of this id changed; without an id of its first row. */
const withCells = (id: string | undefined, cells: Cells) => (text: string) => {
  const rows: Cells[] = parse(text, { columns: true });
  const at = id === undefined ? 0 : rows.findIndex((row) => row.id === id);
  rows[at] = { ...rows[at], ...cells };
  return stringify(rows, { header: true });
};

function alsoChanged(folder: string, file: string, change: (text: string) => string): string {
  const target = path.join(folder, file);
  writeFileSync(target, change(readFileSync(target, "utf8")));
  return folder;
}

async function reportOn(folder: string) {
  const { notices, problems } = await inspectPackage(filesOnDisk(folder));
  return {
    problems: problems.map(printRowProblem),
    notices: notices.flatMap(({ examples }) => examples.map(printNotice)),
  };
}

/** A place whose text contradicts its days, and an event as well. */
function wrongInTwoTables(): string {
  const folder = changedPackage("places.csv", withCells("la-lande", { start_edtf: "2014-01-01" }));
  return alsoChanged(folder, "events.csv", withCells(undefined, { edtf: "2099-01" }));
}

describe("a fault in one table hides none in another", () => {
  it("between rows that are right by themselves", async () => {
    const { problems } = await reportOn(wrongInTwoTables());
    expect(problems).toEqual([
      expect.stringMatching(/^places\.csv:\d+ start_edtf: found "2014-01-01" beside /),
      expect.stringMatching(/^events\.csv:2 edtf: found "2099-01" beside /),
    ]);
  });

  it("and a cell that is wrong hides neither relations nor notices", async () => {
    const whole = await reportOn(CALAIS);
    const folder = changedPackage("counts.csv", withCells(undefined, { low: "many" }));
    alsoChanged(
      folder,
      "events.csv",
      withCells(undefined, { edtf: "2099-01", source_ids: "gone" }),
    );
    alsoChanged(folder, "movements.csv", withCells(undefined, { to_id: "nowhere" }));
    const { notices, problems } = await reportOn(folder);
    expect(problems).toEqual([
      expect.stringMatching(/^counts\.csv:2 low: found "many"/),
      expect.stringMatching(/^movements\.csv:2 to_id: found "nowhere"; expected an id of places/),
      expect.stringMatching(/^events\.csv:2 source_ids: found "gone"; expected an id of sources/),
      expect.stringMatching(/^events\.csv:2 edtf: found "2099-01"/),
    ]);
    const ofEvents = whole.notices.filter((line) => line.startsWith("notice: events.csv"));
    expect(ofEvents.length).toBeGreaterThan(0);
    expect(notices).toEqual(expect.arrayContaining(ofEvents));
  });
});

describe("what cannot be checked is said", () => {
  it.each([
    ["a column that is missing", (text: string) => text.replace("name_fr", "name_de"), 2],
    ["a row of another width", (text: string) => text.replace("pashtun-jungle-2009,", "a,b,"), 1],
    ["a file that is no CSV", () => 'id,name_en\na,"b', 1],
  ])("of places with %s, and nothing is said to be missing", async (_, change, count) => {
    const folder = changedPackage("places.csv", change);
    alsoChanged(folder, "events.csv", withCells(undefined, { edtf: "2099-01" }));
    const { notices, problems } = await reportOn(folder);
    const ofPlaces = problems.filter((line) => line.startsWith("places.csv"));
    expect(ofPlaces.length).toBeGreaterThanOrEqual(count);
    expect(problems.filter((line) => !line.startsWith("places.csv"))).toEqual([
      expect.stringMatching(/^events\.csv:2 edtf: found "2099-01"/),
    ]);
    expect(notices).toContain(
      "notice: places.csv rows: some could not be read: they, and what refers to them, were not checked; mend them and check again",
    );
  });

  it("of places with a cell that is wrong", async () => {
    const folder = changedPackage("places.csv", withCells("la-lande", { stated_side: "town" }));
    const { notices, problems } = await reportOn(folder);
    expect(problems).toEqual([expect.stringMatching(/^places\.csv:\d+ stated_side: found "town"/)]);
    expect(notices.join("\n")).toContain("places.csv rows: some are wrong: what refers");
  });

  it("of events that cannot be read", async () => {
    const folder = changedPackage("events.csv", (text) => text.replace("title_fr", "title_de"));
    const { notices, problems } = await reportOn(folder);
    expect(problems.filter((line) => !line.startsWith("events.csv"))).toEqual([]);
    expect(notices.join("\n")).toContain("events.csv rows: some could not be read");
  });
});
