// A client library of others, as a script or a page uses it.

import { readFileSync } from "node:fs";
import path from "node:path";
import { FeatureService } from "@ogcapi-js/features";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { COLLECTION_IDS } from "#tests/support/packages/calais-collections.ts";

import { CALAIS } from "#tests/support/packages/packages.ts";
import { productUrl } from "#tests/support/programs/foreign-client.ts";

describe("@ogcapi-js/features", () => {
  it("finds conformance, collections and queryables", async () => {
    const service = new FeatureService({ baseUrl: `${productUrl}/api` });
    expect((await service.getConformance()).conformsTo).toContain(
      "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    );
    const { collections } = await service.getCollections();
    expect(collections.map(({ id }) => id)).toEqual([...COLLECTION_IDS]);
    expect(JSON.stringify(await service.getQueryables("camps"))).toContain('"kind"');
  });

  it("asks for features by date and box, and pages through by their links", async () => {
    const service = new FeatureService({ baseUrl: `${productUrl}/api` });
    const camps = await service.getFeatures("camps", {
      datetime: "2014-05-27",
      bbox: [1.8, 50.9, 1.9, 51],
    });
    expect(camps.features.map(({ id }) => id)).toContain("camp-lamy");
    const seen = new Set<string>();
    let address: string | undefined = `${productUrl}/api/collections/events/items?limit=40`;
    while (address) {
      const page = (await (await fetch(address)).json()) as {
        numberMatched: number;
        features: { id: string }[];
        links: { rel: string; href: string }[];
      };
      for (const { id } of page.features) seen.add(id);
      address = page.links.find(({ rel }) => rel === "next")?.href;
    }
    const rows = parse(readFileSync(path.join(CALAIS, "events.csv")), { columns: true });
    expect(seen.size).toBe(rows.length);
    const one = await service.getFeature("events", "blockade-5sep16");
    expect(one.properties?.category).toBe("blockade");
  });
});
