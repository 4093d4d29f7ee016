// What the marks of events stand for: their families one after the other, as many on a line as there is room for.
import type { Palette } from "#web/view/drawing/palette.ts";
import { element } from "#web/view/drawing/svg.ts";
import type { LegendEntry } from "#web/view/figure/legend/figure-legend.ts";
import { SPARE } from "#web/view/figure/type/text.ts";
import { textWidth } from "#web/view/figure/type/text-width.ts";
import { type Block, EMPTY, textBlock } from "./block.ts";

const SIZE = 14;
/** From the left of a mark to its words, between families, between lines, and how high one is at least. */
const [MARK, BETWEEN, BELOW, LEAST] = [27, 12, 3, 21] as const;
const MARK_HALF = 11;

type Item = {
  readonly width: number;
  readonly words: Block;
  readonly draw?: LegendEntry["draw"];
};

/** The families with their marks after `title`, and none where no event is drawn. */
export function eventKeyBlock(
  title: string,
  families: readonly Pick<LegendEntry, "draw" | "text">[],
  width: number,
  palette: Palette,
): Block {
  if (families.length === 0) return EMPTY;
  const itemOf = (text: string, draw?: LegendEntry["draw"]): Item => {
    const before = draw ? MARK : 0;
    const own = Math.min(width, before + Math.ceil(textWidth(text, SIZE, "regular") * SPARE) + 1);
    const paragraph = { text, size: SIZE, face: "regular", fill: palette.ink } as const;
    return { width: own, words: textBlock(paragraph, own - before), ...(draw && { draw }) };
  };
  const items = [itemOf(title), ...families.map(({ draw, text }) => itemOf(text, draw))];
  const { height, set } = inLines(items, width);
  return {
    height,
    draw: (x, y) => {
      const drawn = set.map(({ draw, left, top, words }) =>
        draw
          ? draw([x + left + MARK_HALF, y + top + LEAST / 2]) + words.draw(x + left + MARK, y + top)
          : words.draw(x + left, y + top),
      );
      return element("g", { id: "event-key" }, ...drawn);
    },
  };
}

function inLines(items: readonly Item[], width: number) {
  let [left, top, high] = [0, 0, 0];
  const set = items.map((item) => {
    if (left > 0 && left + item.width > width) [left, top, high] = [0, top + high + BELOW, 0];
    const placed = { ...item, left, top };
    left += item.width + BETWEEN;
    high = Math.max(high, item.words.height, LEAST);
    return placed;
  });
  return { set, height: top + high };
}
