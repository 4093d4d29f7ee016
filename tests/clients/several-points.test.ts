// Records at several points as GDAL reads them: from every format the same points, and one record.
import type { FeatureCollection, Geometry, Position } from "geojson";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { positionsOf } from "#model/space/geometry.ts";
import {
  SEVERAL_POINTS,
  writeSeveralPointsPackage,
} from "#tests/support/packages/edge-packages.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";
import { judgeTest, run, savedFile } from "#tests/support/programs/foreign-client.ts";

let product: RunningProduct | undefined;

beforeAll(async () => {
  if (!inject("judges").includes("gdal")) return;
  const folder = temporaryFolder("several");
  writeSeveralPointsPackage(folder);
  product = await ownProduct({ DATA_PACKAGE: folder });
});
afterAll(() => product?.stop());

const ENDINGS = ["gpkg", "fgb", "geojson", "geojsonl", "csv", "kml"] as const;
const RECORDS = [
  ["events", "three-fires"],
  ["places", "two-yards"],
] as const;

const sorted = (positions: readonly Position[]) =>
  positions.map(([lon = 0, lat = 0]) => [lon, lat]).sort(([a = 0], [b = 0]) => a - b);

describe("records at several points", () => {
  judgeTest("gdal").for(
    ENDINGS.flatMap((ending) =>
      RECORDS.map(([collection, id]) => [ending, collection, id] as const),
    ),
  )("have them in %s of %s", async ([ending, collection, id]) => {
    const address = `${product?.url}/api/download/${collection}.${ending}`;
    const file = await savedFile(address, `${collection}.${ending}`);
    const { features }: FeatureCollection<Geometry | null> = JSON.parse(
      await run("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file),
    );
    const own = features.filter((one) => one.id === id || one.properties?.id === id);
    expect(own).toHaveLength(1);
    const geometry = own[0]?.geometry;
    expect(sorted(geometry ? positionsOf(geometry) : [])).toEqual(sorted(SEVERAL_POINTS[id] ?? []));
  });
});
