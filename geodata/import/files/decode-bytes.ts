// From the bytes of a file to its text. Nothing is replaced silently: a byte that is no part of a text is told with its
// place and with what the file looks like.
import { analyse } from "chardet";
import { NotTaken, type Phrase } from "../refusal/refusal.ts";

/** Why the bytes are no text of the encoding; for a problem of the file. */
export class WrongBytes extends NotTaken {
  readonly line: number | null;
  readonly allowed: Phrase;

  constructor(line: number | null, got: Phrase, allowed: Phrase) {
    super(got);
    this.line = line;
    this.allowed = allowed;
  }
}

/** Whether texts in the encoding can be read: a label of the WHATWG Encoding Standard. */
export function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/**
 * The text of a file, some of it at once, without a byte order mark. `declared` is what the descriptor says of the file;
 * without it UTF-8 is taken, or UTF-16 by its byte order mark. Throws WrongBytes.
 */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  declared: string | undefined,
): AsyncGenerator<string> {
  let decode: Decode | undefined;
  for await (const chunk of bytes) {
    decode ??= decoderOf(declared ?? markedEncoding(chunk) ?? "utf-8", declared !== undefined);
    const part = decode(chunk, false);
    if (part !== "") yield part;
  }
  const rest = decode?.(new Uint8Array(), true) ?? "";
  if (rest !== "") yield rest;
}

/** The whole text of a file that is in memory. */
export async function decodedText(bytes: Uint8Array, declared?: string): Promise<string> {
  const whole = (async function* () {
    yield bytes;
  })();
  let text = "";
  for await (const part of decoded(whole, declared)) text += part;
  return text;
}

function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

type Decode = (chunk: Uint8Array, isLast: boolean) => string;

function decoderOf(encoding: string, isDeclared: boolean): Decode {
  const decoder = new TextDecoder(encoding, { fatal: true });
  if (decoder.encoding === "utf-8") return utf8Decoder(isDeclared);
  return (chunk, isLast) => {
    try {
      return decoder.decode(chunk, { stream: !isLast });
    } catch {
      throw new WrongBytes(null, ["other-bytes", encoding], ["text-in", encoding]);
    }
  };
}

/** Takes whole characters only, and of each by itself whether it is one: a byte order mark is one. */
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of the bytes; undefined where they are not UTF-8. */
function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text from UTF-8, without a byte order mark; what may go on in the next chunk waits for it. */
function utf8Decoder(isDeclared: boolean): Decode {
  let waiting = new Uint8Array();
  let offset = 0;
  let line = 1;
  return (chunk, isLast) => {
    const all = waiting.length > 0 ? joined(waiting, chunk) : chunk;
    const end = isLast ? all.length : wholeLength(all);
    const part = all.subarray(0, end);
    const isWide = offset === 0 && looksWide(part);
    const text = isWide ? undefined : utf8Of(part);
    if (text === undefined) {
      const wrong = isWide ? part.indexOf(0) : firstWrong(part);
      const at = isWide ? 1 : line + lineBreaks(part.subarray(0, wrong));
      throw wrongByte(part, wrong, { at, offset: offset + wrong, isDeclared });
    }
    const isStart = offset === 0;
    waiting = all.slice(end);
    offset += end;
    line += lineBreaks(part);
    return isStart ? text.replace(/^\ufeff/, "") : text;
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function wrongByte(
  part: Uint8Array,
  wrong: number,
  { at, offset, isDeclared }: { at: number; offset: number; isDeclared: boolean },
): WrongBytes {
  const byte = (part[wrong] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  const guess = looksWide(part)
    ? `UTF-16${part[0] === 0 ? "BE" : "LE"}`
    : analyse(part)
        .map(({ name }) => name)
        .find((name) => name !== "UTF-8" && name !== "ASCII" && isEncoding(name));
  const named = (guess ?? "windows-1252").toLowerCase();
  const way: Phrase = isDeclared ? ["declared-utf-8"] : ["utf-8-or-declared", named];
  return new WrongBytes(at, ["wrong-byte", byte, offset + 1, guess ?? null], way);
}

/** UTF-16 without a byte order mark: every other byte of most texts is 0, which alone would be UTF-8. */
function looksWide(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 1000);
  const zeros = sample.filter((byte) => byte === 0).length;
  return zeros > sample.length / 5;
}

/** Length without the bytes of a last character that is not whole. */
function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Where the first character begins that is none: what stands for it in a text is sought, where it does not stand for itself. */
function firstWrong(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const encoder = new TextEncoder();
  let [from, at] = [0, 0];
  for (;;) {
    const found = text.indexOf("\ufffd", from);
    if (found < 0) return bytes.length;
    at += encoder.encode(text.slice(from, found)).length;
    if (bytes[at] !== 0xef || bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd) return at;
    from = found + 1;
    at += 3;
  }
}

function lineBreaks(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
