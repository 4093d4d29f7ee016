// Small multiples: maps of the same frame, one a moment, each with its date.
import type { Messages } from "#web/i18n/messages.ts";
import { element } from "#web/view/drawing/svg.ts";
import { type Block, EMPTY } from "#web/view/figure/blocks/block.ts";
import { type Frame, mapPanel, sketchOf } from "#web/view/figure/map/map-panel.ts";
import type { SourceNotes } from "#web/view/figure/words/figure-sources.ts";
import type { FigureInput } from "../figure-input.ts";
import { panelHead } from "./heading-block.ts";

/** Marks and names of a small map are drawn smaller, as far as print allows. */
const SMALL_MAP = 420;
const SMALL_SCALE = 0.75;
const GAP = 16;
const MARGIN = 28;
/** Maps look best when they are about this much wider than high. */
const BEST_SHAPE = 1.6;

/** Where each map of the grid is, and the room above it for its words. */
export function gridFrames(
  input: FigureInput,
  texts: Messages,
  { height, width, x, y }: Frame,
): { readonly frame: Frame; readonly caption: Block }[] {
  const { moments } = input;
  if (moments.length === 1) return [{ frame: { x, y, width, height }, caption: EMPTY }];
  const grids = moments.map((_, index) => {
    const columns = index + 1;
    const rows = Math.ceil(moments.length / columns);
    const cell = (width - 2 * MARGIN - GAP * (columns - 1)) / columns;
    const captions = moments.map((moment, at) =>
      panelHead(input, texts, moment, { id: `date-${at + 1}`, width: cell }),
    );
    const words = Math.max(...captions.map((caption) => caption.height)) + 4;
    const map = (height - GAP * (rows - 1)) / rows - words;
    return { columns, cell, captions, words, map, size: Math.min(cell, map * BEST_SHAPE) };
  });
  const best = grids.reduce((a, b) => (b.size > a.size ? b : a));
  const map = Math.max(30, best.map);
  return moments.map((_, index) => {
    const [column, line] = [index % best.columns, Math.floor(index / best.columns)];
    return {
      caption: best.captions[index] ?? EMPTY,
      frame: {
        x: x + MARGIN + column * (best.cell + GAP),
        y: y + line * (map + best.words + GAP) + best.words,
        width: best.cell,
        height: map,
      },
    };
  });
}

/** The size in which the content of a map is drawn, before it is made to fit its frame. */
export function scaled({ height, width }: Pick<Frame, "height" | "width">) {
  const by = width < SMALL_MAP ? SMALL_SCALE : 1;
  return { width: width / by, height: height / by };
}

/** All maps of a figure with their captions; the captions stand in line with each other, above their maps. */
export function drawGrid(
  input: FigureInput,
  texts: Messages,
  maps: Frame,
  notes: readonly SourceNotes[],
): string {
  const frames = gridFrames(input, texts, maps);
  return input.moments
    .map((moment, index) => {
      const { caption, frame } = frames[index] ?? { caption: EMPTY, frame: maps };
      const suffix = input.moments.length > 1 ? `-${index + 1}` : "";
      const sketch = sketchOf(input, moment, notes[index] ?? new Map(), scaled(frame), index === 0);
      const words = caption.height > 0 ? caption.draw(frame.x, frame.y - caption.height - 4) : "";
      return words + mapPanel(sketch, frame, suffix);
    })
    .map((svg) => element("g", {}, svg))
    .join("");
}
