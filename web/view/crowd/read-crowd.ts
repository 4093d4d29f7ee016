// The columns that the service has of a crowd, as a picture asks them.
import { EventColumnsReader } from "#model/collection/event-columns.ts";
import { bandBlock, joinBlocks } from "./bands.ts";
import type { BandedBlock } from "./event-blocks.ts";
import { leaveFound } from "./found-events.ts";
import type { PicturedCrowd } from "./moment-crowd.ts";

/** Bytes of `geodata/model/collection/event-columns.ts`. */
export type CrowdColumns = {
  /** The categories of all events, whatever was asked for, the most frequent first: their places are their colours. */
  readonly categories: readonly string[];
  readonly all: Uint8Array;
  /** Those that the filter leaves; undefined without a filter. */
  readonly found: Uint8Array | undefined;
};

/** Throws when the bytes are no event columns. */
export function readCrowd({ all, categories, found }: CrowdColumns): PicturedCrowd {
  const every = blocksIn(all, categories);
  const blocks = found
    ? leaveFound(every, blocksIn(found, categories).map(leaveAll))
    : every.map(leaveAll);
  return { categories, blocks };
}

function blocksIn(bytes: Uint8Array, categories: readonly string[]): BandedBlock[] {
  const reader = new EventColumnsReader();
  const blocks = reader.read(bytes);
  reader.end();
  if (blocks.length === 0) return [];
  const banded = bandBlock(joinBlocks(blocks));
  return [withCategoriesOf(banded, reader.head?.categories ?? [], categories)];
}

const leaveAll = (block: BandedBlock) => ({
  ...block,
  left: new Uint8Array(block.x.length).fill(1),
});

/**
 * A block with the places that its categories have among those of all events: each answer names its own, the most
 * frequent first. What all events name together stands last there.
 */
export function withCategoriesOf(
  block: BandedBlock,
  named: readonly string[],
  all: readonly string[],
): BandedBlock {
  const places = named.map((category) => {
    const place = all.indexOf(category);
    return place < 0 ? all.length - 1 : place;
  });
  return { ...block, category: block.category.map((place) => places[place] ?? all.length - 1) };
}
