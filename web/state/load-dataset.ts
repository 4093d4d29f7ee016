import type { Dataset } from "#model/dataset.ts";

/** Fetches the whole dataset: the page's only data request. Throws when the server does not give it. */
export async function loadDataset(signal: AbortSignal): Promise<Dataset> {
  const response = await fetch("/api/dataset", { signal });
  if (!response.ok) throw new Error(`/api/dataset answered ${response.status}`);
  return (await response.json()) as Dataset;
}
