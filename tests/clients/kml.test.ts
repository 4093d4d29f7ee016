// KML as libxml2 reads it, before any program of maps does.

import { describe, expect } from "vitest";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";

import { judgeTest, run, savedFile } from "#tests/support/programs/foreign-client.ts";

const MAPPED = COLLECTION_IDS.filter((id) => COLLECTIONS[id].geometry !== null);

describe("KML", () => {
  judgeTest("pictures").for([
    ...MAPPED.map((id) => `${id}.kml`),
    "camps.kml?id=nothing",
    "camps.kml?q=jungle",
  ])("is well-formed XML: %s", async (file) => {
    expect(await run("xmllint", "--noout", await savedFile(`/api/download/${file}`, "a.kml"))).toBe(
      "",
    );
  });
});
