import { LRUCache } from "lru-cache";
import { remembered } from "#model/remember.ts";

/** Answers that take long to make, by their tag: made once for all who ask at the same time, kept up to so many bytes. */
export class KeptAnswers {
  readonly #kept: LRUCache<string, Uint8Array>;
  readonly #inMaking = new Map<string, Promise<Uint8Array>>();

  constructor(mostBytes: number) {
    this.#kept = new LRUCache({
      maxSize: mostBytes,
      // Of an empty answer the tag is kept all the same.
      sizeCalculation: (bytes, tag) => bytes.length + tag.length,
    });
  }

  /** The answer under the tag. What fails to be made is not kept, and is told to all who waited. */
  async answer(tag: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const ready = this.#kept.get(tag);
    if (ready) return ready;
    return remembered(this.#inMaking, tag, async () => {
      try {
        const bytes = await make();
        this.#kept.set(tag, bytes);
        return bytes;
      } finally {
        this.#inMaking.delete(tag);
      }
    });
  }
}
