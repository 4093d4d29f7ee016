// The document of a figure in a file: as such, or in the proof that a picture and a ZIP of it carry.
import { strFromU8, unzipSync, unzlibSync } from "fflate";
import type { FigureDocument } from "#web/view/address/figure-document.ts";
import { PROOF_FILE, PROOF_KEYWORD } from "#web/view/proof/proof-file.ts";
import { proofInSvg } from "#web/view/proof/proof-xml.ts";
import { figureIn } from "./packed-figure.ts";

/** Undefined where the file has none. */
export function figureInFile(bytes: Uint8Array): FigureDocument | undefined {
  const json = textIn(bytes);
  if (json === undefined) return undefined;
  return figureIn(json) ?? figureOfProof(json);
}

function figureOfProof(json: string): FigureDocument | undefined {
  try {
    const proof: unknown = JSON.parse(json);
    const hasFigure = typeof proof === "object" && proof !== null && "figure" in proof;
    return hasFigure ? figureIn(JSON.stringify(proof.figure)) : undefined;
  } catch {
    return undefined;
  }
}

function textIn(bytes: Uint8Array): string | undefined {
  try {
    const start = strFromU8(bytes.subarray(0, 4), true);
    if (start === "\x89PNG") return textInPng(bytes);
    if (start === "PK\x03\x04") {
      const file = unzipSync(bytes, { filter: ({ name }) => name === PROOF_FILE })[PROOF_FILE];
      return file && strFromU8(file);
    }
    const text = strFromU8(bytes);
    return text.trimStart().startsWith("<") ? proofInSvg(text) : text;
  } catch {
    // Whatever somebody chose.
    return undefined;
  }
}

/** Of chunks: their length and type before them, their checksum after them. */
const [SIGNATURE, BEFORE, AFTER] = [8, 8, 4] as const;
/** Of an international text (iTXt): that it is compressed and how, its language and its keyword there, which are empty. */
const FLAGS = "\0\x01\0\0\0";

function textInPng(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = `${PROOF_KEYWORD}${FLAGS}`;
  for (let at = SIGNATURE; at + BEFORE <= bytes.length; ) {
    const [from, length] = [at + BEFORE, view.getUint32(at)];
    const isText = strFromU8(bytes.subarray(at + 4, from), true) === "iTXt";
    if (isText && strFromU8(bytes.subarray(from, from + start.length), true) === start)
      return strFromU8(unzlibSync(bytes.subarray(from + start.length, from + length)));
    at = from + length + AFTER;
  }
  return undefined;
}
