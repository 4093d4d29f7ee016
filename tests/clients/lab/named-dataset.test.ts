// A dataset beside the default one, as foreign programs read it at its own address.
import { afterAll, beforeAll, describe, expect } from "vitest";
import { HARBOUR_ID, writeHarbourPackage } from "#tests/support/packages/harbour-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";
import { judgeTest, run } from "#tests/support/programs/foreign-client.ts";
import { PYTHON } from "#tests/support/programs/programs.ts";

let product: RunningProduct | undefined;
const api = () => `${product?.url}/d/${HARBOUR_ID}/api`;

/** Ids of the package's own rows, as it was written. */
const SITES = ["far-moor", "mill-yard", "quay-huts"];

beforeAll(async () => {
  const folder = temporaryFolder("harbour");
  writeHarbourPackage(folder);
  product = await ownProduct({}, [folder]);
});
afterAll(() => product?.stop());

describe("a dataset at an address of its own", () => {
  judgeTest("gdal")("GDAL reads its collections and features, and none of another", async () => {
    const listed = await run("ogrinfo", "-ro", `OAPIF:${api()}`);
    expect(listed).toMatch(/\d: camps /);
    const camps = await run("ogrinfo", "-ro", "-al", "-geom=NO", `OAPIF:${api()}`, "camps");
    const ids = [...camps.matchAll(/^ {2}id \(String\) = (.*)$/gm)].map(([, id]) => id);
    expect(ids.sort()).toEqual(SITES);
    const box = ["-spat", "-3.21", "55.951", "-3.2", "55.953"];
    const near = await run("ogrinfo", "-ro", "-so", "-al", ...box, `OAPIF:${api()}`, "camps");
    expect(near).toContain("Feature Count: 1");
    const file = await run("ogrinfo", "-ro", "-so", "-al", `/vsicurl/${api()}/download/camps.gpkg`);
    expect(file).toContain("Feature Count: 3");
  });

  judgeTest("owslib")("OWSLib follows its links and stays there", async () => {
    const script = `
import json, sys
from owslib.ogcapi.features import Features
service = Features(sys.argv[1])
camps = service.collection_items("camps", limit=1)
seen = [one["id"] for one in camps["features"]]
while len(seen) < camps["numberMatched"]:
    seen += [one["id"] for one in service.collection_items("camps", limit=1, offset=len(seen))["features"]]
print(json.dumps({
    "ids": seen,
    "collections": service.feature_collections(),
    "queryables": sorted(service.collection_queryables("camps")["properties"]),
    "paths": len(service.api()["paths"]),
    "servers": service.api()["servers"],
}))`;
    const read = JSON.parse(await run(PYTHON, "-c", script, api()));
    expect(read.ids.sort()).toEqual(SITES);
    expect(read.collections).toContain("routes");
    expect(read.queryables).toContain("id");
    expect(read.paths).toBeGreaterThan(20);
    expect(read.servers).toEqual([{ url: api() }]);
  });

  judgeTest("qgis")("QGIS has a layer of it", async () => {
    const script = `
import json, sys
from qgis.core import QgsApplication, QgsVectorLayer
QgsApplication.setPrefixPath("/usr", True)
program = QgsApplication([], False)
program.initQgis()
layer = QgsVectorLayer("url='" + sys.argv[1] + "' typename='camps'", "camps", "OAPIF")
print(json.dumps({"isValid": layer.isValid(), "ids": [one["id"] for one in layer.getFeatures()]}))
del layer
program.exitQgis()`;
    const printed = await run(PYTHON, "-c", script, api());
    const read = JSON.parse(printed.trim().split("\n").at(-1) ?? "");
    expect(read.isValid).toBe(true);
    expect(read.ids.sort()).toEqual(SITES);
  });
});
