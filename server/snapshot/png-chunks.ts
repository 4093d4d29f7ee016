// Adds to a PNG what the renderer does not write: how many dots an inch it has, and whose it is.
import { crc32 } from "node:zlib";
import { printable } from "#model/words/plain-text.ts";

/** Where the first chunk ends: eight bytes of signature, then the header chunk of 25. */
const AFTER_HEADER = 33;
const INCH_M = 0.0254;

export type PngNotes = Readonly<Record<string, string>>;

/** PNG (ISO/IEC 15948) 11.3.5.3 pHYs and 11.3.4.5 iTXt, put right after the header. */
export function annotatePng(png: Uint8Array, dpi: number | undefined, notes: PngNotes): Uint8Array {
  const chunks = [
    ...(dpi === undefined ? [] : [chunk("pHYs", density(dpi))]),
    ...Object.entries(notes).map(([keyword, text]) =>
      chunk("iTXt", Buffer.from(`${keyword}\0\0\0\0\0${printable(text)}`, "utf8")),
    ),
  ];
  return Buffer.concat([png.subarray(0, AFTER_HEADER), ...chunks, png.subarray(AFTER_HEADER)]);
}

function density(dpi: number): Buffer {
  const data = Buffer.alloc(9);
  const perMetre = Math.round(dpi / INCH_M);
  data.writeUInt32BE(perMetre, 0);
  data.writeUInt32BE(perMetre, 4);
  data.writeUInt8(1, 8);
  return data;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "ascii"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
