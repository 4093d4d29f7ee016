// What an instance says of the datasets that it serves, each read once a version.

import { findMeta } from "#db/queries/dataset/meta.ts";
import { countRecords, type RecordCounts } from "#db/queries/dataset/record-counts.ts";
import { findVersions } from "#db/queries/versions.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { remembered } from "#model/remember.ts";
import { databaseAway } from "../http/database-away.ts";
import { DatasetGone, stateOf } from "../served/served-dataset.ts";
import type { ServedDatasets } from "../served/served-datasets.ts";

type Facts = { readonly meta: DatasetMeta; readonly counts: RecordCounts };

/** A dataset and what is known of it; where it cannot be read, why. */
export type Listed = {
  readonly id: string;
  readonly state: string;
  readonly isDefault: boolean;
  readonly facts: Facts | Error;
};

/** Answers the list as it is now, the default dataset first; one that cannot be read keeps no other from its place. */
export function datasetList(datasets: ServedDatasets): () => Promise<readonly Listed[]> {
  const { datasetId, db } = datasets.default;
  let known = new Map<string, Promise<Facts>>();
  const read = async (id: string): Promise<Facts> => {
    const meta = await findMeta(db, { datasetId: id });
    if (!meta) throw new DatasetGone({ db, datasetId: id });
    return { meta, counts: await countRecords(db, id) };
  };
  return async () => {
    const versions = await findVersions(db);
    const listed: Listed[] = [];
    const keys = new Set<string>();
    for (const { id, version } of versions) {
      const state = stateOf(version);
      const key = `${id} ${state}`;
      keys.add(key);
      const facts = await remembered(known, key, () => read(id)).catch((error: Error) => error);
      if (facts instanceof Error && databaseAway(facts)) throw facts;
      listed.push({ id, state, isDefault: id === datasetId, facts });
    }
    known = new Map([...known].filter(([key]) => keys.has(key)));
    return listed.sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
  };
}
