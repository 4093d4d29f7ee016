// GeoJSON (RFC 7946) and GeoJSON text sequences (RFC 8142). The features are JSON text from the database already.
import { type FeatureSet, type FeatureWriter, provenanceOf } from "./feature-writer.ts";

type Head = Pick<FeatureSet, "about" | "links" | "numberMatched" | "numberReturned">;

/** Up to the first feature. */
const opening = ({ about, links, numberMatched, numberReturned }: Head) =>
  `${JSON.stringify({ type: "FeatureCollection", numberMatched, numberReturned, metadata: about, links }).slice(0, -1)},"features":[`;
const [FIRST, FURTHER] = [Buffer.from("\n"), Buffer.from(",\n")];
const CLOSING = "\n]}\n";

/** The bytes of a page whose features are bytes already. */
export function featureCollectionBytes(
  head: Head,
  features: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [Buffer.from(opening(head))];
  let between = FIRST;
  for (const feature of features) {
    parts.push(between, feature);
    between = FURTHER;
  }
  parts.push(Buffer.from(CLOSING));
  return Buffer.concat(parts);
}

export const geojsonWriter: FeatureWriter = {
  async *write({ pages, ...head }) {
    yield opening(head);
    let isFirst = true;
    for await (const rows of pages) {
      if (rows.length === 0) continue;
      yield `${isFirst ? "\n" : ",\n"}${rows.map(({ feature }) => feature).join(",\n")}`;
      isFirst = false;
    }
    yield CLOSING;
  },
};

/** The record separator before, the line feed after each text (RFC 8142 §2). */
const RECORD_SEPARATOR = "\u001e";

export const geojsonSeqWriter: FeatureWriter = {
  async *write({ about, pages }) {
    const provenance = JSON.stringify(provenanceOf(about));
    for await (const rows of pages)
      yield rows
        .map(
          ({ feature }) =>
            `${RECORD_SEPARATOR}${feature.trimEnd().slice(0, -1)},"metadata":${provenance}}\n`,
        )
        .join("");
  },
};
