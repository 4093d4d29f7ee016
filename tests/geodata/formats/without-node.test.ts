// Writers as a page has them: no database, no file, no Buffer; read by programs that are not ours.

import { geojson as flatgeobuf } from "flatgeobuf";
import type { Feature } from "geojson";
import { afterEach, describe, expect, it, vi } from "vitest";
import { csvWriter } from "#formats/csv-features.ts";
import type { FeatureSet, FeatureWriter } from "#formats/feature-writer.ts";
import { flatgeobufWriter } from "#formats/flatgeobuf/flatgeobuf.ts";
import { geojsonWriter } from "#formats/geojson.ts";
import { kmlWriter } from "#formats/kml.ts";
import { CRS84 } from "#model/space/crs.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { createDataset } from "#tests/support/records/dataset.ts";

const collection = COLLECTIONS.events;
const features = ["one", "deux …", "三"].map((title, index) => ({
  type: "Feature" as const,
  id: `event-${index}`,
  geometry: { type: "Point" as const, coordinates: [1.8 + index / 100, 50.9] },
  properties: { title_en: title, category: "court", start_earliest: `2014-05-0${index + 1}` },
}));

async function* pages() {
  for (const feature of features) {
    const [x, y] = feature.geometry.coordinates;
    yield [{ feature: JSON.stringify(feature), geometry: `POINT(${x} ${y})` }];
  }
}

const set = (): FeatureSet => ({
  collection,
  crs: CRS84,
  properties: ["title_en", "category", "start_earliest"],
  about: {
    collection: "events",
    title: "Events",
    description: "",
    attribution: "Somebody",
    citation: "",
    licences: [],
    dataset: "some",
    version: "1.0.0",
    codebook: "https://example.org/schema",
  },
  language: "en",
  vocabularies: createDataset({}).meta.vocabularies,
  itemsUrl: "https://example.org/items",
  links: [],
  pages: pages(),
});

/** The whole file, written where there is no Buffer. */
async function written(writer: FeatureWriter): Promise<Uint8Array> {
  vi.stubGlobal("Buffer", undefined);
  const parts: Uint8Array[] = [];
  for await (const part of writer.write(set()))
    parts.push(typeof part === "string" ? new TextEncoder().encode(part) : part);
  vi.unstubAllGlobals();
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("written without a server", () => {
  const titles = features.map(({ properties }) => properties.title_en).sort();

  it("FlatGeobuf holds every feature with its values", async () => {
    const read: Feature[] = [];
    for await (const feature of flatgeobuf.deserialize(await written(flatgeobufWriter())))
      read.push(feature as Feature);
    expect(read.map(({ properties }) => properties?.title_en).sort()).toEqual(titles);
    for (const { geometry, properties } of read)
      expect(features.find(({ id }) => id === properties?.id)?.geometry).toEqual(geometry);
  });

  it("GeoJSON holds every feature as it was", async () => {
    const text = new TextDecoder().decode(await written(geojsonWriter));
    expect(JSON.parse(text).features).toEqual(features);
  });

  it.each([
    ["CSV", csvWriter],
    ["KML", kmlWriter],
  ])("%s has every title", async (_, writer) => {
    const text = new TextDecoder().decode(await written(writer));
    for (const title of titles) expect(text).toContain(title);
  });
});
