// The datasets of an instance: the one that is served where no other is named, and all others that its database holds.
import { LRUCache } from "lru-cache";
import { findVersions } from "#db/queries/versions.ts";
import type { DatasetVersion } from "#model/dataset/version.ts";
import { remembered } from "#model/remember.ts";
import type { ServedDataset } from "./served-dataset.ts";

/** How many datasets beside the default one are remembered, with all that was read of them. */
const MAX_REMEMBERED = 24;
/** The same of versions that were named, of all datasets. */
const MAX_NAMED = 12;
/** How long the list is cached: what is imported is served, and what is removed is gone, within a second. */
const LIST_LIFETIME_MS = 1000;

export class ServedDatasets {
  /** Which answers at the root. */
  readonly default: ServedDataset;
  readonly #others = new LRUCache<string, ServedDataset>({ max: MAX_REMEMBERED });
  readonly #named = new LRUCache<string, ServedDataset>({ max: MAX_NAMED });
  readonly #list = new LRUCache<"ids", Promise<readonly string[]>>({
    max: 1,
    ttl: LIST_LIFETIME_MS,
  });

  constructor(byDefault: ServedDataset) {
    this.default = byDefault;
  }

  /** Ids of all that the database holds now, in their order. */
  ids(): Promise<readonly string[]> {
    return remembered(this.#list, "ids", async () => {
      const found = await findVersions(this.default.db);
      return found.map(({ id }) => id);
    });
  }

  /** Has the list asked for again by whoever asks next: it was changed here. */
  forgetList(): void {
    this.#list.clear();
  }

  /** The dataset with this id; undefined where the database holds none. One that is known is not asked for again. */
  async find(id: string): Promise<ServedDataset | undefined> {
    const known = id === this.default.datasetId ? this.default : this.#others.get(id);
    if (known) return known;
    if (!(await this.ids()).includes(id)) return undefined;
    return this.of(id);
  }

  /** The dataset in a version of it. */
  inVersion(newest: ServedDataset, { number }: DatasetVersion): ServedDataset {
    const key = `${newest.datasetId} ${number}`;
    const known = this.#named.get(key);
    if (known) return known;
    const served = { ...newest, asOf: number };
    this.#named.set(key, served);
    return served;
  }

  /** The dataset with an id that is in the list. */
  of(id: string): ServedDataset {
    if (id === this.default.datasetId) return this.default;
    const known = this.#others.get(id);
    if (known) return known;
    const served = { ...this.default, datasetId: id };
    this.#others.set(id, served);
    return served;
  }
}

/** Where a version of a dataset has its API, below the addresses of the dataset. */
export const pathOfVersion = (label: string) =>
  `/v/${encodeURIComponent(label).replaceAll("%2B", "+")}`;

/** Where a dataset has its addresses, below those of the instance; the default one has them at the root as well. */
export const pathOfDataset = (id: string) => `/d/${id}`;
