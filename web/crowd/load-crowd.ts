import type { CrowdNews } from "./crowd-worker.ts";

/** Loads the events that answer the question of an address, telling what comes; answers what stops it. */
export function loadCrowd(search: string, onNews: (news: CrowdNews) => void): () => void {
  const worker = new Worker(new URL("./crowd-worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<CrowdNews>) => {
    onNews(data);
    if (data.kind === "end" || data.kind === "failed") worker.terminate();
  };
  worker.onerror = ({ message }) => onNews({ kind: "failed", message });
  worker.postMessage(new URL(`/api/collections/events/columns${search}`, location.href).href);
  return () => worker.terminate();
}
