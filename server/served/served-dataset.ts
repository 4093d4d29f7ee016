import { LRUCache } from "lru-cache";
import type { Db, Replicas } from "#db/database.ts";
import { findMeta } from "#db/queries/dataset/meta.ts";
import { findVersion } from "#db/queries/versions.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { remembered } from "#model/remember.ts";
import type { ServedVersion as VersionOnGround } from "../http/served-version.ts";
import type { Grounds, StoredGround } from "./grounds.ts";

/** A version that is served, and the ground under it. */
export type ServedVersion = VersionOnGround<StoredGround>;

/** What the routes serve: one dataset of a database, in its newest version or in one that was named. */
export type ServedDataset = {
  readonly db: Db;
  readonly datasetId: string;
  /** The number of the version that was named (`asked-version.ts`); undefined: the newest is served. */
  readonly asOf?: number | undefined;
  /** Where the database has replicas: which of them are asked, and the version that all of those have. */
  readonly replicas?: Replicas | undefined;
  /** Why this program cannot work with the schema as it is now, in words; undefined when it can. */
  readonly schemaProblem?: (() => Promise<string | undefined>) | undefined;
  /** Events that a browser is given all at once; undefined: however many there are. */
  readonly maxEventsInBrowser?: number | undefined;
  /** The grounds that were laid under the datasets; undefined where none can be. */
  readonly grounds?: Grounds | undefined;
};

/** The dataset is not in the database, or not any more. */
export class DatasetGone extends Error {
  override readonly name = "DatasetGone";

  constructor({ datasetId }: ServedDataset) {
    super(`dataset ${datasetId} is not in the database`);
  }
}

/** For so long the version is not asked for again: a new one is served within a second. */
const VERSION_LIFETIME_MS = 1000;

/** What the routes know of the dataset: its version tells beside which newest one it is served. */
export type ServedMeta = DatasetMeta & { readonly version: ServedVersion };

/** What is known of a dataset that is served: its version for a while, the rest by its publication. */
type Known = {
  readonly version: LRUCache<"version", Promise<ServedVersion>>;
  readonly meta: LRUCache<string, Promise<ServedMeta>>;
};
const known = new WeakMap<ServedDataset, Known>();

function knownOf(served: ServedDataset): Known {
  const before = known.get(served);
  if (before) return before;
  const made: Known = {
    version: new LRUCache({ max: 1, ttl: VERSION_LIFETIME_MS }),
    meta: new LRUCache({ max: 1 }),
  };
  known.set(served, made);
  return made;
}

/** The version that is served now; an import may have replaced it since the last request. */
export function servedVersion(served: ServedDataset): Promise<ServedVersion> {
  // What one replica has already may not be what the next one answers with: what all have is told.
  const common = served.asOf === undefined && served.replicas?.versionOf(served.datasetId);
  if (common) return onGround(served, common);
  return remembered(knownOf(served).version, "version", () => loadVersion(served));
}

/** Readings of the version: the one under way, and the one that begins after it, for all who have asked meanwhile. */
type Readings = Partial<Record<"underWay" | "after", Promise<ServedVersion> | undefined>>;
const readings = new WeakMap<ServedDataset, Readings>();

/** The version that is there now, from a reading that begins after the call. */
function readVersion(served: ServedDataset): Promise<ServedVersion> {
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

async function loadVersionNow(served: ServedDataset): Promise<ServedVersion> {
  await served.replicas?.checkPrimary();
  const version = await loadVersion(served);
  knownOf(served).version.set("version", Promise.resolve(version));
  return version;
}

/**
 * Whether the version is the one that is there now: then all that was read since it was read is of it. False, too, where
 * the database does not say.
 */
export async function isStillServed(
  served: ServedDataset,
  version: VersionOnGround,
): Promise<boolean> {
  const now = await readVersion(served).catch(() => undefined);
  return now !== undefined && stateOf(now) === stateOf(version);
}

/**
 * Tells one publication from another, as the same content may be published again after other content; and one that was
 * named by the newest beside it, too, which may have made it say less; and what lies on one ground from what does on another.
 */
export const stateOf = ({ ground, newest, ...version }: VersionOnGround): string =>
  [
    ...[version, newest ?? []].flat().map((one) => `${one.contentHash} ${one.publishedAt}`),
    ...(ground ? [`on ${ground.hash} ${ground.laidAt}`] : []),
  ].join(" ");

/** What belongs to the whole of the dataset, read once a version. */
export async function servedMeta(served: ServedDataset): Promise<ServedMeta> {
  const version = await servedVersion(served);
  return remembered(knownOf(served).meta, stateOf(version), async () => {
    const meta = await findMeta(served.db, served);
    if (!meta) throw new DatasetGone(served);
    return besideNewest(meta, version);
  });
}

/** The same as routes know it. */
export const besideNewest = (meta: DatasetMeta, { ground, newest }: ServedVersion): ServedMeta => ({
  ...meta,
  version: { ...meta.version, ...(newest && { newest }), ...(ground && { ground }) },
});

async function loadVersion(served: ServedDataset): Promise<ServedVersion> {
  const { asOf, datasetId, db, replicas } = served;
  const newest = replicas?.versionOf(datasetId) ?? (await findVersion(db, { datasetId }));
  if (!newest) throw new DatasetGone(served);
  if (asOf === undefined) return onGround(served, newest);
  const named = await findVersion(db, { datasetId, asOf });
  if (!named) throw new DatasetGone(served);
  return onGround(served, { ...named, newest });
}

async function onGround(
  { datasetId, grounds }: ServedDataset,
  version: ServedVersion,
): Promise<ServedVersion> {
  const ground = await grounds?.of(datasetId);
  return ground ? { ...version, ground } : version;
}
