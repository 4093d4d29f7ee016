import { crc32, inflateSync } from "node:zlib";

import { PROOF_KEYWORD } from "#web/view/proof/proof-file.ts";
import { proofInSvg } from "#web/view/proof/proof-xml.ts";
import { type FoundText, LONGEST_PROOF } from "./found-text.ts";

/** PNG (ISO/IEC 15948): each chunk has its own check sum, which a changed bit fails. */
export function pngProof(bytes: Buffer): FoundText {
  let text: string | undefined;
  let isDamaged = false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) break;
    const body = bytes.subarray(at + 4, end);
    if (crc32(body) !== bytes.readUInt32BE(end)) isDamaged = true;
    const head = `iTXt${PROOF_KEYWORD}\0`;
    if (body.toString("latin1", 0, head.length) === head)
      // Of its flags the language and the translated keyword, both empty.
      text = inflated(body.subarray(head.length + 4));
    at = end + 4;
    if (body.toString("latin1", 0, 4) === "IEND") break;
  }
  return { text, isDamaged: isDamaged || at !== bytes.length };
}

/** Bytes of zlib as text; undefined where they are none. */
export function inflated(bytes: Uint8Array): string | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: LONGEST_PROOF }).toString("utf8");
  } catch {
    return undefined;
  }
}

export const svgProof = (bytes: Buffer): FoundText => ({
  text: proofInSvg(bytes.toString(), LONGEST_PROOF),
});
