import type { Db, Replicas } from "#db/database.ts";
import { findDataset } from "#db/queries/dataset.ts";
import { findVersion } from "#db/queries/load.ts";
import { findMeta } from "#db/queries/meta.ts";
import type { Dataset, DatasetMeta, DatasetVersion } from "#model/dataset.ts";

/** What the routes serve: one dataset of a database. */
export type ServedDataset = {
  readonly db: Db;
  readonly datasetId: string;
  /** Where the database has replicas: which of them are asked, and the version that all of those have. */
  readonly replicas?: Replicas | undefined;
  /** Why this program cannot work with the schema as it is now, in words; undefined when it can. */
  readonly schemaProblem?: (() => Promise<string | undefined>) | undefined;
  /** Events that a browser is given all at once; undefined: however many there are. */
  readonly mostEventsInBrowser?: number | undefined;
};

/** For so long the version is not asked for again: a new one is served within a second. */
const VERSION_LIFETIME_MS = 1000;

type Kept<Value> = { readonly value: Promise<Value>; readonly until: number };
const versions = new WeakMap<ServedDataset, Kept<DatasetVersion>>();
const datasets = new WeakMap<ServedDataset, { contentHash: string; value: Promise<Dataset> }>();
const metas = new WeakMap<ServedDataset, { contentHash: string; value: Promise<DatasetMeta> }>();

/** The version that is served now; an import may have replaced it since the last request. */
export function servedVersion(served: ServedDataset): Promise<DatasetVersion> {
  // What one replica has already may not be what the next one answers with: what all have is told.
  const common = served.replicas?.versionOf(served.datasetId);
  if (common) return Promise.resolve(common);
  const kept = versions.get(served);
  if (kept && kept.until > performance.now()) return kept.value;
  const value = loadVersion(served);
  versions.set(served, { value, until: performance.now() + VERSION_LIFETIME_MS });
  // What failed is asked for again at once.
  value.catch(() => versions.delete(served));
  return value;
}

/** What belongs to the whole of the dataset, read once a version. */
export async function servedMeta(served: ServedDataset): Promise<DatasetMeta> {
  const { contentHash } = await servedVersion(served);
  const kept = metas.get(served);
  if (kept?.contentHash === contentHash) return kept.value;
  const value = loadMeta(served);
  metas.set(served, { contentHash, value });
  value.catch(() => metas.delete(served));
  return value;
}

/** The whole dataset as the page has it, read once a version. */
export async function servedDataset(served: ServedDataset): Promise<Dataset> {
  const { contentHash } = await servedVersion(served);
  const kept = datasets.get(served);
  if (kept?.contentHash === contentHash) return kept.value;
  const value = loadDataset(served);
  datasets.set(served, { contentHash, value });
  value.catch(() => datasets.delete(served));
  return value;
}

async function loadDataset({
  db,
  datasetId,
  mostEventsInBrowser,
}: ServedDataset): Promise<Dataset> {
  const dataset = await findDataset(db, datasetId, mostEventsInBrowser);
  if (!dataset) throw new Error(`dataset ${datasetId} is not in the database`);
  return dataset;
}

async function loadVersion({ db, datasetId }: ServedDataset): Promise<DatasetVersion> {
  const version = await findVersion(db, datasetId);
  if (!version) throw new Error(`dataset ${datasetId} is not in the database`);
  return version;
}

async function loadMeta({ db, datasetId }: ServedDataset): Promise<DatasetMeta> {
  const meta = await findMeta(db, datasetId);
  if (!meta) throw new Error(`dataset ${datasetId} is not in the database`);
  return meta;
}
