// One file that was written whole, or bytes in its place where the disk has no room.
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const CHUNK_BYTES = 256 * 1024;

/** What can be sent, whole or in parts. */
export type Whole = {
  readonly size: number;
  /** The bytes from `from` up to, but without, `until`; all of them where that is not said. */
  readonly read: (from?: number, until?: number) => ReadableStream<Uint8Array<ArrayBuffer>>;
};

/** An open file by the number that the system gave it. */
type Descriptor = number;
const open = promisify(fs.open);
const close = promisify(fs.close);
const read = promisify(fs.read);
const write = promisify(fs.write);

async function openUnnamed(): Promise<Descriptor> {
  const name = path.join(tmpdir(), `rocade-${process.pid}-${randomUUID()}`);
  const file = await open(name, "wx+", 0o600);
  await promisify(fs.unlink)(name);
  return file;
}

/** A file that is whole. It stays open for those who read it, also after it has been dropped. */
export class WholeFile implements Whole {
  readonly size: number;
  readonly #file: Descriptor;
  #readers = 0;
  #closed: (() => void) | undefined;

  constructor(file: Descriptor, size: number) {
    this.#file = file;
    this.size = size;
  }

  read(from = 0, until = this.size): ReadableStream<Uint8Array<ArrayBuffer>> {
    this.#readers += 1;
    let position = from;
    const leave = () => {
      this.#readers -= 1;
      this.#closeWhenUnused();
    };
    return new ReadableStream(
      {
        pull: async (controller) => {
          const chunk = new Uint8Array(Math.min(CHUNK_BYTES, until - position));
          try {
            const { bytesRead } = await read(this.#file, chunk, 0, chunk.length, position);
            if (bytesRead < chunk.length) throw new Error("a cached file has become shorter");
          } catch (error) {
            leave();
            throw error;
          }
          position += chunk.length;
          if (chunk.length > 0) controller.enqueue(chunk);
          if (position < until) return;
          leave();
          controller.close();
        },
        cancel: leave,
      },
      { highWaterMark: 0 },
    );
  }

  /** Nobody will ask for it again; `closed` is called when nobody reads it any more. */
  drop(closed: () => void): void {
    this.#closed = closed;
    this.#closeWhenUnused();
  }

  #closeWhenUnused(): void {
    if (!this.#closed || this.#readers > 0) return;
    close(this.#file)
      .catch(() => {})
      .finally(this.#closed);
  }
}

/** The same of bytes in memory. */
export function wholeBytes(bytes: Uint8Array<ArrayBuffer>): Whole {
  return {
    size: bytes.length,
    read: (from = 0, until = bytes.length) =>
      new Blob([bytes.subarray(from, until)]).stream() as ReadableStream<Uint8Array<ArrayBuffer>>,
  };
}

/** A file that is being written. */
export class Writer {
  readonly #file: Descriptor;
  readonly #largest: number;
  #size = 0;
  isTooLarge = false;

  private constructor(file: Descriptor, largest: number) {
    this.#file = file;
    this.#largest = largest;
  }

  /** Undefined where the disk takes no file: whoever wanted one goes on without. */
  static async open(largest: number): Promise<Writer | undefined> {
    const file = await openUnnamed().catch(() => undefined);
    return file === undefined ? undefined : new Writer(file, largest);
  }

  /** False when the file cannot grow any more. */
  async write(part: Uint8Array): Promise<boolean> {
    this.isTooLarge = this.#size + part.length > this.#largest;
    if (this.isTooLarge) return false;
    try {
      for (let done = 0; done < part.length; ) {
        const left = part.length - done;
        done += (await write(this.#file, part, done, left, this.#size + done)).bytesWritten;
      }
      this.#size += part.length;
      return true;
    } catch {
      return false;
    }
  }

  whole(): WholeFile {
    return new WholeFile(this.#file, this.#size);
  }

  async close(): Promise<void> {
    await close(this.#file).catch(() => {});
  }
}
