// How much of what is shown a filter leaves, told beside the measures, which no filter changes.
import { type Filter, isEmptyFilter, speaksOf } from "#model/question/filter.ts";
import { happenedIn } from "./happened.ts";
import type { Scene } from "./scene.ts";

export type Share = { readonly left: number; readonly of: number };

/** Of sites and of events of the date; null where the filter says nothing of them, or there are none. */
export type Matches = { readonly sites: Share | null; readonly events: Share | null };

/**
 * What the filter leaves of the sites that are counted and of the events; null without a filter. `crowd`: how many events
 * there are that are too many to be in the scene, and how many of them it leaves.
 */
export function matchesIn(
  scene: Scene,
  filter: Filter,
  crowd?: { readonly all: number; readonly left: number } | null,
): Matches | null {
  if (isEmptyFilter(filter)) return null;
  const share = (things: readonly { readonly isMatch: boolean }[]): Share => ({
    left: things.filter(({ isMatch }) => isMatch).length,
    of: things.length,
  });
  const events = crowd ? { left: crowd.left, of: crowd.all } : share(happenedIn(scene));
  const sites = scene.sites.filter((site) => site.isCounted);
  return {
    sites: speaksOf(filter, "places") && sites.length > 0 ? share(sites) : null,
    events: speaksOf(filter, "events") && events.of > 0 ? events : null,
  };
}
