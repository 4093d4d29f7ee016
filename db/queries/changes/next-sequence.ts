import { type SQL, sql } from "drizzle-orm";

/** The sequence number of what is published now: whatever the clock says, it is after those before. */
export const nextSequence = (datasetId: string): SQL<number> =>
  sql`greatest(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint,
    1 + (SELECT max(sequence) FROM versions WHERE dataset_id = ${datasetId}))`;
