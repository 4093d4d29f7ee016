// Work of some hundredths of a second during which nobody else is answered: one after the other, with room for others in
// between, and never much of it.
import { setImmediate } from "node:timers/promises";

/** To be awaited by long work now and then: others are answered meanwhile. */
export const roomForOthers = (): Promise<void> => setImmediate();

export class Turns {
  readonly #max: number;
  readonly #longestMs: number | undefined;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** `max`: how many may wait for their turn; `longestMs`: for how long one does. */
  constructor(max: number, longestMs?: number) {
    this.#max = max;
    this.#longestMs = longestMs;
  }

  /** The answer of the work; undefined, and the work is not done, where too much of it is waiting or it has waited too long. */
  async take<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer | undefined> {
    if (this.#waiting >= this.#max) return undefined;
    this.#waiting += 1;
    const patience = new AbortController();
    const own = this.#after(this.#last, async () => {
      if (patience.signal.aborted) return undefined;
      clearTimeout(timer);
      return work();
    });
    this.#last = own.catch(() => {});
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      if (this.#longestMs === undefined) return;
      timer = setTimeout(() => {
        patience.abort();
        resolve(undefined);
      }, this.#longestMs);
    });
    try {
      return await Promise.race([own, late]);
    } finally {
      clearTimeout(timer);
      this.#waiting -= 1;
    }
  }

  async #after<Answer>(before: Promise<unknown>, work: () => Promise<Answer>): Promise<Answer> {
    await before;
    await roomForOthers();
    return work();
  }
}
