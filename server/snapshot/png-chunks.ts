// Adds to a PNG what the renderer does not write: how many dots an inch it has, whose it is, and its proof.
import { strToU8, zlibSync } from "fflate";
import {
  compressedTextChunk,
  resolutionChunk,
  textChunk,
  withChunks,
} from "#formats/png-chunks.ts";
import { printable } from "#model/words/plain-text.ts";
import { PROOF_KEYWORD } from "#web/view/proof/proof-file.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";

/** Puts them right after the header of the PNG. */
export function annotatePng(png: Uint8Array, dpi: number | undefined, proof: Proof): Uint8Array {
  const notes = {
    Title: proof.title,
    Description: proof.alt,
    Copyright: proof.credit,
    Source: proof.page,
  };
  return withChunks(png, [
    ...(dpi === undefined ? [] : [resolutionChunk(dpi)]),
    ...Object.entries(notes).map(([keyword, text]) => textChunk(keyword, printable(text))),
    // Not by Node's own library, whose bytes are others on another machine.
    compressedTextChunk(PROOF_KEYWORD, zlibSync(strToU8(JSON.stringify(proof)), { level: 9 })),
  ]);
}
