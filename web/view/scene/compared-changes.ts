// What changed between the date shown and the date compared with, for the list and for both maps.
import type { Changes } from "#model/measure/changes.ts";
import type { Day } from "#model/time/day.ts";

export type ComparedChanges = Changes & {
  /** The earlier of the two dates. */
  readonly from: Day;
  readonly to: Day;
};

export const CHANGE_KINDS = ["opened", "closed", "grown", "shrunk"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What became of each site that is not as it was. */
export function changeOfSite(changes: Changes | null): ReadonlyMap<string, ChangeKind> {
  if (!changes) return new Map();
  return new Map<string, ChangeKind>([
    ...changes.grown.map(({ siteId }) => [siteId, "grown"] as const),
    ...changes.shrunk.map(({ siteId }) => [siteId, "shrunk"] as const),
    ...changes.opened.map(({ id }) => [id, "opened"] as const),
    ...changes.closed.map(({ id }) => [id, "closed"] as const),
  ]);
}
