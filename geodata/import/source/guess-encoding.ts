// In which encoding a text is: UTF-8 where its bytes are that, or else what they look like.
import { analyse } from "chardet";
import { isEncoding } from "../files/decode-bytes.ts";

/** The encoding, and undefined for UTF-8, which is no guess: bytes of another encoding are hardly ever that by chance. */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zeros = bytes.subarray(0, 1000).filter((byte) => byte === 0).length;
  if (zeros > Math.min(bytes.length, 1000) / 5) return bytes[0] === 0 ? "utf-16be" : "utf-16le";
  if (isUtf8(bytes)) return undefined;
  const looks = analyse(bytes)
    .filter(({ name }) => name !== "UTF-8" && name !== "ASCII" && isEncoding(name))
    .map(({ confidence, name }) => ({ confidence, name: name.toLowerCase() }));
  const [best] = looks;
  // Of the encodings of Western Europe, which a few letters do not tell apart, this one has all the letters of the others.
  return !best || best.confidence < 60 || WESTERN.has(best.name) ? "windows-1252" : best.name;
}

const WESTERN: ReadonlySet<string> = new Set([
  "iso-8859-1",
  "iso-8859-9",
  "iso-8859-2",
  "windows-1252",
]);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // The last character may be cut off.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
