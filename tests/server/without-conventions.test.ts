// What only a convention dates is left out on request, whichever way the places are taken.
import { readFileSync } from "node:fs";
import { VectorTile } from "@mapbox/vector-tile";
import { parse } from "csv-parse/sync";
import { PbfReader } from "pbf";
import { describe, expect } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { dbTest } from "#tests/support/database.ts";

const DATE = "2014-05-27";

type Row = Record<
  "id" | "convention" | "start_earliest" | "start_latest" | "end_earliest" | "end_latest",
  string
>;

/** Places of the package that only a filled bound makes possible at the date: read from its table, apart from the product. */
const dated: Row[] = parse(readFileSync("geodata/calais/places.csv"), { columns: true });
const byConvention = dated
  .filter(({ convention }) => convention !== "")
  .filter((row) => row.start_earliest <= DATE && DATE <= row.end_latest)
  .filter(
    (row) =>
      (row.convention === "start" && DATE < row.start_latest && row.start_latest !== "") ||
      (row.convention === "end" && row.start_latest < DATE && row.end_earliest < DATE),
  )
  .map(({ id }) => id);

async function bytesOf(address: string): Promise<Buffer> {
  const { app } = await testApp();
  const response = await app.request(address);
  expect(response.status, address).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

const WAYS: readonly (readonly [string, (query: string) => Promise<string[]>])[] = [
  [
    "as a CSV file",
    async (query) => {
      const file = await bytesOf(`/api/download/camps.csv?${query}`);
      const rows: Record<string, string>[] = parse(file, { columns: true });
      return rows.map(({ place_id = "" }) => place_id);
    },
  ],
  [
    "as a GeoJSON file",
    async (query) => {
      const { features } = JSON.parse(`${await bytesOf(`/api/download/camps.geojson?${query}`)}`);
      return features.map(
        ({ properties }: { properties: Row & { place_id: string } }) => properties.place_id,
      );
    },
  ],
  [
    "in vector tiles",
    async (query) => {
      const tile = await bytesOf(`/api/collections/camps/tiles/WebMercatorQuad/0/0/0?${query}`);
      const layer = new VectorTile(new PbfReader(tile)).layers.camps;
      if (!layer) throw new Error("the tile has no camps");
      return Array.from(
        { length: layer.length },
        (_, at) => `${layer.feature(at).properties.place_id}`,
      );
    },
  ],
];

describe("places without conventions", () => {
  dbTest.for(WAYS)("are left out %s", async ([, idsOf]) => {
    expect(byConvention.length).toBeGreaterThan(2);
    const all = await idsOf(`datetime=${DATE}`);
    const attested = await idsOf(`datetime=${DATE}&conventions=false`);
    expect(all).toEqual(expect.arrayContaining(byConvention));
    expect(attested.filter((id) => byConvention.includes(id))).toEqual([]);
    expect([...new Set(all)].filter((id) => !attested.includes(id)).sort()).toEqual(
      [...byConvention].sort(),
    );
  });
});
