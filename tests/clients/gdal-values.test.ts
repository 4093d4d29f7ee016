// Every value of every feature of every collection in every format, as GDAL reads it, held against the API's JSON.

import { describe, expect } from "vitest";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";

import { judgeTest, productUrl } from "#tests/support/programs/foreign-client.ts";
import { OGR_CASES, readWhole } from "#tests/support/programs/ogr-sources.ts";

const TYPES = { day: /^Date/, integer: /^Integer/, number: /^Real/, boolean: /Boolean/ } as const;
/** A text format has only what its first values show, GeoJSON no more than JSON's own kinds. */
const TYPED = [".fgb", ".gpkg"];

describe("all values that GDAL reads are those of the API's JSON", () => {
  judgeTest("gdal").for(OGR_CASES)("$name of $id", async ({ name, id, source }) => {
    const { features, types } = await readWhole(source, productUrl, id);
    expect(features.length).toBeGreaterThan(5);
    if (!TYPED.includes(name)) return;
    for (const { name: property, type } of COLLECTIONS[id].properties)
      if (type in TYPES) expect(types[property]).toMatch(TYPES[type as keyof typeof TYPES]);
  });
});
