import type { Dataset } from "#model/dataset.ts";
import { ownAddress } from "./own-address.ts";

export type LoadedDataset = {
  readonly dataset: Dataset;
  /** The server did not answer: this is what the browser kept of an earlier visit. */
  readonly isCopy: boolean;
};

/** Fetches the whole dataset: the page's only data request. Throws when neither server nor browser gives it. */
export async function loadDataset(signal: AbortSignal): Promise<LoadedDataset> {
  const response = await fetch(ownAddress("api/dataset"), { signal });
  if (!response.ok) throw new Error(`/api/dataset answered ${response.status}`);
  return {
    dataset: (await response.json()) as Dataset,
    isCopy: response.headers.has("X-Kept-Copy"),
  };
}
