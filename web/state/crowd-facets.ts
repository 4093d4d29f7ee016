import type { Facet } from "#model/filter.ts";
import { EVENT_CERTAINTIES } from "#model/record/event.ts";
import type { CrowdBlock } from "#web/events/columns/crowd.ts";
import { leftOf } from "#web/events/columns/crowd-filter.ts";
import type { AppState } from "./app-state.ts";
import type { TallyTimeline } from "./tally-slice.ts";

type FacetState = Pick<
  AppState,
  "crowdMatching" | "crowdHead" | "filter" | "isTiled" | "tallyTimeline"
>;

/**
 * How many events of a crowd each value of a facet would leave, all other parts of the filter holding; undefined where
 * nobody has counted them.
 */
export function crowdFacet(
  { crowdMatching, crowdHead, filter, isTiled, tallyTimeline }: FacetState,
  facet: Facet,
): ReadonlyMap<string, number | undefined> {
  if (isTiled) return talliedFacet(tallyTimeline.value, facet);
  const categories = crowdHead.value?.categories ?? [];
  const others = { ...filter.value, [facet]: [] };
  const isSame = filter.value[facet].length === 0;
  const leftBy = (block: CrowdBlock) => (isSame ? block.left : leftOf(block, others, categories));
  if (facet === "categories")
    return named(
      categories,
      countBy(crowdMatching.value, leftBy, ({ category }, at) => category[at] ?? 0),
    );
  if (facet === "certainties")
    return named(
      EVENT_CERTAINTIES,
      countBy(crowdMatching.value, leftBy, ({ quality }, at) => (quality[at] ?? 0) >> 6),
    );
  return new Map();
}

function talliedFacet(
  timeline: TallyTimeline | null,
  facet: Facet,
): ReadonlyMap<string, number | undefined> {
  if (facet === "categories") return new Map(Object.entries(timeline?.all ?? {}));
  if (facet === "certainties")
    return new Map(EVENT_CERTAINTIES.map((certainty) => [certainty, undefined]));
  return new Map();
}

function countBy(
  blocks: readonly CrowdBlock[],
  leftBy: (block: CrowdBlock) => Uint8Array,
  valueAt: (block: CrowdBlock, index: number) => number,
): Uint32Array {
  const counts = new Uint32Array(256);
  for (const block of blocks) {
    const left = leftBy(block);
    for (let index = 0; index < left.length; index++)
      if (left[index] === 1) {
        const value = valueAt(block, index);
        counts[value] = (counts[value] ?? 0) + 1;
      }
  }
  return counts;
}

function named(names: readonly string[], counts: Uint32Array): Map<string, number> {
  return new Map(
    names.flatMap((name, place) => {
      const count = counts[place] ?? 0;
      return count > 0 ? [[name, count] as const] : [];
    }),
  );
}
