// Times of day as GDAL reads them: from every format the same instants, of the type that formats have for them.
import type { FeatureCollection } from "geojson";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { CLOCK_EVENTS, writeClockPackage } from "#tests/support/packages/edge-packages.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { ownProduct } from "#tests/support/product/own-product.ts";
import type { RunningProduct } from "#tests/support/product/product.ts";
import { judgeTest, run, savedFile } from "#tests/support/programs/foreign-client.ts";

let product: RunningProduct | undefined;

beforeAll(async () => {
  if (!inject("judges").includes("gdal")) return;
  const folder = temporaryFolder("clock");
  writeClockPackage(folder);
  product = await ownProduct({ DATA_PACKAGE: folder });
});
afterAll(() => product?.stop());

const ENDINGS = ["gpkg", "fgb", "geojson", "csv", "kml"] as const;
/** The formats that have a type for instants, or whose texts are taken for one. */
const TYPED: ReadonlySet<string> = new Set(["gpkg", "fgb", "geojson"]);

describe("a night by the clock", () => {
  judgeTest("gdal").for(ENDINGS)("has its instants in %s", async (ending) => {
    const address = `${product?.url}/api/download/events.${ending}`;
    const file = await savedFile(address, `events.${ending}`);
    const { features }: FeatureCollection = JSON.parse(
      await run("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file),
    );
    const timeOf = (id: string) =>
      features.find((one) => one.id === id || one.properties?.id === id)?.properties?.start_time;
    expect(features.length).toBeGreaterThanOrEqual(CLOCK_EVENTS.length);
    for (const { id, time } of CLOCK_EVENTS) {
      const read: string | null | undefined = timeOf(id);
      if (time === null) expect(read ?? "", id).toBe("");
      // GDAL 3.6 writes 2015/11/01 05:30:00+00 where it keeps to its own form.
      else
        expect(new Date(String(read).replace(/\+00$/, "Z")).toISOString(), id).toBe(
          new Date(time).toISOString(),
        );
    }
    if (!TYPED.has(ending)) return;
    expect(await run("ogrinfo", "-so", "-al", "-ro", file)).toMatch(/^start_time: DateTime /m);
  });
});
