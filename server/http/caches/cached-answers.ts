import { LRUCache } from "lru-cache";
import { remembered } from "#model/remember.ts";

/**
 * What takes long to make, by its tag: made once for all who ask at the same time, cached up to so many bytes in all, of
 * which `bytesOf` tells how many one takes.
 */
export class CachedAnswers<Answer extends object = Uint8Array> {
  readonly #cached: LRUCache<string, Answer>;
  readonly #inMaking = new Map<string, Promise<Answer>>();

  constructor(maxBytes: number, bytesOf: (answer: Answer) => number) {
    this.#cached = new LRUCache({
      maxSize: maxBytes,
      // Of an empty answer the tag is cached all the same.
      sizeCalculation: (answer, tag) => bytesOf(answer) + tag.length,
    });
  }

  has(tag: string): boolean {
    return this.#cached.has(tag);
  }

  /**
   * The answer under the tag; cached if `check`, asked when it is made, says that it is what the tag names. What fails to
   * be made is not cached, and is told to all who waited.
   */
  async answer(
    tag: string,
    make: () => Promise<Answer>,
    check: () => Promise<boolean> = async () => true,
  ): Promise<Answer> {
    const ready = this.#cached.get(tag);
    if (ready) return ready;
    return remembered(this.#inMaking, tag, async () => {
      try {
        const made = await make();
        if (await check()) this.#cached.set(tag, made);
        return made;
      } finally {
        this.#inMaking.delete(tag);
      }
    });
  }
}

export const lengthOf = ({ length }: Uint8Array): number => length;
