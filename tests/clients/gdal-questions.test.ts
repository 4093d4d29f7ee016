// What GDAL asks of the API by itself: attributes, dates and boxes; parts of files over HTTP; vector tiles.

import { describe, expect } from "vitest";
import {
  COLLECTION_IDS,
  COLLECTIONS,
  type CollectionId,
} from "#tests/support/packages/calais-collections.ts";

import {
  featuresOf,
  judgeTest,
  productUrl,
  savedFile,
} from "#tests/support/programs/foreign-client.ts";
import { byId, readLayer, readOf, saidOf } from "#tests/support/programs/ogr-layer.ts";

const gdalTest = judgeTest("gdal");
const api = `OAPIF:${productUrl}/api`;
const MAPPED = COLLECTION_IDS.filter((id) => COLLECTIONS[id].geometry !== null);

const idsOf = (features: readonly { readonly id?: unknown }[]) =>
  features.map(({ id }) => String(id)).sort();
const readIds = async (source: string, ...options: readonly string[]) => {
  const { features, warnings } = await readLayer(source, ...options);
  expect(warnings).toEqual([]);
  return idsOf(features.map(({ properties }) => properties));
};

describe("filters of attributes", () => {
  type Values = Readonly<Record<string, unknown>>;
  /** What may have been there in a stretch of days: days as texts sort as days. */
  const isIn =
    (from: string, until: string) =>
    ({ start_earliest: start, end_latest: end }: Values) =>
      String(end ?? "9999") >= from && String(start ?? "0000") <= until;
  const RULES: readonly (readonly [CollectionId, string, (values: Values) => boolean])[] = [
    ["camps", "kind = 'squat'", ({ kind }) => kind === "squat"],
    [
      "camps",
      "kind = 'squat' AND side = 'inside'",
      ({ kind, side }) => kind === "squat" && side === "inside",
    ],
    [
      "events",
      "category = 'eviction' OR category = 'protest'",
      ({ category }) => category === "eviction" || category === "protest",
    ],
    ["counts", "best >= 1000", ({ best }) => best !== null && Number(best) >= 1000],
    ["places", "end_latest IS NULL", ({ end_latest: day }) => day === null],
    ["events", "title_en LIKE '%bypass%'", ({ title_en: title }) => /bypass/i.test(String(title))],
    // All conditions on dates but equality GDAL asks as `datetime`, and so of any date of a span.
    ["events", "start_earliest >= '2015-06-01'", isIn("2015-06-01", "9999")],
    ["events", "start_earliest <= '2014-01-01'", isIn("0000", "2014-01-01")],
    ["events", "start_earliest < '2015/06/01'", isIn("0000", "2015-06-01")],
    ["events", "start_earliest = '2016-09-05'", ({ start_earliest: day }) => day === "2016-09-05"],
    [
      "events",
      "start_earliest BETWEEN '2015-06-01' AND '2015-07-01'",
      isIn("2015-06-01", "2015-07-01"),
    ],
    [
      "events",
      "start_earliest >= '2016-09-01' AND end_latest <= '2016-09-30'",
      isIn("2016-09-01", "2016-09-30"),
    ],
    [
      "events",
      "start_earliest <= '2015-06-01' AND end_latest >= '2015-08-01'",
      (own) => isIn("0000", "2015-06-01")(own) && isIn("2015-08-01", "9999")(own),
    ],
    [
      "events",
      "start_earliest >= '2015-06-01T10:00:00Z' AND category = 'eviction'",
      (own) => isIn("2015-06-01", "9999")(own) && own.category === "eviction",
    ],
  ];

  gdalTest.for(RULES)("%s where %s", async ([id, where, rule]) => {
    const all = await featuresOf(id);
    const expected = all.filter(({ properties }) => rule(properties ?? {}));
    expect(await readIds(api, id, "--where", where)).toEqual(idsOf(expected));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(all.length);
  });
});

describe("boxes", () => {
  const BOX = ["1.84", "50.94", "1.88", "50.97"];

  gdalTest.for(MAPPED)("of %s are asked of the server", async (id) => {
    const found = await readIds(api, id, "--box", ...BOX);
    const expected = await featuresOf(id, { bbox: BOX.join(",") });
    // A box selects what has a place; the API answers what has none with every box.
    expect(found).toEqual(idsOf(expected.filter(({ geometry }) => geometry !== null)));
  });
});

describe("files read in place, over HTTP", () => {
  const cases = (["fgb", "gpkg", "geojson"] as const).flatMap((ending) =>
    (["places", "events", "movements"] as const).map((id) => [id, ending] as const),
  );

  gdalTest.for(cases)("%s.%s has every value", async ([id, ending]) => {
    const layer = await readLayer(`/vsicurl/${productUrl}/api/download/${id}.${ending}`);
    const said = (await featuresOf(id)).map((feature) => saidOf(id, feature));
    expect(byId(layer.features.map((feature) => readOf(id, feature)))).toEqual(byId(said));
  });

  gdalTest("an index finds in a file on the server what lies in a box", async () => {
    const box = ["1.84", "50.94", "1.88", "50.97"];
    const source = `/vsicurl/${productUrl}/api/download/camps.fgb`;
    const expected = await featuresOf("camps", { bbox: box.join(",") });
    const placed = expected.filter(({ geometry }) => geometry !== null);
    expect(await readIds(source, "--box", ...box)).toEqual(idsOf(placed));
  });
});

describe("vector tiles", () => {
  // Level 12: the tile with the middle of Calais, by the formula of Web Mercator.
  const z = 12;
  const column = (lon: number) => Math.floor(((lon + 180) / 360) * 2 ** z);
  const row = (lat: number) => {
    const sine = Math.sin((lat * Math.PI) / 180);
    return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z);
  };
  const [x, y] = [column(1.8575), row(50.9513)];

  gdalTest.for(MAPPED)("of %s hold what the API has there", async (id) => {
    const address = `/api/collections/${id}/tiles/WebMercatorQuad/${z}/${y}/${x}`;
    const source = await savedFile(address, "tile.mvt");
    const tile = ["--open", `X=${x}`, `Y=${y}`, `Z=${z}`, "CLIP=NO", "--to", "EPSG:4326"];
    const { features, warnings } = await readLayer(source, id, ...tile);
    expect(warnings).toEqual([]);
    const said = new Map((await featuresOf(id)).map((feature) => [feature.id, feature]));
    for (const { properties } of features) {
      const values = said.get(String(properties.id))?.properties ?? {};
      for (const [name, value] of Object.entries(properties)) {
        // Empty in a tile is what the feature has no value of; a list is one text.
        const isOurs = COLLECTIONS[id].properties.some((property) => property.name === name);
        const own = Array.isArray(values[name]) ? values[name].join("; ") : values[name];
        if (isOurs && value !== null)
          expect(String(value), `${properties.id} ${name}`).toBe(String(own));
      }
    }
    const inside = [...said.values()].filter(({ geometry }) => {
      if (geometry?.type !== "Point") return false;
      const [px = 0, py = 0] = geometry.coordinates;
      // Well inside: in the tile of the middle, and so are its neighbours to a thousandth of a degree.
      return [-0.001, 0.001].every((away) => column(px + away) === x && row(py + away) === y);
    });
    const found = features.map(({ properties }) => properties.id);
    expect(found).toEqual(expect.arrayContaining(inside.map((feature) => feature.id)));
    expect(found.length).toBeGreaterThan(0);
  });
});
