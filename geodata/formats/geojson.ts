// GeoJSON (RFC 7946) and GeoJSON text sequences (RFC 8142). The features are JSON text from the database already.
import { CRS84, type Crs } from "#model/space/crs.ts";
import { concatBytes, encodeText } from "./byte-writer.ts";
import { type FeatureSet, type FeatureWriter, provenanceOf } from "./feature-writer.ts";

type Head = Pick<FeatureSet, "about" | "crs" | "links" | "numberMatched" | "numberReturned">;

/** Up to the first feature. */
function opening({ about, crs, links, numberMatched, numberReturned }: Head): string {
  const head = { numberMatched, numberReturned, metadata: about, links };
  return `${JSON.stringify({ type: "FeatureCollection", ...crsMember(crs), ...head }).slice(0, -1)},"features":[`;
}

/**
 * How GeoJSON said its CRS before RFC 7946, and how GDAL, QGIS and OpenLayers still read it: without it metres would be
 * taken for degrees. Nothing in degrees, whose axes no client turns round.
 */
export function crsMember({ srid }: Crs) {
  if (srid === CRS84.srid) return {};
  return { crs: { type: "name", properties: { name: `urn:ogc:def:crs:EPSG::${srid}` } } };
}

const [FIRST, FURTHER] = [encodeText("\n"), encodeText(",\n")];
const CLOSING = "\n]}\n";

/** The bytes of a page whose features are bytes already. */
export function featureCollectionBytes(
  head: Head,
  features: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [encodeText(opening(head))];
  let between: Uint8Array = FIRST;
  for (const feature of features) {
    parts.push(between, feature);
    between = FURTHER;
  }
  parts.push(encodeText(CLOSING));
  return concatBytes(parts);
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

/** A feature a line, each after the separator. */
const linesWriter = (separator: string): FeatureWriter => ({
  async *write({ about, pages }) {
    const provenance = JSON.stringify(provenanceOf(about));
    for await (const rows of pages)
      yield rows
        .map(
          ({ feature }) =>
            `${separator}${feature.trimEnd().slice(0, -1)},"metadata":${provenance}}\n`,
        )
        .join("");
  },
});

/** The record separator before, the line feed after each text (RFC 8142 §2). */
export const geojsonSeqWriter = linesWriter("\u001e");

/** Newline-delimited, for whoever reads line by line (https://stevage.github.io/ndgeojson). */
export const geojsonLinesWriter = linesWriter("");
