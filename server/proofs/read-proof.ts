// The proof out of a file, whatever its format: by what the file is, not by its name.
import { filmProof, gifProof } from "./film-proof.ts";
import { pdfProof, zipProof } from "./folder-proof.ts";
import type { FoundText } from "./found-text.ts";
import { pngProof, svgProof } from "./picture-proof.ts";
import { proofFrom } from "./proof-schema.ts";

export type FileFormat = "svg" | "png" | "pdf" | "zip" | "mp4" | "webm" | "gif";

type Reader = (bytes: Buffer) => FoundText | Promise<FoundText>;

const FORMATS: readonly (readonly [FileFormat, (bytes: Buffer) => boolean, Reader])[] = [
  ["png", begins("\x89PNG"), pngProof],
  ["pdf", begins("%PDF-"), pdfProof],
  ["zip", begins("PK\x03\x04"), zipProof],
  ["gif", begins("GIF8"), gifProof],
  ["webm", begins("\x1a\x45\xdf\xa3"), filmProof],
  ["mp4", (bytes) => bytes.toString("latin1", 4, 8) === "ftyp", filmProof],
  ["svg", (bytes) => /<svg[\s>]/.test(bytes.toString("utf8", 0, 1000)), svgProof],
];

function begins(mark: string) {
  return (bytes: Buffer) => bytes.toString("latin1", 0, mark.length) === mark;
}

/** What the file is and what it says of itself; a format that is none of ours has neither. */
export async function readProof(bytes: Buffer) {
  const [format, , read] = FORMATS.find(([, is]) => is(bytes)) ?? [];
  if (!format || !read) return { format: undefined, proof: undefined, isDamaged: false };
  // A file that its own format cannot be read by has no proof that could be found.
  const found: FoundText = await Promise.resolve(bytes)
    .then(read)
    .catch(() => ({ text: undefined, isDamaged: true }));
  const { isDamaged = false, text } = found;
  return { format, isDamaged, proof: text === undefined ? undefined : proofFrom(text) };
}
