import { LRUCache } from "lru-cache";
import { remembered } from "#model/remember.ts";
import type { Drawing } from "./picture-task.ts";

/** What a drawing takes besides its bytes. */
const OVERHEAD_BYTES = 500;

/** Drawings by their tag: made once for all who ask at the same time, kept up to so many bytes. */
export class KeptDrawings {
  readonly #kept: LRUCache<string, Drawing>;
  readonly #inMaking = new Map<string, Promise<Drawing>>();

  constructor(maxBytes: number) {
    this.#kept = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (drawing) =>
        OVERHEAD_BYTES + ("problem" in drawing ? 0 : drawing.bytes.length),
    });
  }

  /** The drawing under the tag. What fails to be drawn is not kept, and is told to all who waited. */
  async drawing(tag: string, draw: () => Promise<Drawing>): Promise<Drawing> {
    const ready = this.#kept.get(tag);
    if (ready) return ready;
    return remembered(this.#inMaking, tag, async () => {
      try {
        const drawing = await draw();
        this.#kept.set(tag, drawing);
        return drawing;
      } finally {
        this.#inMaking.delete(tag);
      }
    });
  }
}
