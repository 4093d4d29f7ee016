// The legend set in as many columns as there is room for.

import type { Palette } from "#web/view/drawing/palette.ts";
import { element } from "#web/view/drawing/svg.ts";
import type { LegendEntry } from "#web/view/figure/legend/figure-legend.ts";
import { setParagraph } from "#web/view/figure/type/text.ts";
import type { Block } from "./block.ts";

const SIZE = 14;
const MARK = 40;
const GAP = 22;
const ROW_GAP = 5;
const MIN_ROW = 20;

const COLUMNS = [1, 2, 3, 4];
/** Narrower than this, words stand one below the other. */
const MIN_WORDS = 130;

/** The legend in as many columns as make it lowest. */
export function legendBlock(
  entries: readonly LegendEntry[],
  width: number,
  palette: Palette,
): Block {
  if (entries.length === 0) return { height: 0, draw: () => "" };
  const settings = COLUMNS.map((columns) => setInColumns(entries, width, columns, palette));
  const { columnWidth, heights, rows, total } = settings.reduce((best, one) =>
    one.total < best.total && one.columnWidth - MARK >= MIN_WORDS ? one : best,
  );
  return {
    height: total,
    draw: (x, y) => {
      let top = y;
      const drawn = rows.map((cellsOfRow, index) => {
        const svg = cellsOfRow.map(({ draw, paragraph }, column) => {
          const left = x + column * (columnWidth + GAP);
          const label = setParagraph(paragraph, left + MARK, top, columnWidth - MARK);
          return draw([left + 16, top + 10]) + label.svg;
        });
        top += (heights[index] ?? 0) + ROW_GAP;
        return svg.join("");
      });
      return element("g", { id: "legend" }, ...drawn);
    },
  };
}

function setInColumns(
  entries: readonly LegendEntry[],
  width: number,
  columns: number,
  palette: Palette,
) {
  const columnWidth = (width - GAP * (columns - 1)) / columns;
  const cells = entries.map(({ draw, text }) => {
    const paragraph = { text, size: SIZE, face: "regular", fill: palette.ink } as const;
    const { height } = setParagraph(paragraph, 0, 0, columnWidth - MARK);
    return { draw, paragraph, height: Math.max(MIN_ROW, height) };
  });
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, index) =>
    cells.slice(index * columns, (index + 1) * columns),
  );
  const heights = rows.map((cellsOfRow) => Math.max(...cellsOfRow.map(({ height }) => height)));
  const total = heights.reduce((sum, height) => sum + height, 0) + ROW_GAP * (rows.length - 1);
  return { columnWidth, heights, rows, total };
}
