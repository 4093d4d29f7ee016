// Work of some hundredths of a second during which nobody else is answered: one after the other, with room for others in
// between, and never much of it.
import { setImmediate } from "node:timers/promises";

/** To be awaited by long work now and then: others are answered meanwhile. */
export const roomForOthers = (): Promise<void> => setImmediate();

export class Turns {
  readonly #max: number;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** `max`: how many may wait for their turn. */
  constructor(max: number) {
    this.#max = max;
  }

  /** What the work answers; undefined, at once, where so much of it waits already that it is not done. */
  async take<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer | undefined> {
    if (this.#waiting >= this.#max) return undefined;
    this.#waiting += 1;
    const own = this.#after(this.#last, work);
    this.#last = own.catch(() => {});
    try {
      return await own;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #after<Answer>(
    before: Promise<unknown>,
    work: () => Answer | Promise<Answer>,
  ): Promise<Answer> {
    await before;
    await roomForOthers();
    return work();
  }
}
