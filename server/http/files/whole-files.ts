// Files that were written once, whole, so that parts of them can be read again: on disk, without a name, up to so many
// bytes in all. The system takes them back when the process ends, however it ends.
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { LRUCache } from "lru-cache";
import { remembered } from "#model/remember.ts";

const CHUNK_BYTES = 256 * 1024;
/** Open files at the same time, a descriptor each. */
const MAX_FILES = 200;

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
export class WholeFile {
  readonly size: number;
  readonly #file: Descriptor;
  #readers = 0;
  #isDropped = false;

  constructor(file: Descriptor, size: number) {
    this.#file = file;
    this.size = size;
  }

  /** The bytes from `from` up to, but without, `until`. */
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

  /** Nobody will ask for it again. */
  drop(): void {
    this.#isDropped = true;
    this.#closeWhenUnused();
  }

  #closeWhenUnused(): void {
    if (this.#isDropped && this.#readers === 0) close(this.#file).catch(() => {});
  }
}

export type Bytes = AsyncIterable<Uint8Array>;
/** Whether what was written may be used again; asked when it is whole. */
type Check = () => Promise<boolean>;

export class WholeFiles {
  readonly #cached: LRUCache<string, WholeFile>;
  readonly #inMaking = new Map<string, Promise<WholeFile | undefined>>();
  readonly #largest: number;
  /** Of these it is known that they are too large. */
  readonly #tooLarge = new LRUCache<string, true>({ max: 1000 });

  /** `largest`: bytes of one file; larger ones are not cached. */
  constructor(maxBytes: number, largest = maxBytes / 4) {
    this.#largest = largest;
    this.#cached = new LRUCache({
      max: MAX_FILES,
      maxSize: maxBytes,
      sizeCalculation: ({ size }) => Math.max(1, size),
      dispose: (file) => file.drop(),
    });
  }

  get(tag: string): WholeFile | undefined {
    return this.#cached.get(tag);
  }

  isTooLarge(tag: string): boolean {
    return this.#tooLarge.has(tag);
  }

  /**
   * The file under the tag, made whole if it is not there: once for all who ask at the same time. Undefined where it
   * cannot be cached, because it is too large or the disk is full. What fails to be made is told to all who wait.
   */
  async made(tag: string, make: () => Bytes, check: Check): Promise<WholeFile | undefined> {
    const ready = this.#cached.get(tag);
    if (ready) return ready;
    if (this.#tooLarge.has(tag)) return undefined;
    return remembered(this.#inMaking, tag, async () => {
      try {
        return await this.#make(tag, make(), check);
      } finally {
        this.#inMaking.delete(tag);
      }
    });
  }

  /** The bytes as they come, cached under the tag once all have been read. */
  async *caching(tag: string, bytes: Bytes, check: Check): AsyncGenerator<Uint8Array> {
    let writer = this.#tooLarge.has(tag) ? undefined : await Writer.open(this.#largest);
    try {
      for await (const part of bytes) {
        if (writer && !(await writer.write(part))) {
          if (writer.isTooLarge) this.#tooLarge.set(tag, true);
          await writer.close();
          writer = undefined;
        }
        yield part;
      }
      if (writer && !this.#cached.has(tag) && (await check())) {
        this.#cached.set(tag, writer.whole());
        writer = undefined;
      }
    } finally {
      // Not whole, or there already.
      await writer?.close();
    }
  }

  async #make(tag: string, bytes: Bytes, check: Check): Promise<WholeFile | undefined> {
    for await (const _ of this.caching(tag, bytes, check)) if (this.#tooLarge.has(tag)) break;
    return this.#cached.get(tag);
  }
}

/** A file that is being written. */
class Writer {
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
