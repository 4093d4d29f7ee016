import { findExtent } from "#db/queries/features/extents.ts";
import { perVersion } from "./per-version.ts";

/** What a collection of the served version covers, read once a version. */
export const servedExtent = perVersion(({ db, datasetId }, collection, { asOf }) =>
  findExtent(db, { asOf, collection, datasetId }),
);
