// The changes between two dates as the API writes them.
import type { Changes } from "#model/measure/changes.ts";
import type { OpenSite } from "#model/measure/open-sites.ts";

/** What changed, by ids of the collections. */
export function printChanges(changes: Changes) {
  const site = ({ id, side, distanceM, presence }: OpenSite) => ({
    place_id: id,
    side,
    distance_m: distanceM,
    presence,
  });
  const size = ({ siteId, before, after }: Changes["grown"][number]) => ({
    place_id: siteId,
    before,
    after,
  });
  return {
    opened: changes.opened.map(site),
    closed: changes.closed.map(site),
    moved: changes.moved.map((movement) => ({
      movement_id: movement.id,
      from_id: movement.fromId,
      to_id: movement.toId,
    })),
    grown: changes.grown.map(size),
    shrunk: changes.shrunk.map(size),
  };
}
