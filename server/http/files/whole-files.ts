// Files that were written once, whole, so that parts of them can be read again: on disk, without a name, up to so many
// bytes in all. The system takes them back when the process ends, however it ends.
import { LRUCache } from "lru-cache";
import { FileTooLarge } from "#formats/feature-writer.ts";
import { remembered } from "#model/remember.ts";
import { Busy, Replaced } from "../busy.ts";
import { Turns } from "../limits/turns.ts";
import { type Whole, type WholeFile, Writer, wholeBytes } from "./whole-file.ts";

/** Open files at the same time, a descriptor each. */
const MAX_FILES = 200;
/** Files that may wait to be made in their turn, and for how long one does. */
const [MAX_WAITING, LONGEST_WAIT_MS] = [20, 60_000] as const;
const BUSY_SECONDS = 5;
/** Files beside those that are cached, each of which takes room on the disk of its own, however slowly it is read. */
const MAX_APART = 40;
/** Without room on the disk a file is sent from memory where it is no larger. */
const MAX_BYTES_IN_MEMORY = 16_000_000;

export type Bytes = AsyncIterable<Uint8Array>;
/** Whether what was written is of the version that it is said to be of; asked when it is whole. */
type Check = () => Promise<boolean>;

const turns = new Turns(MAX_WAITING, LONGEST_WAIT_MS);

/**
 * Work on what is whole in memory before its first byte is there: in the whole process one at a time. Throws Busy where
 * too much of it waits.
 */
export async function inTurn<Answer extends object>(work: () => Promise<Answer>): Promise<Answer> {
  const answer = await turns.take(work);
  if (answer === undefined) throw new Busy("too many files are being made", BUSY_SECONDS);
  return answer;
}

export class WholeFiles {
  readonly #cached: LRUCache<string, WholeFile>;
  readonly #inMaking = new Map<string, Promise<WholeFile | undefined>>();
  readonly #inTurn = new Map<string, Promise<Whole>>();
  readonly #maxBytes: number;
  readonly #largest: number;
  /** Files beside the cached ones: that are being made, or are cached no more and still read. */
  #apart = 0;
  /** Of these it is known that they are too large. */
  readonly #tooLarge = new LRUCache<string, true>({ max: 1000 });

  /** `largest`: bytes of one file; larger ones are not cached. */
  constructor(maxBytes: number, largest = maxBytes / 4) {
    this.#maxBytes = maxBytes;
    this.#largest = largest;
    this.#cached = new LRUCache({
      max: MAX_FILES,
      maxSize: maxBytes,
      sizeCalculation: ({ size }) => Math.max(1, size),
      dispose: (file) => {
        this.#apart += 1;
        file.drop(() => {
          this.#apart -= 1;
        });
      },
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
        for await (const _ of this.caching(tag, make(), check)) if (this.#tooLarge.has(tag)) break;
        return this.#cached.get(tag);
      } finally {
        this.#inMaking.delete(tag);
      }
    });
  }

  /**
   * The same of one that is whole in memory while it is made: in its turn, and out of the memory before anybody is sent
   * it. It may be as large as all that is cached; throws FileTooLarge where it is larger, Busy where too many wait.
   */
  async madeInTurn(tag: string, make: () => Bytes, check: Check): Promise<Whole> {
    const ready = this.#cached.get(tag);
    if (ready) return ready;
    if (this.#tooLarge.has(tag)) throw new FileTooLarge();
    return remembered(this.#inTurn, tag, async () => {
      try {
        return await inTurn(() => this.#makeWhole(tag, make(), check));
      } catch (error) {
        if (error instanceof FileTooLarge) this.#tooLarge.set(tag, true);
        throw error;
      } finally {
        this.#inTurn.delete(tag);
      }
    });
  }

  #takePlace(): void {
    if (this.#apart >= MAX_APART)
      throw new Busy(`${MAX_APART} files are being made and sent`, BUSY_SECONDS);
    this.#apart += 1;
  }

  async #makeWhole(tag: string, bytes: Bytes, check: Check): Promise<Whole> {
    this.#takePlace();
    let writer: Writer | undefined;
    const parts: Uint8Array[] = [];
    let inMemory = 0;
    try {
      writer = await Writer.open(this.#maxBytes);
      for await (const part of bytes) {
        if (writer && (await writer.write(part))) continue;
        if (writer?.isTooLarge) throw new FileTooLarge();
        if (writer) {
          for await (const written of writer.whole().read()) parts.push(written);
          await writer.close();
          writer = undefined;
        }
        parts.push(part);
        inMemory = parts.reduce((sum, { length }) => sum + length, 0);
        if (inMemory > MAX_BYTES_IN_MEMORY)
          throw new Busy("there is no room on the disk for this file", BUSY_SECONDS);
      }
      if (!(await check())) throw new Replaced();
      if (!writer) return wholeBytes(new Uint8Array(Buffer.concat(parts)));
      const whole = writer.whole();
      writer = undefined;
      this.#cached.set(tag, whole);
      return whole;
    } finally {
      this.#apart -= 1;
      await writer?.close();
    }
  }

  /** The bytes as they come, cached under the tag once all have been read; throws at their end when they are not of it. */
  async *caching(tag: string, bytes: Bytes, check: Check): AsyncGenerator<Uint8Array> {
    this.#takePlace();
    let writer: Writer | undefined;
    try {
      if (!this.#tooLarge.has(tag)) writer = await Writer.open(this.#largest);
      for await (const part of bytes) {
        if (writer && !(await writer.write(part))) {
          if (writer.isTooLarge) this.#tooLarge.set(tag, true);
          await writer.close();
          writer = undefined;
        }
        yield part;
      }
      if (!(await check())) throw new Replaced();
      if (writer && !this.#cached.has(tag)) {
        this.#cached.set(tag, writer.whole());
        writer = undefined;
      }
    } finally {
      this.#apart -= 1;
      // Not whole, or there already.
      await writer?.close();
    }
  }
}
