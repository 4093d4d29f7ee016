import type { Dataset } from "#model/dataset/dataset.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";

/** What the figure at an address is drawn from. */
export function inputAt(dataset: Dataset, query: string) {
  const address = new URL(`http://localhost/snapshot.svg?${query}`);
  const read = readPictureAddress(address, []);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return figureInputOf(dataset, read.value, read.value.state.lang ?? "en", address);
}
