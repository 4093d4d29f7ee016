// What a client library sends with every request, answered as it expects it.
import { OgcApiEndpoint } from "@camptocamp/ogc-client";
import { describe, expect, it } from "vitest";
import { featuresOf, productUrl } from "#tests/support/programs/foreign-client.ts";

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
