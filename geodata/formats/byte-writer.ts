// Bytes of a file put together, the same in a server and in a browser. Numbers are little endian.
const encoder = new TextEncoder();

/** A text in UTF-8. */
export const encodeText = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

/** The parts one after the other. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** UTF-8 has so many bytes at most for one UTF-16 unit. */
const MAX_BYTES_OF_UNIT = 3;

/** Numbers and texts one after the other in a piece of memory that grows with them. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  uint8(value: number): void {
    const at = this.#reserve(1);
    this.#view.setUint8(at, value);
  }

  uint16(value: number): void {
    const at = this.#reserve(2);
    this.#view.setUint16(at, value, true);
  }

  int32(value: number): void {
    const at = this.#reserve(4);
    this.#view.setInt32(at, value, true);
  }

  float64(value: number): void {
    const at = this.#reserve(8);
    this.#view.setFloat64(at, value, true);
  }

  /** Its length in bytes in four bytes, then the text in UTF-8. */
  sizedText(text: string): void {
    const at = this.#reserve(4 + text.length * MAX_BYTES_OF_UNIT);
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(at + 4));
    this.#view.setUint32(at, written, true);
    this.#length = at + 4 + written;
  }

  /** A copy of what was written; the next begins anew in the same memory. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  /** Where the next so many bytes begin. */
  #reserve(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    return at;
  }
}
