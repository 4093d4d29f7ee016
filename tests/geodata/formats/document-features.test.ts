// Events of a document as features are read again as the events that they were, and SQLite reads them in a GeoPackage.
import sqliteInit from "@sqlite.org/sqlite-wasm";
import { describe, expect, it } from "vitest";
import { eventFeatures } from "#formats/document-features.ts";
import { geopackageWriter } from "#formats/geopackage/geopackage.ts";
import { wkbOfPoints } from "#formats/point-wkb.ts";
import { mapSource } from "#import/mapped/map-source.ts";
import { openDocument } from "#import/open-document.ts";
import { featureDecoder } from "#model/collection/decode-feature.ts";
import { EVENT } from "#model/record/event.ts";
import { mapTable } from "#tests/support/packages/table.ts";

const TABLE = `title,title_fr,date,lat,lon,category,source,Depth,Note
One,Un,2015-03-01,45.12,5.23,flood,Gazette,1.5,x
Two,Deux,-0043-03-15,45.22;45.3,5.33;5.4,fire,Gazette,,y
Three,Trois,2015-05~,,,flood,Journal,3,
`;

async function geopackageOf(content: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of geopackageWriter().write(eventFeatures(await documentOf(content))))
    parts.push(part as Uint8Array);
  expect(parts).toHaveLength(1);
  return parts[0] ?? new Uint8Array();
}

async function documentOf(content: string) {
  const { mapping, table } = await mapTable("a.csv", content, {
    dataset: { languages: ["en", "fr"] },
  });
  const { dataset, refusals } = await openDocument(
    (await mapSource(table, mapping)).files,
    "2026-01-01T00:00:00.000Z",
  );
  if (!dataset) throw new Error(JSON.stringify(refusals));
  return dataset;
}

describe("the events of a document as features", () => {
  it("are read as the events that they were", async () => {
    const dataset = await documentOf(TABLE);
    const set = eventFeatures(dataset);
    const decode = featureDecoder(EVENT, set.collection);
    const read = [];
    for await (const page of set.pages)
      for (const { feature } of page) read.push(decode(JSON.parse(feature)));
    // Days before the year 1 have no form that all programs read: the text and the years have them.
    const [first, ...others] = read;
    expect(others).toEqual(dataset.events.slice(1));
    expect(first).toMatchObject({ edtf: "-0043-03-15", title: { en: "Two", fr: "Deux" } });
  });

  it("are rows of a GeoPackage, with their geometry, and no word of what the document does not say", async () => {
    const bytes = await geopackageOf(TABLE);
    const sqlite = await sqliteInit();
    const db = new sqlite.oo1.DB(":memory:");
    const at = sqlite.wasm.allocFromTypedArray(bytes);
    sqlite.capi.sqlite3_deserialize(db, "main", at, bytes.length, bytes.length, 1);
    const rows = db.selectObjects(
      "SELECT title_en, title_fr, edtf, start_year, Depth, hex(geom) AS geom FROM events ORDER BY start_year, edtf",
    );
    expect(rows).toMatchObject([
      { title_en: "Two", edtf: "-0043-03-15", start_year: -43, Depth: null },
      { title_fr: "Un", Depth: 1.5 },
      { title_fr: "Trois", start_year: 2015, Depth: 3, geom: "" },
    ]);
    expect(String(rows[1]?.geom)).toContain(
      wkbOfPoints({ type: "Point", coordinates: [5.23, 45.12] }).toUpperCase(),
    );
    expect(db.selectValues("SELECT name FROM pragma_table_info('events')")).not.toContain(
      "generalised",
    );
    db.close();
  });

  it("have several points where they are at several", () => {
    expect(
      wkbOfPoints({
        type: "MultiPoint",
        coordinates: [
          [0, 0],
          [1, -2],
        ],
      }),
    ).toBe(
      `0104000000${"02000000"}${"0101000000"}${"0".repeat(32)}${"0101000000"}000000000000f03f00000000000000c0`,
    );
  });

  it("are the same GeoPackage to the byte, whatever SQLite wrote before or writes beside", async () => {
    const first = await geopackageOf(TABLE);
    const long = `${TABLE}${"Four,Quatre,2016,45.5,5.5,storm,Herald,9,zzzzzzzzzzzzzzzzzzzzzzzz\n".repeat(400)}`;
    const other = await geopackageOf(long);
    const beside = await Promise.all([TABLE, long, TABLE, long].map(geopackageOf));
    for (const [index, bytes] of beside.entries())
      expect(Buffer.compare(bytes, index % 2 === 0 ? first : other)).toBe(0);
  });
});
