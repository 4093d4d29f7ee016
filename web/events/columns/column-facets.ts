import type { Facet, Filter } from "#model/question/filter.ts";
import { EVENT_CERTAINTIES } from "#model/record/event.ts";
import type { CrowdBlock } from "#web/view/crowd/event-blocks.ts";
import { leftOf } from "./crowd-filter.ts";

/** How many events of columns each value of a facet would leave, all other parts of the filter holding. */
export function countColumnFacet(
  matching: readonly CrowdBlock[],
  filter: Filter,
  categories: readonly string[],
  facet: Facet,
): ReadonlyMap<string, number> {
  const others = { ...filter, [facet]: [] };
  const isSame = filter[facet].length === 0;
  const leftBy = (block: CrowdBlock) => (isSame ? block.left : leftOf(block, others, categories));
  if (facet === "categories")
    return named(
      categories,
      countBy(matching, leftBy, ({ category }, at) => category[at] ?? 0),
    );
  if (facet === "certainties")
    return named(
      EVENT_CERTAINTIES,
      countBy(matching, leftBy, ({ quality }, at) => (quality[at] ?? 0) >> 6),
    );
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
