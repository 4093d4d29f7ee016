// What a PNG says beside its pixels (ISO/IEC 15948): how many dots an inch it has, and texts.
import { concatBytes, encodeText } from "./byte-writer.ts";
import { crc32 } from "./crc32.ts";

/** Where the first chunk ends: eight bytes of signature, then the header chunk of 25. */
const AFTER_HEADER = 33;
const INCH_M = 0.0254;

/** The PNG with these chunks right after its header. */
export function withChunks(png: Uint8Array, chunks: readonly Uint8Array[]): Uint8Array {
  return concatBytes([png.subarray(0, AFTER_HEADER), ...chunks, png.subarray(AFTER_HEADER)]);
}

/** 11.3.5.3 pHYs: dots an inch, the same across and down. */
export function resolutionChunk(dpi: number): Uint8Array {
  const data = new DataView(new ArrayBuffer(9));
  const perMetre = Math.round(dpi / INCH_M);
  data.setUint32(0, perMetre);
  data.setUint32(4, perMetre);
  data.setUint8(8, 1);
  return chunk("pHYs", new Uint8Array(data.buffer));
}

/** 11.3.4.5 iTXt: a text in UTF-8 under a keyword of Latin letters. */
export const textChunk = (keyword: string, text: string): Uint8Array =>
  chunk("iTXt", encodeText(`${keyword}\0\0\0\0\0${text}`));

/** The same of a text that is compressed already, in the format of zlib. */
export const compressedTextChunk = (keyword: string, deflated: Uint8Array): Uint8Array =>
  chunk("iTXt", concatBytes([encodeText(`${keyword}\0\x01\0\0\0`), deflated]));

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concatBytes([encodeText(type), data]);
  return concatBytes([fourBytes(data.length), body, fourBytes(crc32(body))]);
}

function fourBytes(value: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setUint32(0, value);
  return new Uint8Array(bytes.buffer);
}
