// Files that have the proof as a file within.
import { strFromU8, unzipSync } from "fflate";
import { PROOF_FILE } from "#web/view/proof/proof-file.ts";
import { type FoundText, LONGEST_PROOF } from "./found-text.ts";
import { inflated } from "./picture-proof.ts";

export function zipProof(bytes: Buffer): FoundText {
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => name === PROOF_FILE && originalSize <= LONGEST_PROOF,
  });
  const found = files[PROOF_FILE];
  return { text: found && strFromU8(found) };
}

/** Of an attachment as ours are written: one stream, deflated (ISO 32000-1, 7.11.4). */
export function pdfProof(bytes: Buffer): FoundText {
  const from = bytes.indexOf("/EmbeddedFile\n");
  const start = from < 0 ? -1 : bytes.indexOf("stream\n", from);
  const end = start < 0 ? -1 : bytes.indexOf("endstream", start);
  return { text: end < 0 ? undefined : inflated(bytes.subarray(start + 7, end)) };
}
