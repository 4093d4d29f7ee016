// The page's side of reading: asks the worker, hears how far it is, ends it.

import type { Message, QuestionName, Questions } from "./reading-task.ts";
import ReadingWorker from "./reading-worker.ts?worker";

type Waiting = {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((rows: number) => void) | undefined;
};

export type Reader = {
  readonly ask: <Name extends QuestionName>(
    name: Name,
    asked: Parameters<Questions[Name]>[0],
    onProgress?: (rows: number) => void,
  ) => Promise<ReturnType<Questions[Name]>>;
  /** Ends what it is at; the next question finds nothing open. */
  readonly end: () => void;
};

/** The reading was ended by whoever asked for it. */
export class Ended extends Error {}

export function createReader(): Reader {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();
  const end = () => {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Ended());
    waiting.clear();
  };
  const start = () => {
    const made = new ReadingWorker();
    made.onerror = ({ message }) => {
      for (const { reject } of waiting.values()) reject(new Error(message));
      waiting.clear();
    };
    made.onmessage = ({ data }: MessageEvent<Message>) => {
      const one = waiting.get(data.nth);
      if (data.kind === "progress") return one?.onProgress?.(data.rows);
      waiting.delete(data.nth);
      if (data.kind === "fault") one?.reject(new Error(data.message));
      else one?.resolve(data.answer as never);
    };
    return made;
  };
  return {
    end,
    ask: (name, asked, onProgress) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        last += 1;
        waiting.set(last, { resolve, reject, onProgress });
        worker.postMessage({ name, asked, nth: last });
      }),
  };
}
