import { type BroughtEvents, broughtEvents } from "#web/api/brought-events.ts";
import { ownAddress } from "#web/api/own-address.ts";
import type { CrowdNews } from "./crowd-worker.ts";
import workerUrl from "./crowd-worker.ts?worker&url";
import { openWorker } from "./open-worker.ts";

/** Loads the events that answer the question of an address, telling what comes; answers what stops it. */
export function loadCrowd(search: string, onNews: (news: CrowdNews) => void): () => void {
  const stop = new AbortController();
  const brought = broughtEvents();
  if (brought) void tellBrought(brought, search, onNews, stop.signal);
  else void tellCrowd(search, onNews, stop.signal);
  return () => stop.abort();
}

/** Those that the reader brought come at once. */
async function tellBrought(
  { crowd }: BroughtEvents,
  search: string,
  onNews: (news: CrowdNews) => void,
  signal: AbortSignal,
): Promise<void> {
  const { block, head } = await crowd(search.replace(/^\?/, ""));
  if (signal.aborted) return;
  onNews({ kind: "head", head });
  if (block) onNews({ kind: "whole", block });
  onNews({ kind: "end" });
}

async function tellCrowd(
  search: string,
  onNews: (news: CrowdNews) => void,
  signal: AbortSignal,
): Promise<void> {
  const fail = (message: string) => signal.aborted || onNews({ kind: "failed", message });
  try {
    const worker = await openWorker(new URL(workerUrl, location.href).href);
    const end = () => worker.terminate();
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) return end();
    worker.onmessage = ({ data }: MessageEvent<CrowdNews>) => {
      onNews(data);
      if (data.kind === "end" || data.kind === "failed") end();
    };
    worker.onerror = ({ message }) => fail(message);
    worker.postMessage(ownAddress(`api/collections/events/columns${search}`));
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}
