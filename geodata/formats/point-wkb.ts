// Points as well-known binary in hexadecimal digits (OGC 06-103r4), as the database answers them.
import type { Position } from "geojson";
import type { Points } from "#model/space/points.ts";

const [POINT, MULTI_POINT] = [1, 4] as const;
const HEAD_BYTES = 5;
const POINT_BYTES = HEAD_BYTES + 16;

/** Little-endian. */
export function wkbOfPoints(points: Points): string {
  if (points.type === "Point") return inHex(pointBytes(points.coordinates));
  const all = points.coordinates;
  const bytes = new Uint8Array(HEAD_BYTES + 4 + all.length * POINT_BYTES);
  const view = new DataView(bytes.buffer);
  head(view, MULTI_POINT);
  view.setUint32(HEAD_BYTES, all.length, true);
  for (const [nth, one] of all.entries())
    bytes.set(pointBytes(one), HEAD_BYTES + 4 + nth * POINT_BYTES);
  return inHex(bytes);
}

function head(view: DataView, kind: number): void {
  view.setUint8(0, 1);
  view.setUint32(1, kind, true);
}

function pointBytes([x = 0, y = 0]: Position): Uint8Array {
  const bytes = new Uint8Array(POINT_BYTES);
  const view = new DataView(bytes.buffer);
  head(view, POINT);
  view.setFloat64(HEAD_BYTES, x, true);
  view.setFloat64(HEAD_BYTES + 8, y, true);
  return bytes;
}

const inHex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
