// Files that are too much, or something else: refused in words, at once, and without taking room.
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openSource } from "#import/source/open-source.ts";
import { IN_BROWSER } from "#import/source/source-table.ts";
import { readLoose } from "#tests/support/packages/loose.ts";
import { openTable } from "#tests/support/packages/table.ts";
import { workbook } from "#tests/support/packages/workbook.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const sheet = (data: string) =>
  workbook([], `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`);
const times = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at + 1)).join("");

const FILES: readonly (readonly [what: string, content: () => string | Uint8Array, got: RegExp])[] =
  [
    [
      "a workbook of a million empty rows",
      () => sheet(times(1_000_000, (at) => `<row r="${at}"/>`)),
      /without a row/,
    ],
    [
      "a workbook of many formatted cells with nothing in them",
      () => sheet(times(300_000, (at) => `<row r="${at}"><c r="A${at}" s="1"/><c s="1"/></row>`)),
      /without a row/,
    ],
    [
      "a workbook with a cell at the end of the world",
      () => sheet(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
      /a cell at XFD1048576/,
    ],
    [
      "a bomb in a ZIP",
      () =>
        zipSync({
          "xl/workbook.xml": new Uint8Array(10),
          "xl/worksheets/sheet1.xml": new Uint8Array(300_000_000),
        }),
      /287 MB of sheets, packed in 1 MB/,
    ],
    [
      "ten thousand columns",
      () => `${times(10_000, (at) => `,c${at}`).slice(1)}\n${"1,".repeat(9_999)}1\n`,
      /10000 columns/,
    ],
    [
      "lists in lists",
      () => `{"type":"FeatureCollection","features":${"[".repeat(1e6)}${"]".repeat(1e6)}}`,
      /further than any table/,
    ],
    [
      "elements in elements",
      () => `<kml>${"<Placemark>".repeat(10_000)}${"</Placemark>".repeat(10_000)}</kml>`,
      /elements within elements/,
    ],
    ["broken XML", () => "<kml><Placemark><name>a</kml>", /XML that is broken/],
    ["a page", () => "<!doctype html><html><body>1,2</body></html>", /a web page/],
    ["a picture", () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /a picture/],
    ["a program", () => Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256), /no text/],
    ["a broken archive", () => Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), /that is damaged/],
    ["an empty file", () => "", /an empty file/],
    ["a line of ten megabytes", () => "x".repeat(1e7), /no table/],
  ];

describe("a file that is too much", () => {
  it.each(FILES)("%s is refused in words within 5 s", async (_, content, got) => {
    const bytes = content();
    const start = performance.now();
    const refused = await openTable("a.csv", bytes).then(
      () => undefined,
      (error) => error.problem,
    );
    expect(refused).toMatchObject({ file: "a.csv", got: expect.stringMatching(got) });
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it("is refused by its size, before it is read", async () => {
    let asked = 0;
    const files = {
      ...{ called: "a.csv", names: ["a.csv"], isOneFile: true, size: () => 2 ** 30 },
      read: async function* () {
        for (; asked < 4096; asked += 1) yield new TextEncoder().encode("a,b\n".repeat(65_536));
      },
    };
    await expect(openSource(files, "a.csv", {}, IN_BROWSER)).rejects.toMatchObject({
      problem: { got: "1024 MB", allowed: "at most 200 MB" },
    });
    expect(asked).toBeLessThan(3);
  });

  it("is told of entities that stand for others as they are written", async () => {
    const kml =
      '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>';
    const { columns } = await openTable("a.kml", kml);
    expect(columns).toEqual(["name"]);
  });

  it("may be rows of separators, of which none is a row", async () => {
    const { problems } = await readLoose("a.csv", `title,date,lat,lon\n${",,,\n".repeat(200_000)}`);
    expect(problems.join()).toContain("headings, and no row below them");
  });
});
