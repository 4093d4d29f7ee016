// DuckDB as a researcher has it: tables of texts and lines of GeoJSON, with types that it finds out by itself.

import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import {
  COLLECTION_IDS,
  COLLECTIONS,
  type CollectionId,
} from "#tests/support/packages/calais-collections.ts";

import { featuresOf, savedFile } from "#tests/support/programs/foreign-client.ts";
import { saidOf } from "#tests/support/programs/ogr-layer.ts";

type Row = Readonly<Record<string, unknown>>;

/** The rows of a statement, with days and numbers as JSON has them. */
async function rowsOf(statement: string): Promise<readonly Row[]> {
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(statement)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const download = (id: CollectionId, ending: string) =>
  savedFile(`/api/download/${id}.${ending}`, `${id}.${ending}`);
const inOrder = (rows: readonly Row[]) =>
  [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));

/** What the API says of its features, as a table of texts has it, which has no shapes. */
async function expectedRows(id: CollectionId): Promise<Row[]> {
  return (await featuresOf(id)).map((feature) => {
    const { geometry: _, ...row } = saidOf(id, feature);
    return row;
  });
}

describe("CSV", () => {
  it.for(COLLECTION_IDS)("of %s has every value, and types that show", async (id) => {
    const file = await download(id, "csv");
    const columns = ["id", ...COLLECTIONS[id].properties.map(({ name }) => name)];
    const read = await rowsOf(`SELECT ${columns.join(", ")} FROM read_csv('${file}')`);
    const expected = await expectedRows(id);
    const numeric = new Set(
      COLLECTIONS[id].properties
        .filter(({ type }) => type === "integer" || type === "number")
        .map(({ name }) => name),
    );
    // Whole numbers of 64 bits are written as texts by the library, days alike; an id of digits is a number.
    const told = (rows: readonly Row[]) =>
      inOrder(
        rows.map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [
              name,
              value === null ? null : numeric.has(name) ? Number(value) : String(value),
            ]),
          ),
        ),
      );
    expect(told(read)).toEqual(told(expected));
    expect(read.length).toBeGreaterThan(5);
  });

  it.for(COLLECTION_IDS.filter((id) => COLLECTIONS[id].temporal))(
    "of %s can be asked by date",
    async (id) => {
      const file = await download(id, "csv");
      const read = await rowsOf(
        `SELECT id FROM read_csv('${file}') WHERE (start_earliest IS NULL OR start_earliest <= DATE '2015-06-02') AND (end_latest IS NULL OR end_latest >= DATE '2015-06-02')`,
      );
      const expected = await featuresOf(id, { datetime: "2015-06-02" });
      expect(inOrder(read).map((row) => row.id)).toEqual(
        expected.map((feature) => String(feature.id)).sort(),
      );
    },
  );
});

describe("GeoJSON in lines", () => {
  it.for(COLLECTION_IDS)("of %s has every value", async (id) => {
    const file = await download(id, "geojsonl");
    const read = await rowsOf(
      `SELECT id, to_json(properties) AS properties, to_json(geometry) AS geometry FROM read_json('${file}', format = 'newline_delimited', columns = {id: 'VARCHAR', properties: 'JSON', geometry: 'JSON'})`,
    );
    const told = inOrder(read).map((row) => ({
      id: row.id,
      properties: JSON.parse(String(row.properties)),
      geometry: JSON.parse(String(row.geometry)),
    }));
    const expected = (await featuresOf(id)).map(({ id: own, properties, geometry }) => ({
      id: String(own),
      properties,
      geometry,
    }));
    expect(told).toEqual(inOrder(expected));
  });
});
