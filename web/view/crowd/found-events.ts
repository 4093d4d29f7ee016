import type { BandedBlock, CrowdBlock } from "./event-blocks.ts";

/**
 * The blocks with what was found of them elsewhere, as the service finds words: events have no ids in columns, and those of
 * which every number is the same are told apart by nothing.
 */
export function leaveFound(
  blocks: readonly BandedBlock[],
  found: readonly CrowdBlock[],
): CrowdBlock[] {
  const counts = new Map<string, number>();
  for (const block of found)
    for (let index = 0; index < block.x.length; index++)
      if (block.left[index] === 1) {
        const key = keyAt(block, index);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  return blocks.map((block) => {
    const left = new Uint8Array(block.x.length);
    for (let index = 0; index < left.length && counts.size > 0; index++) {
      const key = keyAt(block, index);
      const count = counts.get(key) ?? 0;
      if (count === 0) continue;
      left[index] = 1;
      counts.set(key, count - 1);
    }
    return { ...block, left };
  });
}

const keyAt = (block: BandedBlock, index: number) =>
  [
    block.x,
    block.y,
    block.startEarliest,
    block.startLatest,
    block.endEarliest,
    block.endLatest,
    block.category,
    block.quality,
  ]
    .map((column) => column[index])
    .join();
