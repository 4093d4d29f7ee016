// From the bytes of a file to its text. Nothing is replaced silently: a byte that is no part of a text is told with its
// place and with what the file looks like.
import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";

/** Why the bytes are no text of the encoding; for a problem of the file. */
export class WrongBytes extends Error {
  readonly line: number | null;
  readonly got: string;
  readonly allowed: string;

  constructor(line: number | null, got: string, allowed: string) {
    super(got);
    this.line = line;
    this.got = got;
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
 * The text in UTF-8, some of it at once. `declared` is what the descriptor says of the file; without it UTF-8 is taken, or
 * UTF-16 by its byte order mark. Throws WrongBytes.
 */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  declared: string | undefined,
): AsyncGenerator<Uint8Array | string> {
  let decode: ReturnType<typeof decoderOf> | undefined;
  for await (const chunk of bytes) {
    decode ??= decoderOf(declared ?? markedEncoding(chunk) ?? "utf-8", declared !== undefined);
    const part = decode(chunk, false);
    if (part.length > 0) yield part;
  }
  const rest = decode?.(new Uint8Array(), true);
  if (rest && rest.length > 0) yield rest;
}

/** The whole text of a file that is in memory. */
export async function decodedText(bytes: Uint8Array, declared?: string): Promise<string> {
  const parts: Uint8Array[] = [];
  const whole = (async function* () {
    yield bytes;
  })();
  for await (const part of decoded(whole, declared)) parts.push(Buffer.from(part));
  // A byte order mark is none of its characters.
  return new TextDecoder().decode(Buffer.concat(parts));
}

function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

type Decode = (chunk: Uint8Array, isLast: boolean) => Uint8Array | string;

function decoderOf(encoding: string, isDeclared: boolean): Decode {
  const decoder = new TextDecoder(encoding, { fatal: true });
  if (decoder.encoding === "utf-8") return utf8Check(isDeclared);
  return (chunk, isLast) => {
    try {
      return decoder.decode(chunk, { stream: !isLast });
    } catch {
      throw new WrongBytes(null, `bytes that are no ${encoding}`, `a text in ${encoding}`);
    }
  };
}

/** Bytes that are UTF-8 pass as they are; what may go on in the next chunk waits for it. */
function utf8Check(isDeclared: boolean): Decode {
  let waiting: Uint8Array = new Uint8Array();
  let offset = 0;
  let line = 1;
  return (chunk, isLast) => {
    const all = waiting.length > 0 ? Buffer.concat([waiting, chunk]) : chunk;
    const end = isLast ? all.length : wholeLength(all);
    const part = all.subarray(0, end);
    const isWide = offset === 0 && looksWide(part);
    if (isWide || !isUtf8(part)) {
      const wrong = isWide ? part.indexOf(0) : firstWrong(part);
      const at = isWide ? 1 : line + lineBreaks(part.subarray(0, wrong));
      throw wrongByte(part, wrong, { at, offset: offset + wrong, isDeclared });
    }
    waiting = all.subarray(end);
    offset += end;
    line += lineBreaks(part);
    return part;
  };
}

function wrongByte(
  part: Uint8Array,
  wrong: number,
  { at, offset, isDeclared }: { at: number; offset: number; isDeclared: boolean },
): WrongBytes {
  const byte = part[wrong]?.toString(16).toUpperCase().padStart(2, "0");
  const guess = looksWide(part)
    ? `UTF-16${part[0] === 0 ? "BE" : "LE"}`
    : analyse(part)
        .map(({ name }) => name)
        .find((name) => name !== "UTF-8" && name !== "ASCII" && isEncoding(name));
  const looks = guess ? ` (the file looks like ${guess})` : "";
  const named = (guess ?? "windows-1252").toLowerCase();
  const way = isDeclared
    ? "UTF-8, as it is declared, or the encoding that the file has"
    : `UTF-8, or its encoding declared in datapackage.json: "encoding": "${named}" beside the path of the file (where there is no datapackage.json: --encoding ${named})`;
  return new WrongBytes(
    at,
    `byte ${byte} (hexadecimal) as byte ${offset + 1} of the file${looks}`,
    way,
  );
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

/** Where the first character begins that is none, by halving; the bytes are not UTF-8. */
function firstWrong(bytes: Uint8Array): number {
  const isRightTo = (length: number) => {
    const part = bytes.subarray(0, length);
    return isUtf8(part.subarray(0, wholeLength(part)));
  };
  let [right, wrong] = [0, bytes.length];
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    if (isRightTo(middle)) right = middle;
    else wrong = middle;
  }
  return wholeLength(bytes.subarray(0, right));
}

function lineBreaks(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
