// The page's side of an animation: starts the worker, hears how far it is, ends it.
import type { AnimationReport, AnimationTask } from "./animation-task.ts";
import AnimationWorker from "./animation-worker.ts?worker";

export type Animation = Omit<Extract<AnimationReport, { kind: "made" }>, "kind">;

/** Makes the animation; the signal ends it, and then the promise rejects with the signal's reason. */
export function makeAnimation(
  task: AnimationTask,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Animation> {
  const worker = new AnimationWorker();
  return new Promise<Animation>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.onerror = (event) => reject(new Error(event.message || "the code did not load"));
    worker.onmessage = ({ data }: MessageEvent<AnimationReport>) => {
      if (data.kind === "progress") onProgress(data.done);
      else if (data.kind === "failed") reject(new Error(data.reason));
      else resolve({ file: data.file, poster: data.poster, cut: data.cut });
    };
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}

/** Whether this browser can write a video of a size. */
export async function canWriteVideo(format: "mp4" | "webm", width: number, height: number) {
  if (!("VideoEncoder" in globalThis)) return false;
  const codec = format === "mp4" ? "avc1.640028" : "vp09.00.10.08";
  const { supported } = await VideoEncoder.isConfigSupported({ codec, width, height });
  return supported === true;
}
