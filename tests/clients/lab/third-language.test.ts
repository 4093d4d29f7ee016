// A dataset whose texts are in Arabic, English and nothing else, as QGIS reads it: every value of every layer, live and
// from files.
import path from "node:path";
import type { Feature, Geometry } from "geojson";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { projectRoot } from "#db/project-root.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";
import { featuresOf, judgeTest, savedFile } from "#tests/support/programs/foreign-client.ts";
import { layersOf, type QgisQuestion } from "#tests/support/programs/qgis-layers.ts";

const qgisTest = judgeTest("qgis");
let product: RunningProduct | undefined;

beforeAll(async () => {
  const folder = path.join(projectRoot(), "geodata/examples/syriac-monasteries");
  product = await ownProduct({ DATA_PACKAGE: folder });
});
afterAll(() => product?.stop());

type Types = Readonly<Record<string, { readonly type?: string; readonly format?: string }>>;

const typesOf = async (id: string): Promise<Types> => {
  const answer = await fetch(`${product?.url}/api/collections/${id}/schema?f=json`);
  return (await answer.json()).properties;
};

/** A value as it is compared: lists as one text, what has no value as null, days without the midnight of date-times. */
function told(value: unknown, { format, type }: Types[string] = {}): unknown {
  if (value === null || value === undefined || value === "") return null;
  const list = type === "array" && typeof value === "string" && value[0] === "[";
  if (list) return told(JSON.parse(value), { type: "array" });
  if (Array.isArray(value)) return value.length === 0 ? null : value.join("; ");
  if (format === "date") return String(value).replace(/T00:00:00(\.000)?$/, "");
  if (type === "boolean") return value === true || value === 1 || value === "true";
  return type === "number" || type === "integer" ? Number(value) : value;
}

const sorted = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));

function rowsOf(
  features: readonly { readonly properties: Readonly<Record<string, unknown>> | null }[],
  idOf: (index: number) => unknown,
  types: Types,
) {
  const names = Object.keys(types).filter((name) => name !== "geometry" && name !== "id");
  return sorted(
    features.map(({ properties }, index) => ({
      id: idOf(index),
      ...Object.fromEntries(names.map((name) => [name, told(properties?.[name], types[name])])),
    })),
  );
}

describe("a dataset in another language than English and French, in QGIS", () => {
  qgisTest.for(["places", "events", "counts", "sources"])("has every value of %s", async (id) => {
    const url = product?.url ?? "";
    const said: Feature<Geometry | null>[] = await featuresOf(id, {}, url);
    const types = await typesOf(id);
    const expected = rowsOf(said, (index) => said[index]?.id, types);
    const saved = (ending: string) =>
      savedFile(`${url}/api/download/${id}.${ending}`, `${id}.${ending}`);
    const questions: QgisQuestion[] = [
      { provider: "OAPIF", source: `url='${url}/api' typename='${id}'` },
      { provider: "ogr", source: await saved("gpkg") },
      ...(id === "sources" ? [] : [{ provider: "ogr" as const, source: await saved("fgb") }]),
    ];
    for (const [at, { features }] of (await layersOf(questions)).entries()) {
      const read = rowsOf(features, (index) => features[index]?.properties.id, types);
      expect(read, JSON.stringify(questions[at])).toEqual(expected);
    }
    if (id === "places") {
      expect(Object.keys(types)).toEqual(expect.arrayContaining(["name_ar", "name_en"]));
      expect(Object.keys(types)).not.toContain("name_fr");
      expect(expected.map(({ name_ar: name }) => name)).toContain("دير السريان");
    }
  });
});
