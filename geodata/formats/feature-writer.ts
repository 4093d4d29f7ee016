// How a format takes features: page by page, so that a file of any size is never whole in memory.

import type { Collection } from "#model/collection/collection.ts";
import type { Vocabularies } from "#model/dataset/declared.ts";
import type { Crs } from "#model/space/crs.ts";
import type { Language } from "#model/words/language.ts";
import type { AboutData } from "./about-data.ts";
import type { Link } from "./link.ts";

/** A feature as GeoJSON text, with its geometry as WKT or WKB beside it where the writer asks for that. */
export type WrittenFeature = { readonly feature: string; readonly geometry: string | null };

export type FeatureSet = {
  readonly collection: Collection;
  readonly crs: Crs;
  /** Names of the properties that the features have. */
  readonly properties: readonly string[];
  readonly about: AboutData;
  /** In which names are wanted where a format has one alone. */
  readonly language: Language;
  /** What the dataset says of the ids that its records have. */
  readonly vocabularies: Vocabularies;
  /** Where the features stand: an item is at this address, a slash and its id. */
  readonly itemsUrl: string;
  readonly links: readonly Link[];
  /** False where bounds of dates that a convention fills are cut to the attested days. */
  readonly conventions?: boolean | undefined;
  /** Known for a page, not for a stream. */
  readonly numberMatched?: number;
  readonly numberReturned?: number;
  /** Whether a text file begins with U+FEFF. */
  readonly withByteOrderMark?: boolean;
  readonly pages: AsyncIterable<readonly WrittenFeature[]>;
};

/** A file becomes larger than whoever makes it has room for. */
export class FileTooLarge extends Error {
  override readonly name = "FileTooLarge";
}

export type FeatureWriter = {
  readonly geometryAs?: "wkt" | "wkb";
  /** True where x stands before y in every CRS, as the readers of the format expect whatever the authority says. */
  readonly isXFirst?: boolean;
  readonly write: (set: FeatureSet) => AsyncIterable<string | Uint8Array>;
};

/** The CRS with its axes in the order in which the format has them. */
export function crsOfFormat(crs: Crs, { isXFirst = false }: FeatureWriter): Crs {
  return isXFirst ? { ...crs, isLatitudeFirst: false } : crs;
}

/** What a record of a format without a head says of the data besides its own properties. */
export function provenanceOf({ version, attribution, licences, codebook }: AboutData) {
  return {
    dataset_version: version,
    licence: licences.map(({ title }) => title).join("; "),
    attribution,
    codebook,
  };
}
