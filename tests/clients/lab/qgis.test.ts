// QGIS without a screen: layers of the API and of downloaded files, with every value; subsets; boxes.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect } from "vitest";
import {
  COLLECTION_IDS,
  COLLECTIONS,
  type CollectionId,
} from "#tests/support/packages/calais-collections.ts";

import { temporaryFolder } from "#tests/support/packages/packages.ts";
import {
  featuresOf,
  judgeTest,
  productUrl,
  runPython,
  savedFile,
} from "#tests/support/programs/foreign-client.ts";
import { byId, type OgrFeature, readOf, saidOf } from "#tests/support/programs/ogr-layer.ts";

type Question = {
  readonly provider: "OAPIF" | "ogr";
  readonly source: string;
  readonly subset?: string;
  readonly box?: readonly number[];
};
type Layer = {
  readonly valid: boolean;
  readonly error?: string;
  readonly count: number;
  readonly crs: string;
  readonly types: Readonly<Record<string, string>>;
  readonly features: readonly OgrFeature[];
};

const qgisTest = judgeTest("qgis");
const MAPPED = COLLECTION_IDS.filter((id) => COLLECTIONS[id].geometry !== null);
const live = (id: CollectionId): Question => ({
  provider: "OAPIF",
  source: `url='${productUrl}/api' typename='${id}'`,
});

/** What QGIS reads, question by question; it starts once. */
async function answersOf(questions: readonly Question[]): Promise<readonly Layer[]> {
  const file = path.join(temporaryFolder("qgis"), "questions.json");
  writeFileSync(file, JSON.stringify(questions));
  const layers = await runPython<Layer>("lab/qgis-layers.py", file);
  for (const layer of layers) expect(layer.error).toBeUndefined();
  return layers;
}

describe("layers of the API", () => {
  let layers: readonly Layer[] = [];
  beforeAll(async () => {
    layers = await answersOf(COLLECTION_IDS.map(live));
  });

  qgisTest.for(COLLECTION_IDS.map((id, index) => [id, index] as const))(
    "%s has every value",
    async ([id, index]) => {
      const layer = layers[index] as Layer;
      const said = await featuresOf(id);
      expect(layer.count).toBe(said.length);
      expect(byId(layer.features.map((feature) => readOf(id, feature)))).toEqual(
        byId(said.map((feature) => saidOf(id, feature))),
      );
    },
  );

  qgisTest.for(MAPPED)("%s has days that are days", (id) => {
    const { types } = layers[COLLECTION_IDS.indexOf(id)] as Layer;
    for (const { name, type } of COLLECTIONS[id].properties)
      if (type === "day") expect(types[name], name).toMatch(/^Date/);
  });
});

describe("layers of files", () => {
  qgisTest.for(["gpkg", "fgb"])("%s files have every value", async (ending) => {
    const ids = ending === "gpkg" ? COLLECTION_IDS : MAPPED;
    const questions: Question[] = [];
    for (const id of ids) {
      const source = await savedFile(`/api/download/${id}.${ending}`, `${id}.${ending}`);
      questions.push({ provider: "ogr", source });
    }
    const layers = await answersOf(questions);
    for (const [index, id] of ids.entries()) {
      const layer = layers[index] as Layer;
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
    const layers = await answersOf(SUBSETS.map(([id, subset]) => ({ ...live(id), subset })));
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
    const layers = await answersOf(MAPPED.map((id) => ({ ...live(id), box })));
    for (const [index, id] of MAPPED.entries()) {
      const found = layers[index]?.features.map(({ properties }) => properties.id);
      const expected = await featuresOf(id, { bbox: box.join(",") });
      expect(found?.sort(), id).toEqual(expected.map((feature) => feature.id).sort());
    }
  });
});
