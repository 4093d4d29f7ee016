// OWSLib as a notebook uses it: Python's client of OGC services.

import { describe, expect } from "vitest";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";

import {
  featuresOf,
  judgeTest,
  productUrl,
  run,
  runPython,
} from "#tests/support/programs/foreign-client.ts";
import { PYTHON } from "#tests/support/programs/programs.ts";

type Service = {
  readonly conformance: readonly string[];
  readonly collections: readonly string[];
  readonly feature_collections: readonly string[];
  readonly paths: number;
};
type Read = {
  readonly id: (typeof COLLECTION_IDS)[number];
  readonly title: string;
  readonly queryables: readonly string[];
  readonly asked: readonly string[];
  readonly all: readonly Record<string, unknown>[];
  readonly one: Record<string, unknown>;
};

describe("OWSLib", () => {
  judgeTest("owslib")("reads service, collections, queryables and every feature", async () => {
    const box = ["1.8", "50.9", "1.9", "51"];
    const printed = await runPython(
      "lab/owslib-features.py",
      `${productUrl}/api`,
      "2014-05-27",
      ...box,
    );
    const [service, ...read] = printed as [Service, ...Read[]];
    expect(service.collections).toEqual(COLLECTION_IDS);
    expect(service.feature_collections).toEqual(COLLECTION_IDS);
    expect(service.conformance.length).toBeGreaterThan(20);
    expect(service.paths).toBeGreaterThan(20);
    expect(read.map(({ id }) => id)).toEqual(COLLECTION_IDS);
    for (const { id, title, queryables, asked, all, one } of read) {
      expect(title).toBe(COLLECTIONS[id].title.en);
      expect(queryables).toContain("id");
      const expected = await featuresOf(id);
      expect(all).toEqual(expected);
      expect(one).toMatchObject({ ...expected[0] });
      const filtered = await featuresOf(id, { datetime: "2014-05-27", bbox: box.join(",") });
      expect(asked).toEqual(filtered.map((feature) => feature.id));
    }
  });

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
