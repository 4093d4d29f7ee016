import { LRUCache } from "lru-cache";
import { remembered } from "#model/remember.ts";

/** Answers that take long to make, by their tag: made once for all who ask at the same time, cached up to so many bytes. */
export class CachedAnswers {
  readonly #cached: LRUCache<string, Uint8Array>;
  readonly #inMaking = new Map<string, Promise<Uint8Array>>();

  constructor(maxBytes: number) {
    this.#cached = new LRUCache({
      maxSize: maxBytes,
      // Of an empty answer the tag is cached all the same.
      sizeCalculation: (bytes, tag) => bytes.length + tag.length,
    });
  }

  /** The answer under the tag. What fails to be made is not cached, and is told to all who waited. */
  async answer(tag: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const ready = this.#cached.get(tag);
    if (ready) return ready;
    return remembered(this.#inMaking, tag, async () => {
      try {
        const bytes = await make();
        this.#cached.set(tag, bytes);
        return bytes;
      } finally {
        this.#inMaking.delete(tag);
      }
    });
  }
}
