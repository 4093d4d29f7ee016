// All drawing is done in threads of its own, so that the service answers others meanwhile: a few at once, a bounded
// amount that waits, none for longer than it may take, and none with more memory than it may have.
import { Piscina } from "piscina";
import type { PictureLimits } from "../limits.ts";
import { type Cost, type Drawing, type DrawPicture, PicturesBusy } from "./picture-task.ts";

export type PictureThreads = {
  readonly draw: DrawPicture;
  readonly close: () => Promise<void>;
};

const IDLE_MS = 60_000;
/** Waiting and drawing together. */
const TIMEOUT_MS = 30_000;
/** Of the objects of a thread; what its renderer takes besides is bounded by the largest picture. */
const HEAP_MB = 400;
/**
 * The memory of the renderer grows with the largest picture and is never given back: a thread ends after a large one,
 * and after so much in all.
 */
const [LARGE_MEGAPIXELS, MAX_OF_THREAD] = [8, 200] as const;
const PANEL_COST = 2;

const sizeOf = ({ megapixels, panels }: Cost) => megapixels + PANEL_COST * panels;

/** One thread at a time, renewed when it has drawn much. */
class Slot {
  readonly #worker: string;
  #pool: Piscina | undefined;
  #drawn = 0;

  constructor(worker: string) {
    this.#worker = worker;
  }

  async run(task: unknown, cost: Cost, signal: AbortSignal): Promise<Drawing> {
    this.#pool ??= new Piscina({
      filename: this.#worker,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    try {
      return await this.#pool.run(task, { signal });
    } finally {
      this.#drawn += sizeOf(cost);
      if (cost.megapixels >= LARGE_MEGAPIXELS || this.#drawn >= MAX_OF_THREAD) await this.end();
    }
  }

  async end(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    this.#drawn = 0;
    await pool?.destroy();
  }
}

type Waiting = { readonly size: number; readonly start: (slot: Slot) => void };

/** `worker`: the built file of the drawing thread. */
export function createPictureThreads(
  worker: string,
  { queue, threads }: PictureLimits,
  timeoutMs = TIMEOUT_MS,
): PictureThreads {
  const all = Array.from({ length: threads }, () => new Slot(worker));
  const free = [...all];
  let waiting: readonly Waiting[] = [];

  const take = (cost: Cost, signal: AbortSignal): Promise<Slot> => {
    const slot = free.pop();
    if (slot) return Promise.resolve(slot);
    const size = sizeOf(cost);
    if (waiting.reduce((sum, one) => sum + one.size, size) > queue)
      return Promise.reject(new PicturesBusy("queue-full"));
    return new Promise((resolve, reject) => {
      const own = { size, start: resolve };
      waiting = [...waiting, own];
      const leave = () => {
        waiting = waiting.filter((one) => one !== own);
        reject(new PicturesBusy("took-too-long"));
      };
      signal.addEventListener("abort", leave, { once: true });
    });
  };

  const giveBack = (slot: Slot) => {
    const [next, ...others] = waiting;
    waiting = others;
    if (next) next.start(slot);
    else free.push(slot);
  };

  return {
    draw: async (task, cost) => {
      const signal = AbortSignal.timeout(timeoutMs * (cost.patience ?? 1));
      const slot = await take(cost, signal);
      try {
        return await slot.run(task, cost, signal);
      } catch (error) {
        if (signal.aborted) throw new PicturesBusy("took-too-long");
        if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY")
          throw new PicturesBusy("needs-memory");
        throw error;
      } finally {
        giveBack(slot);
      }
    },
    close: async () => {
      await Promise.all(all.map((slot) => slot.end()));
    },
  };
}
