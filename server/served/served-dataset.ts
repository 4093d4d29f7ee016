import { LRUCache } from "lru-cache";
import type { Db, Replicas } from "#db/database.ts";
import { findDataset } from "#db/queries/dataset/dataset.ts";
import { findMeta } from "#db/queries/dataset/meta.ts";
import { findVersion } from "#db/queries/versions.ts";
import type { Dataset, DatasetMeta } from "#model/dataset/dataset.ts";
import type { DatasetVersion } from "#model/dataset/version.ts";
import { remembered } from "#model/remember.ts";

/** What the routes serve: one dataset of a database. */
export type ServedDataset = {
  readonly db: Db;
  readonly datasetId: string;
  /** Where the database has replicas: which of them are asked, and the version that all of those have. */
  readonly replicas?: Replicas | undefined;
  /** Why this program cannot work with the schema as it is now, in words; undefined when it can. */
  readonly schemaProblem?: (() => Promise<string | undefined>) | undefined;
  /** Events that a browser is given all at once; undefined: however many there are. */
  readonly maxEventsInBrowser?: number | undefined;
};

/** The dataset is not in the database, or not any more. */
export class DatasetGone extends Error {
  override readonly name = "DatasetGone";

  constructor({ datasetId }: ServedDataset) {
    super(`dataset ${datasetId} is not in the database`);
  }
}

/** A dataset as JSON in UTF-8, in memory that threads share; its state tells whether they have read it already. */
export type DatasetText = { readonly state: string; readonly bytes: SharedArrayBuffer };

/** For so long the version is not asked for again: a new one is served within a second. */
const VERSION_LIFETIME_MS = 1000;

/** What is known of a dataset that is served: its version for a while, the rest by its publication. */
type Known = {
  readonly version: LRUCache<"version", Promise<DatasetVersion>>;
  readonly meta: LRUCache<string, Promise<DatasetMeta>>;
  readonly dataset: LRUCache<string, Promise<Dataset>>;
  readonly text: LRUCache<string, Promise<DatasetText>>;
};
const known = new WeakMap<ServedDataset, Known>();

function knownOf(served: ServedDataset): Known {
  const before = known.get(served);
  if (before) return before;
  const made: Known = {
    version: new LRUCache({ max: 1, ttl: VERSION_LIFETIME_MS }),
    meta: new LRUCache({ max: 1 }),
    dataset: new LRUCache({ max: 1 }),
    text: new LRUCache({ max: 1 }),
  };
  known.set(served, made);
  return made;
}

/** The version that is served now; an import may have replaced it since the last request. */
export function servedVersion(served: ServedDataset): Promise<DatasetVersion> {
  // What one replica has already may not be what the next one answers with: what all have is told.
  const common = served.replicas?.versionOf(served.datasetId);
  if (common) return Promise.resolve(common);
  return remembered(knownOf(served).version, "version", () => loadVersion(served));
}

/** Readings of the version: the one under way, and the one that begins after it, for all who have asked meanwhile. */
type Readings = Partial<Record<"underWay" | "after", Promise<DatasetVersion> | undefined>>;
const readings = new WeakMap<ServedDataset, Readings>();

/** The version that is there now, from a reading that begins after the call. */
function readVersion(served: ServedDataset): Promise<DatasetVersion> {
  const own = readings.get(served) ?? {};
  readings.set(served, own);
  const begin = () => {
    own.after = undefined;
    const reading = loadVersionNow(served);
    own.underWay = reading;
    const over = () => {
      if (own.underWay === reading) own.underWay = undefined;
    };
    reading.then(over, over);
    return reading;
  };
  if (!own.underWay) return begin();
  own.after ??= own.underWay.then(begin, begin);
  return own.after;
}

async function loadVersionNow(served: ServedDataset): Promise<DatasetVersion> {
  const { datasetId, replicas } = served;
  await replicas?.checkPrimary();
  const version = replicas?.versionOf(datasetId) ?? (await loadVersion(served));
  knownOf(served).version.set("version", Promise.resolve(version));
  return version;
}

/**
 * Whether the version is the one that is there now: then all that was read since it was read is of it. False, too, where
 * the database does not say.
 */
export async function isStillServed(
  served: ServedDataset,
  version: DatasetVersion,
): Promise<boolean> {
  const now = await readVersion(served).catch(() => undefined);
  return now !== undefined && stateOf(now) === stateOf(version);
}

/** Tells one publication from another: the same content may be published again after other content. */
export const stateOf = ({ contentHash, publishedAt }: DatasetVersion) =>
  `${contentHash} ${publishedAt}`;

/** What belongs to the whole of the dataset, read once a version. */
export async function servedMeta(served: ServedDataset): Promise<DatasetMeta> {
  const state = stateOf(await servedVersion(served));
  return remembered(knownOf(served).meta, state, () => loadMeta(served));
}

/** The whole dataset as the page has it, read once a version. */
export async function servedDataset(served: ServedDataset): Promise<Dataset> {
  const state = stateOf(await servedVersion(served));
  return remembered(knownOf(served).dataset, state, () => loadDataset(served));
}

/** The same for threads that draw, which read it once a version. */
export async function servedDatasetText(served: ServedDataset): Promise<DatasetText> {
  const dataset = await servedDataset(served);
  const state = stateOf(dataset.meta.version);
  return remembered(knownOf(served).text, state, async () => {
    const text = Buffer.from(JSON.stringify(dataset));
    const bytes = new SharedArrayBuffer(text.length);
    text.copy(Buffer.from(bytes));
    return { state, bytes };
  });
}

async function loadDataset(served: ServedDataset): Promise<Dataset> {
  const { db, datasetId, maxEventsInBrowser } = served;
  const dataset = await findDataset(db, datasetId, maxEventsInBrowser);
  if (!dataset) throw new DatasetGone(served);
  return dataset;
}

async function loadVersion(served: ServedDataset): Promise<DatasetVersion> {
  const version = await findVersion(served.db, served.datasetId);
  if (!version) throw new DatasetGone(served);
  return version;
}

async function loadMeta(served: ServedDataset): Promise<DatasetMeta> {
  const meta = await findMeta(served.db, served.datasetId);
  if (!meta) throw new DatasetGone(served);
  return meta;
}
