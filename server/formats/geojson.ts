// GeoJSON (RFC 7946) and GeoJSON text sequences (RFC 8142). The features are JSON text from the database already.
import { type FeatureWriter, provenanceOf } from "./feature-writer.ts";

export const geojsonWriter: FeatureWriter = {
  async *write({ about, links, numberMatched, numberReturned, pages }) {
    const head = {
      type: "FeatureCollection",
      numberMatched,
      numberReturned,
      metadata: about,
      links,
    };
    yield `${JSON.stringify(head).slice(0, -1)},"features":[`;
    let isFirst = true;
    for await (const rows of pages) {
      if (rows.length === 0) continue;
      yield `${isFirst ? "\n" : ",\n"}${rows.map(({ feature }) => feature).join(",\n")}`;
      isFirst = false;
    }
    yield "\n]}\n";
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
