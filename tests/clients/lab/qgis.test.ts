// QGIS without a screen: layers of the API and of downloaded files, with every value; subsets; boxes.
import { beforeAll, describe, expect } from "vitest";
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
import { byId, readOf, saidOf } from "#tests/support/programs/ogr-layer.ts";
import {
  layersOf,
  liveLayer,
  type QgisLayer,
  type QgisQuestion,
} from "#tests/support/programs/qgis-layers.ts";

const qgisTest = judgeTest("qgis");
const MAPPED = COLLECTION_IDS.filter((id) => COLLECTIONS[id].geometry !== null);
const live = (id: CollectionId) => liveLayer(productUrl, id);

describe("layers of the API", () => {
  let layers: readonly QgisLayer[] = [];
  beforeAll(async () => {
    layers = await layersOf(COLLECTION_IDS.map(live));
  });

  qgisTest.for(COLLECTION_IDS.map((id, index) => [id, index] as const))(
    "%s has every value",
    async ([id, index]) => {
      const layer = layers[index] as QgisLayer;
      const said = await featuresOf(id);
      expect(layer.count).toBe(said.length);
      expect(byId(layer.features.map((feature) => readOf(id, feature)))).toEqual(
        byId(said.map((feature) => saidOf(id, feature))),
      );
    },
  );

  qgisTest.for(MAPPED)("%s has days that are days", (id) => {
    const { types } = layers[COLLECTION_IDS.indexOf(id)] as QgisLayer;
    for (const { name, type } of COLLECTIONS[id].properties)
      if (type === "day") expect(types[name], name).toMatch(/^Date/);
  });
});

describe("points, lines and areas together", () => {
  /** All kinds of geometry that the features of a collection have. */
  const kindsOf = async (id: CollectionId) => [
    ...new Set((await featuresOf(id)).map(({ geometry }) => String(geometry?.type))),
  ];

  qgisTest.for(["routes", "basemap"] as const)(
    "%s of the API is a layer of the type of its first feature, and has them all",
    async (id) => {
      const [first] = await featuresOf(id);
      const kinds = await kindsOf(id);
      expect(kinds.length).toBeGreaterThan(1);
      const [layer] = await layersOf([live(id)]);
      expect(layer?.geometry).toBe(first?.geometry?.type);
      expect([...new Set(layer?.features.map(({ geometry }) => geometry?.type))].sort()).toEqual(
        kinds.sort(),
      );
    },
  );

  qgisTest.for(["routes", "basemap"] as const)(
    "the GeoPackage of %s is a layer for each type, with all features",
    async (id) => {
      const said = await featuresOf(id);
      const counts = (await kindsOf(id)).map((kind) => [
        id,
        String(said.filter(({ geometry }) => geometry?.type === kind).length),
        kind,
      ]);
      const source = await savedFile(`/api/download/${id}.gpkg`, `${id}.gpkg`);
      const [layer] = await layersOf([{ provider: "ogr", source }]);
      expect(layer?.sublayers.map(String).sort()).toEqual(counts.map(String).sort());
    },
  );
});

describe("layers of files", () => {
  qgisTest.for(["gpkg", "fgb"])("%s files have every value", async (ending) => {
    const ids = ending === "gpkg" ? COLLECTION_IDS : MAPPED;
    const questions: QgisQuestion[] = [];
    for (const id of ids) {
      const source = await savedFile(`/api/download/${id}.${ending}`, `${id}.${ending}`);
      questions.push({ provider: "ogr", source });
    }
    const layers = await layersOf(questions);
    for (const [index, id] of ids.entries()) {
      const layer = layers[index] as QgisLayer;
      const said = (await featuresOf(id)).map((feature) => saidOf(id, feature));
      expect(byId(layer.features.map((feature) => readOf(id, feature))), id).toEqual(byId(said));
      if (COLLECTIONS[id].geometry) expect(layer.crs).toBe("EPSG:4326");
    }
  });
});

describe("subsets and boxes", () => {
  type Values = Readonly<Record<string, unknown>>;
  type Rule = ((values: Values) => boolean) | string;
  /** What each selects: a rule worked out here or, where QGIS asks by date (`datetime` of whole spans), that question. */
  const SUBSETS: readonly (readonly [CollectionId, string, Rule])[] = [
    ["camps", `"kind" = 'squat'`, ({ kind }) => kind === "squat"],
    ["camps", `"precision_m" < 200`, ({ precision_m: metres }) => Number(metres) < 200],
    [
      "events",
      `"category" IN ('eviction','protest')`,
      ({ category }) => category === "eviction" || category === "protest",
    ],
    ["events", `"title_en" LIKE '%bypass%'`, ({ title_en: title }) => /bypass/.test(String(title))],
    ["counts", `"best" > 1000`, ({ best }) => Number(best ?? 0) > 1000],
    ["places", `"end_latest" IS NULL`, ({ end_latest: day }) => day === null],
    ["events", `"start_earliest" >= '2015-06-01'`, "2015-06-01/.."],
    ["events", `"start_earliest" <= '2014-01-01'`, "../2014-01-01"],
    [
      "events",
      `"start_earliest" >= '2015-06-01' AND "start_earliest" <= '2015-12-31'`,
      "2015-06-01/2015-12-31",
    ],
  ];

  qgisTest("subset strings select what they say", async () => {
    const layers = await layersOf(SUBSETS.map(([id, subset]) => ({ ...live(id), subset })));
    for (const [index, [id, subset, rule]] of SUBSETS.entries()) {
      const said = await featuresOf(id);
      const expected =
        typeof rule === "string"
          ? await featuresOf(id, { datetime: rule })
          : said.filter(({ properties }) => rule(properties ?? {}));
      const found = layers[index]?.features.map(({ properties }) => properties.id);
      expect(found?.sort(), subset).toEqual(expected.map((feature) => feature.id).sort());
      expect(expected.length, subset).toBeGreaterThan(0);
      expect(expected.length, subset).toBeLessThan(said.length);
    }
  });

  qgisTest("a box selects what the API finds in it", async () => {
    const box = [1.84, 50.94, 1.88, 50.97];
    const layers = await layersOf(MAPPED.map((id) => ({ ...live(id), box })));
    for (const [index, id] of MAPPED.entries()) {
      const found = layers[index]?.features.map(({ properties }) => properties.id);
      const expected = await featuresOf(id, { bbox: box.join(",") });
      expect(found?.sort(), id).toEqual(expected.map((feature) => feature.id).sort());
    }
  });
});
