// The formats in which items are answered, and how each writes them.

import { csvWriter } from "#formats/csv-features.ts";
import type { FeatureWriter } from "#formats/feature-writer.ts";
import { flatgeobufWriter } from "#formats/flatgeobuf/flatgeobuf.ts";
import { geojsonLinesWriter, geojsonSeqWriter, geojsonWriter } from "#formats/geojson.ts";
import { geopackageWriter } from "#formats/geopackage/geopackage.ts";
import { jsonFgWriter } from "#formats/json-fg.ts";
import { kmlWriter } from "#formats/kml.ts";
import { linkedPlacesWriter } from "#formats/linked-places/linked-places.ts";
import type { Collection } from "#model/collection/collection.ts";
import { FORMATS, type Format } from "../http/formats.ts";
import { ScratchFile } from "./scratch-file.ts";

export const ITEM_FORMATS = {
  geojson: FORMATS.geojson,
  html: FORMATS.html,
  jsonfg: FORMATS.jsonfg,
  geojsonseq: FORMATS.geojsonseq,
  geojsonl: FORMATS.geojsonl,
  csv: FORMATS.csv,
  fgb: FORMATS.fgb,
  kml: FORMATS.kml,
  gpkg: FORMATS.gpkg,
  lpf: FORMATS.lpf,
} as const satisfies Record<string, Format>;
export type ItemFormat = keyof typeof ITEM_FORMATS;

/** The formats of one item. */
export const SINGLE_ITEM_FORMATS = ["geojson", "html", "jsonfg"] as const;

/** HTML is a page: all others write what pages of features hold. */
export type WrittenFormat = Exclude<ItemFormat, "html">;

/** A file that is whole in memory while it is made is no larger. */
export const MAX_FILE_BYTES = 2 ** 30;

/** Formats whose files are, or their indexes: the first byte is there when the last feature is known. */
export const WHOLE_IN_MEMORY: readonly ItemFormat[] = ["gpkg", "fgb"];

export const WRITERS: Readonly<Record<WrittenFormat, FeatureWriter>> = {
  geojson: geojsonWriter,
  jsonfg: jsonFgWriter,
  geojsonseq: geojsonSeqWriter,
  geojsonl: geojsonLinesWriter,
  csv: csvWriter,
  fgb: flatgeobufWriter(() => new ScratchFile()),
  kml: kmlWriter,
  gpkg: geopackageWriter(MAX_FILE_BYTES),
  lpf: linkedPlacesWriter,
};

const NEEDS_GEOMETRY: readonly ItemFormat[] = ["fgb", "kml"];
const ONLY_PLACES: readonly ItemFormat[] = ["lpf"];
const PLACES: readonly string[] = ["places", "sites"];

/** Formats whose positions are longitude and latitude and nothing else, or cannot say that they are anything else. */
export const ONLY_CRS84: readonly ItemFormat[] = ["geojsonseq", "geojsonl", "kml", "lpf"];

export function itemFormatsOf({ geometry, role }: Collection): ItemFormat[] {
  return (Object.keys(ITEM_FORMATS) as ItemFormat[]).filter(
    (name) =>
      (geometry !== null || !NEEDS_GEOMETRY.includes(name)) &&
      (PLACES.includes(role) || !ONLY_PLACES.includes(name)),
  );
}
