// What marks stand for, one after the other, as many on a line as there is room for.
import type { Palette } from "#web/view/drawing/palette.ts";
import { element } from "#web/view/drawing/svg.ts";
import type { LegendEntry } from "#web/view/figure/legend/figure-legend.ts";
import { SPARE, setParagraph } from "#web/view/figure/type/text.ts";
import { textWidth } from "#web/view/figure/type/text-width.ts";
import { type Block, EMPTY } from "./block.ts";

/** Between marks with their words. */
const BETWEEN = 12;
/** From a mark to its words. */
const BESIDE = 5;

type Item = {
  readonly width: number;
  readonly words: Block;
  readonly draw?: LegendEntry["draw"];
};

export type InLines = {
  /** Of the group that is drawn. */
  readonly id: string;
  /** Stands first; nothing where empty. */
  readonly title: string;
  readonly entries: readonly Pick<LegendEntry, "draw" | "text">[];
  /** How wide the marks are, at most. */
  readonly mark: number;
  /** Of the words. */
  readonly size: number;
  /** How high a line is at least, and the room between lines. */
  readonly least: number;
  readonly below: number;
};

/** The entries with their marks after the title, and nothing where there is none. */
export function keyInLines(
  { below, entries, id, least, mark, size, title }: InLines,
  width: number,
  palette: Palette,
): Block {
  if (entries.length === 0) return EMPTY;
  const half = mark / 2;
  const itemOf = (text: string, draw?: LegendEntry["draw"]): Item => {
    const before = draw ? mark + BESIDE : 0;
    const own = Math.min(width, before + Math.ceil(textWidth(text, size, "regular") * SPARE) + 1);
    const paragraph = { text, size, face: "regular", fill: palette.ink } as const;
    return { width: own, words: setParagraph(paragraph, own - before), ...(draw && { draw }) };
  };
  const items = [
    ...(title === "" ? [] : [itemOf(title)]),
    ...entries.map(({ draw, text }) => itemOf(text, draw)),
  ];
  const { height, set } = inLines(items, width, { below, least });
  return {
    height,
    draw: (x, y) => {
      const drawn = set.map(({ draw, left, top, words }) =>
        draw
          ? draw([x + left + half, y + top + least / 2]) +
            words.draw(x + left + mark + BESIDE, y + top)
          : words.draw(x + left, y + top),
      );
      return element("g", { id }, ...drawn);
    },
  };
}

type LineRoom = { readonly below: number; readonly least: number };

function inLines(items: readonly Item[], width: number, { below, least }: LineRoom) {
  let [left, top, high] = [0, 0, 0];
  const set = items.map((item) => {
    if (left > 0 && left + item.width > width) [left, top, high] = [0, top + high + below, 0];
    const placed = { ...item, left, top };
    left += item.width + BETWEEN;
    high = Math.max(high, item.words.height, least);
    return placed;
  });
  return { set, height: top + high };
}
