// GeoPackage as the validator of GDAL judges it, and what GDAL knows of its fields.

import { describe, expect } from "vitest";
import { COLLECTION_IDS } from "#tests/support/packages/calais-collections.ts";

import { judgeTest, run, savedFile } from "#tests/support/programs/foreign-client.ts";
import { PYTHON } from "#tests/support/programs/programs.ts";

const validate = (file: string) =>
  run(PYTHON, "-m", "osgeo_utils.samples.validate_gpkg", "--extra", "--warning-as-error", file);

describe("a GeoPackage", () => {
  const questions = ["?id=nothing", "?crs=EPSG:2154", "?crs=EPSG:3857", "?properties=kind"];
  const cases = [
    ...COLLECTION_IDS.map((id) => [id, ""] as const),
    ...questions.flatMap((query) =>
      (["camps", "routes", "sources"] as const).map((id) => [id, query] as const),
    ),
  ];

  judgeTest("gdal").for(cases)("%s.gpkg%s is valid", async ([id, query]) => {
    const file = await savedFile(`/api/download/${id}.gpkg${query}`, `${id}.gpkg`);
    expect(await validate(file)).toBe("");
  });

  judgeTest("gdal")("tells lists from texts, and the values that a column may have", async () => {
    const file = await savedFile("/api/download/camps.gpkg", "camps.gpkg");
    const summary = await run("ogrinfo", "-ro", "-so", "-al", file);
    expect(summary).toMatch(/^source_ids: String\(JSON\)/m);
    expect(summary).toMatch(/^kind: String .*domain name=camps_kind/m);
    expect(summary).toMatch(/^start_earliest: Date/m);
  });
});
