import type { Db } from "#db/database.ts";
import { type FlatGeobufQuestion, findFlatGeobuf } from "#db/queries/flatgeobuf.ts";
import { type FeatureSet, provenanceOf } from "../formats/feature-writer.ts";
import { flatgeobufWriter } from "../formats/flatgeobuf.ts";

/** By PostGIS, with a spatial index, where the collection has one type of geometry; else by ourselves, without. */
export async function* writeFlatGeobuf(
  db: Db,
  question: Omit<FlatGeobufQuestion, "constants">,
  set: FeatureSet,
): AsyncGenerator<Uint8Array | string> {
  if (set.collection.geometry !== "Geometry") {
    const bytes = await findFlatGeobuf(db, { ...question, constants: provenanceOf(set.about) });
    if (bytes.length > 0) {
      yield bytes;
      return;
    }
  }
  yield* flatgeobufWriter.write(set);
}
