import type { FoundText } from "./found-text.ts";

/** MP4 and WebM: the comment in their metadata. */
export async function filmProof(bytes: Buffer): Promise<FoundText> {
  // Two megabytes of modules, which a service that is asked about no film does without.
  const { BufferSource, Input, MP4, WEBM } = await import("mediabunny");
  const input = new Input({ formats: [MP4, WEBM], source: new BufferSource(bytes) });
  try {
    const { comment } = await input.getMetadataTags();
    return { text: comment };
  } finally {
    input.dispose();
  }
}

/** GIF89a, 24: a comment in blocks, each with its length before it. */
export function gifProof(bytes: Buffer): FoundText {
  let at = bytes.lastIndexOf('\x21\xfe\xff{"rocade"', undefined, "latin1") + 2;
  if (at < 2) return { text: undefined };
  const blocks: Buffer[] = [];
  for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) {
    blocks.push(bytes.subarray(at + 1, at + 1 + length));
    at += length + 1;
  }
  return { text: Buffer.concat(blocks).toString("utf8") };
}
