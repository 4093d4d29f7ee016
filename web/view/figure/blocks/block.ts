// Pieces of a page: each knows how much room it takes and draws itself where it is put.

import { element } from "#web/view/drawing/svg.ts";

export type Block = {
  readonly height: number;
  /** `x`, `y`: the upper left corner. */
  readonly draw: (x: number, y: number) => string;
};

export const EMPTY: Block = { height: 0, draw: () => "" };

/** Blocks below each other; those without a height take no gap either. */
export function stack(blocks: readonly Block[], gap: number): Block {
  const shown = blocks.filter(({ height }) => height > 0);
  const height =
    shown.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, shown.length - 1);
  return {
    height,
    draw: (x, y) => {
      let top = y;
      return shown
        .map((block) => {
          const svg = block.draw(x, top);
          top += block.height + gap;
          return svg;
        })
        .join("");
    },
  };
}

/** Blocks beside each other, their upper edges in line. */
export function row(
  blocks: readonly { readonly block: Block; readonly width: number }[],
  gap: number,
): Block {
  const shown = blocks.filter(({ block }) => block.height > 0);
  return {
    height: Math.max(0, ...shown.map(({ block }) => block.height)),
    draw: (x, y) => {
      let left = x;
      return shown
        .map(({ block, width }) => {
          const svg = block.draw(left, y);
          left += width + gap;
          return svg;
        })
        .join("");
    },
  };
}

/** A block whose drawing is a group of its own. */
export function named(id: string, block: Block): Block {
  if (block.height === 0) return block;
  return { ...block, draw: (x, y) => element("g", { id }, block.draw(x, y)) };
}
