// The geometry blob of GeoPackage (OGC 12-128r17, 2.1.3): a head with CRS and box, then WKB.
import type { Envelope } from "../envelope.ts";

/** Little endian, with an envelope of x and y. */
const FLAGS_WITH_ENVELOPE = 0b0000_0011;
const FLAGS_BARE = 0b0000_0001;
const HEAD_BYTES = 8;

/** `wkb`: little-endian WKB in hexadecimal digits. */
export function geometryBlob(wkb: string, srid: number, box: Envelope | undefined): Uint8Array {
  const envelope = box ? [box.minX, box.maxX, box.minY, box.maxY] : [];
  const body = Buffer.from(wkb, "hex");
  const blob = Buffer.alloc(HEAD_BYTES + envelope.length * 8 + body.length);
  blob.write("GP", 0, "latin1");
  blob.writeUInt8(0, 2);
  blob.writeUInt8(box ? FLAGS_WITH_ENVELOPE : FLAGS_BARE, 3);
  blob.writeInt32LE(srid, 4);
  envelope.forEach((value, index) => {
    blob.writeDoubleLE(value, HEAD_BYTES + index * 8);
  });
  body.copy(blob, HEAD_BYTES + envelope.length * 8);
  return new Uint8Array(blob);
}
