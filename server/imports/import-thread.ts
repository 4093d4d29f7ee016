// Publishing beside the service: each package in a thread of its own, so that readers are answered meanwhile, with a bound
// on its memory and time. What the thread began when it is ended the database takes back.
import { Worker } from "node:worker_threads";
import type { ImportAnswer, ImportTask, RunImport } from "./import-task.ts";
import type { OpenedFor } from "./import-worker.ts";

/** Of the objects of the thread; the files of the package are beside them. */
const HEAP_MB = 1024;
const MAX_MS = 15 * 60_000;

export type ImportThreads = { readonly run: RunImport; readonly close: () => Promise<void> };

/** `worker`: the built file of the thread; `opened`: the PostgreSQL that it publishes into. */
export function createImportThreads(worker: string, opened: OpenedFor): ImportThreads {
  const atWork = new Set<Worker>();
  const run = (task: ImportTask) =>
    new Promise<ImportAnswer>((resolve, reject) => {
      const failed = (message: string) => resolve({ status: "failed", message });
      const thread = new Worker(worker, {
        workerData: { ...task, ...opened },
        resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      });
      atWork.add(thread);
      const timer = setTimeout(() => {
        failed(`it took longer than ${MAX_MS / 60_000} minutes`);
        void thread.terminate();
      }, MAX_MS);
      thread.once("message", resolve);
      thread.once("error", (error: NodeJS.ErrnoException) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
          failed(`it needs more memory than ${HEAP_MB} MB`);
        else reject(error);
      });
      thread.once("exit", () => {
        clearTimeout(timer);
        atWork.delete(thread);
        failed("it was ended");
      });
    });
  return {
    run,
    close: async () => {
      await Promise.all([...atWork].map((thread) => thread.terminate()));
    },
  };
}
