// Packages that are wrong in many ways: whatever the import finds in them is told in French to a French reader.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { filesInMemory } from "#import/files/package-files.ts";
import { openDocument } from "#import/open-document.ts";
import { inWords, type Phrase, type Refusal } from "#import/refusal/refusal.ts";
import { englishIn } from "#tests/support/english-in.ts";
import { CALAIS } from "#tests/support/packages/packages.ts";
import { newTextsOf } from "#web/new/words/new-texts.ts";

type Cells = Record<string, string>;
type Texts = Record<string, string>;

const FILES: Readonly<Texts> = Object.fromEntries(
  readdirSync(CALAIS)
    .filter((file) => /\.(?:csv|geojson|json)$/.test(file))
    .map((file) => [file, readFileSync(path.join(CALAIS, file), "utf8")]),
);
const fr = newTextsOf("fr").refusals;

async function refused(changes: Texts): Promise<readonly Refusal[]> {
  const files = filesInMemory("calais.zip", { ...FILES, ...changes });
  return (await openDocument(files, "2026-01-01T00:00:00Z")).refusals;
}

/** The phrase with nothing but a sign for names of columns and values. */
const bare = (phrase: Phrase) =>
  phrase.map((value) => (Array.isArray(value) ? ["xx"] : value)) as unknown as Phrase;

/** All that is told, and what of it is no French. */
function told(refusals: readonly Refusal[]) {
  const phrases = refusals.flatMap(({ allowed, got }) => [got, allowed]);
  return {
    names: new Set(phrases.map(([name]) => name)),
    notFrench: phrases
      .map((phrase) => [phrase[0], inWords(bare(phrase), fr).replace(/«.*»/, "")] as const)
      .filter(([name, text]) => name === "english" || englishIn(text).length > 0),
  };
}

const tables = Object.keys(FILES).filter((file) => file.endsWith(".csv"));
const changed = (file: string, change: (rows: Cells[]) => void) => {
  const rows: Cells[] = parse(FILES[file] ?? "", { columns: true });
  change(rows);
  return { [file]: stringify(rows, { header: true }) };
};
const first = (file: string, cells: Cells, more = 1) =>
  changed(file, (rows) => {
    for (let at = 0; at < more; at += 1) rows[at] = { ...rows[at], ...cells };
  });

describe("a package that is wrong", () => {
  it.each(["zzz zz", "\u0007", "-99999999999", ""])("in each of its columns: %j", async (cell) => {
    const changes = tables.map((file) =>
      changed(file, (rows) => {
        for (const [at, column] of Object.keys(rows[0] ?? {}).entries())
          rows[at % rows.length] = { ...rows[at % rows.length], [column]: cell };
      }),
    );
    const { names, notFrench } = told(await refused(Object.assign({}, ...changes)));
    expect(names.size).toBeGreaterThan(3);
    expect(notFrench).toEqual([]);
  });

  it("between its rows", async () => {
    const { names, notFrench } = told(
      await refused({
        ...first("places.csv", { start_edtf: "2014-01-01", part_of: "nowhere", lon: "1;2" }, 4),
        ...first(
          "counts.csv",
          { low: "9", best: "5", high: "1", source_ids: "", place_id: "gone" },
          3,
        ),
        ...first("events.csv", { edtf: "2099-01", source_ids: "gone", kind: "zz", lat: "" }, 3),
        ...first("movements.csv", { to_id: "nowhere", people_low: "9", people_high: "1" }, 3),
        ...first("phases.csv", { end: "1999-01-01" }),
        ...first("sources.csv", { repeats: "zz" }),
      }),
    );
    expect(names.size).toBeGreaterThan(10);
    expect(notFrench).toEqual([]);
  });

  it("in its headings", async () => {
    const renamed = Object.fromEntries(
      tables.map((file) => {
        const [header = "", ...rows] = (FILES[file] ?? "").split("\n");
        const wrong = header.replace(/,([^,]+)$/, ",Id,xx_de,$1 $1").replace(/^id/, "identity");
        return [file, [wrong, ...rows].join("\n")];
      }),
    );
    const { names, notFrench } = told(await refused(renamed));
    expect([...names]).toEqual(expect.arrayContaining(["unknown-column", "no-such-column"]));
    expect(notFrench).toEqual([]);
  });

  it.each<[string, (document: Record<string, unknown>) => unknown]>([
    [
      "of the wrong kinds",
      () => ({
        name: 5,
        title: [],
        created: "now",
        licenses: [{ path: "x" }, {}],
        resources: {},
        rocade: [],
      }),
    ],
    [
      "of the wrong values",
      () => ({
        name: "A b",
        version: "é",
        resources: [
          {
            name: "events",
            path: "../a",
            encoding: "klingon",
            dialect: { header: false, commentRows: [1], delimiter: "ab" },
          },
        ],
        rocade: {
          languages: ["klingon!", "en", "en"],
          timeZone: "Mars",
          firstDay: "now",
          extent: { west: 500 },
          what: 1,
          words: 1,
          portPlaceId: "x",
        },
      }),
    ],
    [
      "whose days and boxes are reversed",
      (own) => ({
        ...own,
        rocade: {
          ...(own.rocade as object),
          firstDay: "2016-12-31",
          lastDay: "2013-01-01",
          extent: { west: 2, east: 2, south: 51, north: 50 },
        },
      }),
    ],
    [
      "whose day of opening is outside",
      (own) => ({
        ...own,
        rocade: {
          ...(own.rocade as object),
          openingDay: "1999-01-01",
          titleTemplates: [{ en: "{what}" }],
        },
      }),
    ],
    [
      "without tables to show",
      (own) => ({
        ...own,
        resources: [
          { name: "zz", path: "zz.csv" },
          { name: "sources", path: "sources.csv" },
          { name: "sources", path: "sources.csv" },
        ],
      }),
    ],
  ])("in a descriptor %s", async (_, change) => {
    const own = JSON.parse(FILES["datapackage.json"] ?? "") as Record<string, unknown>;
    const { names, notFrench } = told(
      await refused({ "datapackage.json": JSON.stringify(change(own)) }),
    );
    expect(names.size).toBeGreaterThan(1);
    expect(notFrench).toEqual([]);
  });
});
