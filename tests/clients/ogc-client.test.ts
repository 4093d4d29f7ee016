// @camptocamp/ogc-client, which geOrchestra's portals use.

import { OgcApiEndpoint } from "@camptocamp/ogc-client";
import { describe, expect, it } from "vitest";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";

import { featuresOf, productUrl } from "#tests/support/programs/foreign-client.ts";

const endpoint = new OgcApiEndpoint(`${productUrl}/api`);
const mapped = COLLECTION_IDS.filter((id) => COLLECTIONS[id].geometry !== null);

describe("@camptocamp/ogc-client", () => {
  it("finds the endpoint's title, classes and collections", async () => {
    expect((await endpoint.info).title).not.toBe("");
    expect(await endpoint.conformanceClasses).toContain(
      "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    );
    expect(await endpoint.hasFeatures).toBe(true);
    expect([...(await endpoint.featureCollections)].sort()).toEqual([...COLLECTION_IDS].sort());
    expect([...(await endpoint.vectorTileCollections)].sort()).toEqual([...mapped].sort());
  });

  it.for(COLLECTION_IDS)("describes %s", async (id) => {
    const info = await endpoint.getCollectionInfo(id);
    expect(info.title).not.toBe("");
    const types = info.itemFormats.map((type) => type.split(";")[0]);
    expect(types).toEqual(expect.arrayContaining(["application/geo+json", "text/csv"]));
    expect(info.queryables.map(({ name }) => name)).toContain("id");
    expect(info.sortables.map(({ name }) => name)).toContain("id");
  });

  it.for(mapped)(
    "asks for items of %s by date, box and CRS at an address that is answered",
    async (id) => {
      const address = await endpoint.getCollectionItemsUrl(id, {
        limit: 1000,
        asJson: true,
        extent: [1.8, 50.9, 1.9, 51],
        dateTime: new Date("2014-05-27T00:00:00Z"),
        outputCrs: "http://www.opengis.net/def/crs/EPSG/0/2154",
      });
      const answer = await fetch(address);
      const text = await answer.text();
      expect(answer.status, `${address}: ${text}`).toBe(200);
      const { features } = JSON.parse(text) as { features: { id: string }[] };
      const expected = await featuresOf(id, { datetime: "2014-05-27", bbox: "1.8,50.9,1.9,51" });
      expect(features.map((feature) => feature.id)).toEqual(expected.map((feature) => feature.id));
    },
  );

  it("fetches features one by one and many at once", async () => {
    const items = await endpoint.getCollectionItems("camps", 10);
    const expected = await featuresOf("camps");
    expect(items.map((feature) => feature.properties)).toEqual(
      expected.slice(0, 10).map(({ properties }) => properties),
    );
    const one = await endpoint.getCollectionItem("camps", "la-lande");
    expect(one.properties).toEqual(expected.find(({ id }) => id === "la-lande")?.properties);
  });
});
