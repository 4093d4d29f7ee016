// Adds to a PNG what the renderer does not write: how many dots an inch it has, whose it is, and its proof.
import { crc32 } from "node:zlib";
import { strToU8, zlibSync } from "fflate";
import { printable } from "#model/words/plain-text.ts";
import { PROOF_KEYWORD } from "#web/view/proof/proof-file.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";

/** Where the first chunk ends: eight bytes of signature, then the header chunk of 25. */
const AFTER_HEADER = 33;
const INCH_M = 0.0254;

/** PNG (ISO/IEC 15948) 11.3.5.3 pHYs and 11.3.4.5 iTXt, put right after the header. */
export function annotatePng(png: Uint8Array, dpi: number | undefined, proof: Proof): Uint8Array {
  const notes = {
    Title: proof.title,
    Description: proof.alt,
    Copyright: proof.credit,
    Source: proof.page,
  };
  const chunks = [
    ...(dpi === undefined ? [] : [chunk("pHYs", density(dpi))]),
    ...Object.entries(notes).map(([keyword, text]) =>
      chunk("iTXt", Buffer.from(`${keyword}\0\0\0\0\0${printable(text)}`, "utf8")),
    ),
    chunk(
      "iTXt",
      Buffer.concat([
        Buffer.from(`${PROOF_KEYWORD}\0\x01\0\0\0`),
        // Not by Node's own library, whose bytes are others on another machine.
        zlibSync(strToU8(JSON.stringify(proof)), { level: 9 }),
      ]),
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
