// The whole of a dataset that is served, as the page has it.
import { LRUCache } from "lru-cache";
import { findDataset } from "#db/queries/dataset/dataset.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import { remembered } from "#model/remember.ts";
import { saidOfGround } from "./grounds.ts";
import { heldTo } from "./held-to.ts";
import {
  besideNewest,
  DatasetGone,
  type ServedDataset,
  type ServedVersion,
  servedVersion,
  stateOf,
} from "./served-dataset.ts";

/** A dataset as JSON in UTF-8, in memory that threads share; its state tells whether they have read it already. */
export type DatasetText = {
  readonly state: string;
  readonly bytes: SharedArrayBuffer;
  /** The file of the ground that was laid under it, if one was. */
  readonly ground: string | undefined;
};

type Known = {
  readonly dataset: LRUCache<string, Promise<Dataset>>;
  readonly text: LRUCache<string, Promise<DatasetText>>;
};
const known = new WeakMap<ServedDataset, Known>();

function knownOf(served: ServedDataset): Known {
  const before = known.get(served);
  if (before) return before;
  const made: Known = { dataset: new LRUCache({ max: 1 }), text: new LRUCache({ max: 1 }) };
  known.set(served, made);
  return made;
}

/** The whole dataset as the page has it, read once a version. */
export async function servedDataset(served: ServedDataset): Promise<Dataset> {
  const version = await servedVersion(served);
  return remembered(knownOf(served).dataset, stateOf(version), async () => {
    const dataset = await readDataset(served, version);
    return { ...dataset, meta: besideNewest(dataset.meta, version) };
  });
}

/** The whole dataset in one version, read anew. */
export async function readDataset(served: ServedDataset, version: ServedVersion): Promise<Dataset> {
  const { db, datasetId, maxEventsInBrowser } = served;
  const { answer } = await heldTo(served, version, {
    ask: ({ asOf }) => findDataset(db, { datasetId, asOf }, maxEventsInBrowser),
  });
  if (!answer) throw new DatasetGone(served);
  const { ground } = version;
  return ground ? { ...answer, meta: { ...answer.meta, ground: saidOfGround(ground) } } : answer;
}

/** The same for threads that draw, which read it once a version. */
export async function servedDatasetText(served: ServedDataset): Promise<DatasetText> {
  const dataset = await servedDataset(served);
  const version: ServedVersion = dataset.meta.version;
  const state = stateOf(version);
  return remembered(knownOf(served).text, state, async () => {
    const text = Buffer.from(JSON.stringify(dataset));
    const bytes = new SharedArrayBuffer(text.length);
    text.copy(Buffer.from(bytes));
    return { state, bytes, ground: version.ground?.file };
  });
}
