// What only a convention dates is left out on request, whichever way the places are taken.
import { readFileSync } from "node:fs";
import { VectorTile } from "@mapbox/vector-tile";
import { parse } from "csv-parse/sync";
import { PbfReader } from "pbf";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

const DATE = "2014-05-27";

type Row = Record<
  | "id"
  | "kind"
  | "convention"
  | "bounds_note"
  | "start_earliest"
  | "start_latest"
  | "end_earliest"
  | "end_latest",
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

type Properties = Readonly<Record<string, unknown>>;

/** The properties of what answers, whichever way it is taken; an empty text of a CSV file is null. */
const WAYS: readonly (readonly [string, (query: string) => Promise<Properties[]>])[] = [
  [
    "as items",
    async (query) => {
      const { features } = JSON.parse(
        `${await bytesOf(`/api/collections/camps/items?limit=1000&${query}`)}`,
      );
      return features.map(({ properties }: { properties: Properties }) => properties);
    },
  ],
  [
    "as a CSV file",
    async (query) => {
      const file = await bytesOf(`/api/download/camps.csv?${query}`);
      return parse(file, { columns: true, cast: (cell) => (cell === "" ? null : cell) });
    },
  ],
  [
    "as a GeoJSON file",
    async (query) => {
      const { features } = JSON.parse(`${await bytesOf(`/api/download/camps.geojson?${query}`)}`);
      return features.map(({ properties }: { properties: Properties }) => properties);
    },
  ],
  [
    "in vector tiles",
    async (query) => {
      const tile = await bytesOf(`/api/collections/camps/tiles/WebMercatorQuad/0/0/0?${query}`);
      const layer = new VectorTile(new PbfReader(tile)).layers.camps;
      if (!layer) throw new Error("the tile has no camps");
      return Array.from({ length: layer.length }, (_, at) => layer.feature(at).properties);
    },
  ],
];

const idsOf = (found: readonly Properties[]) => found.map(({ place_id }) => `${place_id}`);

const SETTLEMENTS = ["camp", "squat", "shelter", "state-camp"];
/** Camps of the package of which a convention fills a bound. */
const filled = dated.filter(
  ({ convention, kind }) => convention !== "" && SETTLEMENTS.includes(kind),
);

describe("places without conventions", () => {
  dbTest.for(WAYS)("are left out %s", async ([, take]) => {
    expect(byConvention.length).toBeGreaterThan(2);
    const all = idsOf(await take(`datetime=${DATE}`));
    const attested = idsOf(await take(`datetime=${DATE}&conventions=false`));
    expect(all).toEqual(expect.arrayContaining(byConvention));
    expect(attested.filter((id) => byConvention.includes(id))).toEqual([]);
    expect([...new Set(all)].filter((id) => !attested.includes(id)).sort()).toEqual(
      [...byConvention].sort(),
    );
  });

  dbTest.for(WAYS)("say %s which bounds no source gives", async ([, take]) => {
    const taken = await take("conventions=false");
    expect(filled.length).toBeGreaterThan(5);
    for (const { bounds_note, convention, id, ...days } of filled) {
      const found = taken.find(({ place_id }) => place_id === id);
      expect(found, id).toMatchObject({ bounds_note, convention });
      if (convention === "start" && days.start_latest !== "")
        expect(found?.start_earliest, id).toBe(days.start_latest);
      if (convention === "end" && days.end_earliest !== "")
        expect(found?.end_latest, id).toBe(days.end_earliest);
    }
    const marked = taken.filter(({ convention }) => (convention ?? null) !== null);
    expect(new Set(idsOf(marked))).toEqual(new Set(filled.map(({ id }) => id)));
  });
});

describe("Linked Places, which have no word for a convention", () => {
  type Told = { readonly value: string };
  type Linked = {
    readonly "@id": string;
    readonly when: { readonly timespans: readonly object[]; readonly certainty?: string };
    readonly descriptions: readonly Told[];
  };
  const linked = async (query: string): Promise<ReadonlyMap<string, Linked>> => {
    const { features } = JSON.parse(
      `${await bytesOf(`/api/collections/camps/items?f=lpf&limit=1000&${query}`)}`,
    );
    return new Map(features.map((place: Linked) => [`${place["@id"].split("/").at(-1)}`, place]));
  };
  const textOf = (place: Linked | undefined) =>
    place?.descriptions.map(({ value }) => value).join("\n");

  dbTest("say that such a time is uncertain, and what the convention is", async () => {
    const places = await linked("");
    for (const { bounds_note, convention, id, ...days } of filled) {
      const place = places.get(id);
      expect(place?.when.certainty, id).toBe("uncertain");
      expect(textOf(place), id).toContain(
        `No source gives the ${convention}; a stated convention fills it. ${bounds_note}`,
      );
      if (convention === "start")
        expect(place?.when.timespans[0], id).toMatchObject({
          start: { earliest: days.start_earliest, latest: days.start_latest },
        });
    }
    const marked = [...places].filter(([, { when }]) => when.certainty !== undefined);
    expect(marked.map(([id]) => id).sort()).toEqual(filled.map(({ id }) => id).sort());
  });

  dbTest("have only the side of it that is attested where conventions are left out", async () => {
    const places = await linked("conventions=false");
    expect(places.get("camp-barbusse-2015")?.when.timespans).toEqual([
      { start: { latest: "2015-09-20" }, end: { in: "2015-09-21" } },
    ]);
    expect(places.get("winter-hangar")?.when.timespans).toEqual([
      { start: { in: "2014-12-26" }, end: { earliest: "2015-01-02" } },
    ]);
    for (const { convention, id } of filled) {
      const place = places.get(id);
      const [span] = place?.when.timespans ?? [];
      const side = convention === "start" ? "start" : "end";
      const bound = (span as Record<string, object> | undefined)?.[side];
      expect(Object.keys(bound ?? {}), id).toEqual([side === "start" ? "latest" : "earliest"]);
      expect(place?.when.certainty, id).toBeUndefined();
      expect(textOf(place), id).toContain(`No source gives the ${convention}; only what`);
    }
  });
});
