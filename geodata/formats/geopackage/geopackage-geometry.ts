// The geometry blob of GeoPackage (OGC 12-128r17, 2.1.3): a head with CRS and box, then WKB.
import type { Envelope } from "../envelope.ts";

/** Little endian, with an envelope of x and y. */
const FLAGS_WITH_ENVELOPE = 0b0000_0011;
const FLAGS_BARE = 0b0000_0001;
const HEAD_BYTES = 8;
/** "GP", the magic of the format. */
const GP = [0x47, 0x50] as const;

/** `wkb`: little-endian WKB in hexadecimal digits. */
export function geometryBlob(wkb: string, srid: number, box: Envelope | undefined): Uint8Array {
  const envelope = box ? [box.minX, box.maxX, box.minY, box.maxY] : [];
  const bodyAt = HEAD_BYTES + envelope.length * 8;
  const blob = new Uint8Array(bodyAt + wkb.length / 2);
  const view = new DataView(blob.buffer);
  blob.set([GP[0], GP[1], 0, box ? FLAGS_WITH_ENVELOPE : FLAGS_BARE]);
  view.setInt32(4, srid, true);
  envelope.forEach((value, index) => {
    view.setFloat64(HEAD_BYTES + index * 8, value, true);
  });
  for (let at = 0; at < wkb.length; at += 2)
    blob[bodyAt + at / 2] = 16 * digit(wkb.charCodeAt(at)) + digit(wkb.charCodeAt(at + 1));
  return blob;
}

/** The value of a hexadecimal digit, of either case. */
const digit = (code: number) => (code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x61 + 10);
