import type { Dataset } from "#model/dataset/dataset.ts";
import { decodeDataset } from "#model/dataset/decode-dataset.ts";
import { askService } from "./ask-service.ts";
import { ownAddress } from "./own-address.ts";

export type LoadedDataset = {
  readonly dataset: Dataset;
  /** The server did not answer: this is what the browser kept of an earlier visit. */
  readonly isCopy: boolean;
};

/**
 * Fetches the whole dataset: the page's only data request. Throws `NotGiven` when neither server nor browser gives it,
 * or what they give cannot be read.
 */
export async function loadDataset(signal: AbortSignal): Promise<LoadedDataset> {
  const { headers, value } = await askService(ownAddress("api/dataset"), decodeDataset, { signal });
  return { dataset: value, isCopy: headers.has("X-Kept-Copy") };
}
