// The ground that an operator has laid under a dataset: an extract of a map, as vector tiles, with its date and credit.
import { aNumber, aText, aWholeNumber, type Decoder, objectOf, oneOf } from "../field/decode.ts";
import type { Bbox } from "../space/bbox.ts";

/** How the layers of the tiles are named: as Protomaps has its base map, or as the classes of ours. */
export const GROUND_SCHEMAS = ["protomaps", "own"] as const;
export type GroundSchema = (typeof GROUND_SCHEMAS)[number];

export type LaidGround = {
  /** SHA-256 of the file, in hexadecimal digits: the same hash is the same ground. */
  readonly hash: string;
  /** The day, month or year of what it shows (EDTF). */
  readonly date: string;
  /** Whose data it is of, and under which licence. */
  readonly credit: string;
  readonly licence: string;
  readonly schema: GroundSchema;
  /** What it describes, in degrees. */
  readonly bounds: Bbox;
  /** Zooms of which it has tiles; nearer the last is enlarged. */
  readonly minZoom: number;
  readonly maxZoom: number;
};

/** Reads what is said of a ground. Throws `Unreadable` where it is something else. */
export const decodeLaidGround: Decoder<LaidGround> = objectOf<LaidGround>({
  hash: aText,
  date: aText,
  credit: aText,
  licence: aText,
  schema: oneOf(GROUND_SCHEMAS),
  bounds: objectOf<Bbox>({ west: aNumber, south: aNumber, east: aNumber, north: aNumber }),
  minZoom: aWholeNumber,
  maxZoom: aWholeNumber,
});
