// FlatGeobuf 3 (https://flatgeobuf.org): typed columns, one table of features, and a spatial index before them.
//
// The head tells how many features follow, and the index where each of them stands: nothing can be written before the
// last feature is known. Features are put aside as bytes, wherever the caller has room; in memory are their boxes and the
// index, some 150 bytes a feature.
import { magicbytes } from "flatgeobuf/lib/mjs/constants.js";
import type { Feature } from "geojson";
import { envelopeOf } from "../envelope.ts";
import { type FeatureSet, type FeatureWriter, provenanceOf } from "../feature-writer.ts";
import { encodeFeature } from "./encode-feature.ts";
import { columnsOf, encodeHeader } from "./encode-header.ts";
import { FeatureBoxes, hilbertOrder, NODE_SIZE, packedTree } from "./packed-rtree.ts";
import { inMemory, type PutAside } from "./put-aside.ts";

/** `roomAside`: where a file's features wait; one room for each file. */
export const flatgeobufWriter = (roomAside: () => PutAside = inMemory): FeatureWriter => ({
  isXFirst: true,
  async *write(set) {
    const aside = roomAside();
    try {
      const boxes = await putAside(set, aside);
      const order = await hilbertOrder(boxes);
      const envelope = await boxes.envelope();
      // Of no position at all an index would tell nothing.
      const indexNodeSize = envelope ? NODE_SIZE : 0;
      yield magicbytes;
      yield encodeHeader(set, { count: boxes.count, envelope, indexNodeSize });
      if (envelope) yield await packedTree(boxes, order);
      yield* aside.read(order);
    } finally {
      await aside.close();
    }
  },
});

async function putAside(set: FeatureSet, aside: PutAside): Promise<FeatureBoxes> {
  const boxes = new FeatureBoxes();
  const columns = columnsOf(set);
  const provenance = provenanceOf(set.about);
  for await (const rows of set.pages)
    for (const { feature } of rows) {
      const { id, geometry, properties }: Feature = JSON.parse(feature);
      const bytes = encodeFeature(geometry, { ...properties, id, ...provenance }, columns);
      const box = geometry ? envelopeOf(geometry) : undefined;
      boxes.add(bytes.length, box?.minX, box?.minY, box?.maxX, box?.maxY);
      await aside.add(bytes);
    }
  return boxes;
}
