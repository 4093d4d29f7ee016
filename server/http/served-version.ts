import type { DatasetVersion } from "#model/dataset/version.ts";

/** The ground under the maps: what shows it is another answer where another lies there. */
export type GroundState = { readonly hash: string; readonly laidAt: string };

/**
 * The version that answers; where it was named, the newest one beside it, which may say less of what is protected; and
 * the ground that lies under it, where one does.
 */
export type ServedVersion<Ground extends GroundState = GroundState> = DatasetVersion & {
  readonly newest?: DatasetVersion;
  readonly ground?: Ground;
};
