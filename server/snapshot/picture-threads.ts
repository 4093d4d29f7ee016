// Pictures are drawn in threads of their own, so that the service answers others meanwhile: a few at once, a bounded
// number that wait, and none for longer than it may take.
import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { type DrawPicture, PicturesBusy } from "./picture-task.ts";

export type PictureThreads = {
  readonly draw: DrawPicture;
  readonly close: () => Promise<void>;
};

const MOST_THREADS = 4;
const IDLE_MS = 60_000;
export const PICTURE_LIMITS = { queue: 16, timeoutMs: 30_000 } as const;

/** `worker`: the built file of the drawing thread. */
export function createPictureThreads(
  worker: string,
  { queue, timeoutMs }: { readonly queue: number; readonly timeoutMs: number } = PICTURE_LIMITS,
): PictureThreads {
  const threads = Math.min(MOST_THREADS, availableParallelism());
  const pool = new Piscina({
    filename: worker,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
  });
  // Counted here: while its threads start, the pool takes more than its own limit.
  let taken = 0;
  return {
    draw: async (task) => {
      if (taken >= threads + queue) throw new PicturesBusy("queue-full");
      const signal = AbortSignal.timeout(timeoutMs);
      taken += 1;
      try {
        return await pool.run(task, { signal });
      } catch (error) {
        if (signal.aborted) throw new PicturesBusy("took-too-long");
        throw error;
      } finally {
        taken -= 1;
      }
    },
    close: () => pool.destroy(),
  };
}
