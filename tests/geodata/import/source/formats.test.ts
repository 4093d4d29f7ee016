// Files of every kind as one form: columns, cells as they are written, and what was guessed.

import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { packageCells } from "#formats/package-cells.ts";
import { openTable, rowsOf } from "#tests/support/packages/table.ts";
import { workbook } from "#tests/support/packages/workbook.ts";

const cellsOf = async (file: string, content: string | Uint8Array, choice = {}) => {
  const table = await openTable(file, content, choice);
  return { table, cells: (await rowsOf(table)).map(({ cells }) => cells) };
};
const guessesOf = ({ guesses }: { guesses: readonly { what: string; value: string }[] }) =>
  Object.fromEntries(guesses.map(({ value, what }) => [what, value]));

describe("a text", () => {
  it.each([",", ";", "\t", "|"])("is separated by %j, which is guessed and told", async (sign) => {
    const text = `a${sign}b${sign}c\n1${sign}"x${sign}y, z"${sign}3\n`;
    const { cells, table } = await cellsOf("a.txt", text);
    expect(table.columns).toEqual(["a", "b", "c"]);
    expect(cells).toEqual([["1", `x${sign}y, z`, "3"]]);
    expect(guessesOf(table)).toEqual(sign === "," ? {} : { delimiter: sign });
  });

  it.each([
    ["windows-1252", [0x43, 0xe9, 0x80]],
    ["utf-16le", [0xff, 0xfe, 0x43, 0x00, 0xe9, 0x00, 0xac, 0x20]],
    ["utf-16be", [0xfe, 0xff, 0x00, 0x43, 0x00, 0xe9, 0x20, 0xac]],
  ] as const)("in %s is recognised", async (encoding, bytes) => {
    const isWide = encoding.startsWith("utf-16");
    const encode = (text: string) =>
      [...text].flatMap((one) => {
        const code = one.charCodeAt(0);
        if (!isWide) return [code];
        return encoding === "utf-16le" ? [code, 0] : [0, code];
      });
    const mark = isWide ? bytes.slice(0, 2) : [];
    const word = isWide ? bytes.slice(2) : bytes;
    const content = Uint8Array.from([...mark, ...encode("name,n\n"), ...word, ...encode(",1\n")]);
    const { cells, table } = await cellsOf("a.csv", content);
    expect(guessesOf(table).encoding).toBe(encoding);
    expect(cells).toEqual([["Cé€", "1"]]);
  });

  it("may have titles above its headings, and no headings at all", async () => {
    const titled = "A list of bells,,\n,,\nname,date,weight\nA,1900,1\nB,1901,2\n";
    const { cells, table } = await cellsOf("a.csv", titled);
    expect(table.columns).toEqual(["name", "date", "weight"]);
    expect(guessesOf(table)).toEqual({ header: "2" });
    expect(cells).toHaveLength(2);
    const bare = await cellsOf("a.csv", "A,1900-01-01,1.5\nB,1901-01-01,2.5\n");
    expect(bare.table.columns).toEqual(["column 1", "column 2", "column 3"]);
    expect(bare.cells).toHaveLength(2);
    const said = await cellsOf("a.csv", titled, { header: 1 });
    expect(said.table.columns).toEqual(["A list of bells"]);
  });

  it("has each heading once, and tells rows of another width", async () => {
    const table = await openTable("a.csv", "a,a,,b\n1,2,3,4\n1,2\n1,2,3,4,5\n1,2,3,4,\n");
    expect(table.columns).toEqual(["a", "a (2)", "column 3", "b"]);
    const rows = await rowsOf(table);
    expect(rows.map(({ fault, line }) => [line, fault?.got])).toEqual([
      [2, undefined],
      [3, ["cells", 2]],
      [4, ["cells", 5]],
      [5, undefined],
    ]);
  });

  it("has the cells that were written, whatever they are", async () => {
    const cell = fc.string({ unit: "binary", maxLength: 8 }).filter((text) => text.trim() === text);
    const row = fc.tuple(fc.constant("x"), cell, cell);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        fc.pre(rows.flat().every((text) => !/[\p{Cs}\ufeff]/u.test(text)));
        const { cells } = await cellsOf("a.csv", packageCells([["one", "two", "three"], ...rows]), {
          ...{ encoding: "utf-8", delimiter: ",", header: 1 },
        });
        expect(cells).toEqual(rows);
      }),
    );
  });
});

describe("a document", () => {
  it("may be GeoJSON, a feature a line, or a list of objects", async () => {
    const feature = (id: number) => ({
      ...{ type: "Feature", id, properties: { a: id, b: [1, 2] } },
      geometry: { type: "Point", coordinates: [id, 2, 3] },
    });
    const all = { type: "FeatureCollection", features: [feature(1), feature(2)] };
    const lines = [1, 2].map((id) => JSON.stringify(feature(id)));
    const asSequence = lines.map((line) => `\u001e${line}\n`).join("");
    for (const [content, format] of [
      [JSON.stringify(all, null, 1), "geojson"],
      [lines.join("\n"), "geojson-seq"],
      [asSequence, "geojson-seq"],
    ] as const) {
      const table = await openTable("a.csv", content);
      expect([table.format, table.columns]).toEqual([format, ["id", "a", "b"]]);
      expect(await rowsOf(table)).toMatchObject([
        { cells: ["1", "1", "1;2"], geometry: { coordinates: [1, 2] } },
        { cells: ["2", "2", "1;2"], geometry: { coordinates: [2, 2] } },
      ]);
      expect(table.notes).toEqual(["heights"]);
    }
    const list = await cellsOf("a.json", JSON.stringify([{ a: 1 }, { a: "x", b: true }]));
    expect(list.table.columns).toEqual(["a", "b"]);
    expect(list.cells).toEqual([
      ["1", ""],
      ["x", "true"],
    ]);
  });

  it("may be KML with times", async () => {
    const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
      <Placemark id="p1"><name>Bell &amp; tower</name><description><![CDATA[<b>x</b>]]></description>
      <TimeSpan><begin>1871-03</begin><end>1872</end></TimeSpan>
      <ExtendedData><Data name="weight"><value>12</value></Data></ExtendedData>
      <Point><coordinates>5.25,45.1,0</coordinates></Point></Placemark>
      <Placemark><name>B</name><TimeStamp><when>1900-01-01</when></TimeStamp>
      <MultiGeometry><Point><coordinates>1,2</coordinates></Point><Point><coordinates>3,4</coordinates></Point></MultiGeometry></Placemark>
      </Folder></Document></kml>`;
    const table = await openTable("a.kml", kml);
    expect(table.format).toBe("kml");
    expect(table.columns).toEqual(["id", "name", "description", "begin", "end", "weight"]);
    expect(await rowsOf(table)).toMatchObject([
      {
        cells: ["p1", "Bell & tower", "<b>x</b>", "1871-03", "1872", "12"],
        geometry: { type: "Point", coordinates: [5.25, 45.1] },
      },
      { cells: ["", "B", "", "1900-01-01", "", ""], geometry: { type: "MultiPoint" } },
    ]);
  });

  it("may be GPX, each of its points with its time", async () => {
    const gpx = `<gpx version="1.1"><wpt lat="45.1" lon="5.25"><time>2015-03-01T10:00:00Z</time><name>A</name></wpt>
      <trk><trkseg><trkpt lat="45.2" lon="5.3"><ele>12</ele><time>2015-03-01T10:01:00Z</time></trkpt></trkseg></trk></gpx>`;
    const table = await openTable("a.gpx", gpx);
    expect(table.columns).toEqual(["name", "time", "type", "elevation"]);
    expect(await rowsOf(table)).toMatchObject([
      {
        cells: ["A", "2015-03-01T10:00:00Z", "waypoint", ""],
        geometry: { coordinates: [5.25, 45.1] },
      },
      { cells: ["track 2", "2015-03-01T10:01:00Z", "track", "12"] },
    ]);
  });
});

describe("a workbook", () => {
  it("has its days, numbers, texts and results of formulas", async () => {
    const bytes = workbook([
      [{ s: "name" }, { s: "date" }, { s: "lat" }, { s: "sum" }, { s: "yes" }],
      [{ s: "A" }, { date: 42064 }, { n: 45.1 }, { n: 3, formula: "1+2" }, { b: true }],
      [],
      [{ s: "B" }, { date: 42064.5 }, { n: 45 }, { n: 7, formula: "3+4" }, { b: false }],
    ]);
    const { cells, table } = await cellsOf("a.csv", bytes);
    expect(table).toMatchObject({ format: "xlsx", sheets: ["Events"] });
    expect(table.columns).toEqual(["name", "date", "lat", "sum", "yes"]);
    expect(cells).toEqual([
      ["A", "2015-03-01", "45.1", "3", "true"],
      ["B", "2015-03-01T12:00", "45", "7", "false"],
    ]);
    expect((await rowsOf(table)).map(({ line }) => line)).toEqual([2, 4]);
  });

  it("has the sheet that is asked for", async () => {
    const rows = [
      [{ s: "a" }, { s: "b" }],
      [{ n: 1 }, { n: 2 }],
    ];
    await expect(openTable("a.xlsx", workbook(rows), { sheet: "Other" })).rejects.toMatchObject({
      problem: { got: 'no sheet called "Other"', allowed: 'one of "Events"' },
    });
  });

  it("is no archive of something else", async () => {
    const zip = zipSync({ "events.csv": new TextEncoder().encode("a,b\n1,2\n") });
    await expect(openTable("a.xlsx", zip)).rejects.toMatchObject({
      problem: { got: "an archive that is no workbook" },
    });
  });
});
