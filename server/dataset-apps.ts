import type { Hono } from "hono";
import { LRUCache } from "lru-cache";
import { createDatasetApp, type Instance } from "./dataset-app.ts";
import type { AppEnv } from "./http/app-env.ts";
import type { ServedDataset } from "./served/served-dataset.ts";

/** The addresses at which one version of a dataset was asked last. */
const MAX_ADDRESSES = 6;

/** The apps of the datasets, by their addresses; each is forgotten with its dataset. */
export class DatasetApps {
  readonly #instance: Instance;
  readonly #known = new WeakMap<ServedDataset, LRUCache<string, Hono<AppEnv>>>();

  constructor(instance: Instance) {
    this.#instance = instance;
  }

  /** The one that answers for the dataset `at` a path, whose answers may be `told` at another. */
  of({
    served,
    at,
    told = at,
  }: {
    readonly served: ServedDataset;
    readonly at: string;
    readonly told?: string;
  }): Hono<AppEnv> {
    const own = this.#known.get(served) ?? new LRUCache({ max: MAX_ADDRESSES });
    this.#known.set(served, own);
    const key = JSON.stringify([at, told]);
    const known = own.get(key);
    if (known) return known;
    const made = createDatasetApp(this.#instance, served, at, told);
    own.set(key, made);
    return made;
  }
}
