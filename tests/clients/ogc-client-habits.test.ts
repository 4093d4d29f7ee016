// What two client libraries send with every request, answered as they expect it.
import { OgcApiEndpoint } from "@camptocamp/ogc-client";
import { describe, expect, it } from "vitest";
import { featuresOf, judgeTest, productUrl, run } from "#tests/support/foreign-client.ts";
import { PYTHON } from "#tests/support/programs.ts";

describe("@camptocamp/ogc-client", () => {
  it("pages by offset, and is given each feature once", async () => {
    const endpoint = new OgcApiEndpoint(`${productUrl}/api`);
    const all = (await featuresOf("camps")).map(({ id }) => id);
    const seen: unknown[] = [];
    for (let offset = 0; offset < all.length; offset += 20) {
      const page = await endpoint.getCollectionItems("camps", 20, offset);
      seen.push(...page.map(({ id }) => id));
    }
    expect(seen).toEqual(all);
  });

  it("asks for a CRS as a URN, and for a format by its media type", async () => {
    const endpoint = new OgcApiEndpoint(`${productUrl}/api`);
    const asked = await endpoint.getCollectionItemsUrl("camps", {
      outputFormat: "application/geo+json; charset=utf-8",
      outputCrs: "urn:ogc:def:crs:EPSG::2154",
      limit: 3,
    });
    const response = await fetch(asked);
    expect(response.status, asked).toBe(200);
    expect(response.headers.get("Content-Type")).toContain("application/geo+json");
    expect(response.headers.get("Content-Crs")).toContain("/EPSG/0/2154");
  });
});

describe("OWSLib", () => {
  judgeTest("owslib")("pages by offset", async () => {
    const script = `
import sys
from owslib.ogcapi.features import Features
service = Features(sys.argv[1])
for offset in (0, 7):
    page = service.collection_items("camps", limit=7, offset=offset)
    print(" ".join(feature["id"] for feature in page["features"]))
`;
    const pages = (await run(PYTHON, "-c", script, `${productUrl}/api/`)).trim().split("\n");
    const all = (await featuresOf("camps")).map(({ id }) => id);
    expect(pages.map((page) => page.split(" "))).toEqual([all.slice(0, 7), all.slice(7, 14)]);
  });
});
