// The legend set in as many columns as there is room for, the key of sizes before it, that of events after it.

import type { Messages } from "#web/i18n/messages.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import { element } from "#web/view/drawing/svg.ts";
import type { LegendEntry } from "#web/view/figure/legend/figure-legend.ts";
import { setParagraph } from "#web/view/figure/type/text.ts";
import type { FigureInput } from "../figure-input.ts";
import { type Block, row, stack } from "./block.ts";
import { keyInLines } from "./key-in-lines.ts";
import { sizeKeyBlock } from "./size-key-block.ts";

const SIZE = 14;
const MARK = 40;
const GAP = 22;
/** Between entries, and how high one is at least. */
type Rows = { readonly gap: number; readonly least: number };
const ROWS: Rows = { gap: 5, least: 20 };
/** As near as the highest marks may come to each other. */
const NARROW_ROWS: Rows = { gap: 3, least: 19 };

const COLUMNS = [1, 2, 3, 4];
/** Narrower than this, words stand one below the other. */
const MIN_WORDS = 130;
/** On a page so narrow every line counts: columns need not have their entries in line. */
const NARROW_WIDTH = 500;

type Cell = Pick<LegendEntry, "draw"> & { readonly words: Block; readonly height: number };

type Setting = {
  readonly columnWidth: number;
  readonly height: number;
  readonly cells: readonly (Cell & { readonly column: number; readonly top: number })[];
};

/** How wide the mark of an event is. */
const EVENT_MARK = 22;
/** Between the rows and the events. */
const EVENTS_GAP = 7;
/** Between the key of sizes and the legend beside it; from what width they stand beside each other, how wide it is then. */
const [KEY_GAP, BESIDE_FROM, KEY_WIDTH] = [26, 640, 250] as const;

/** The legend; where circles of people are drawn, what their sizes stand for is over it or, where that is lower, beside it. */
export function legendBlock(
  input: Pick<FigureInput, "language" | "palette">,
  texts: Messages,
  entries: readonly LegendEntry[],
  width: number,
): Block {
  const sized = entries.find((entry) => entry.people);
  const keyOf = (room: number) => marksBlock(input.palette, texts, entries, room);
  if (!sized?.people) return keyOf(width);
  const { people, text } = sized;
  const sizes = (room: number) => sizeKeyBlock(input, people, text, room);
  const above = stack([sizes(width), keyOf(width)], 8);
  if (width < BESIDE_FROM) return above;
  const room = width - KEY_WIDTH - KEY_GAP;
  const beside = row(
    [
      { block: sizes(KEY_WIDTH), width: KEY_WIDTH },
      { block: keyOf(room), width: room },
    ],
    KEY_GAP,
  );
  return beside.height < above.height ? beside : above;
}

/** What has no size: a row each, and the families of events on lines of their own. */
function marksBlock(
  palette: Palette,
  texts: Messages,
  entries: readonly LegendEntry[],
  width: number,
): Block {
  const rows = entries.filter(({ family, people }) => !people && family === undefined);
  const families = entries.filter(({ family }) => family !== undefined);
  return stack(
    [
      rowsBlock(rows, width, palette),
      keyInLines(
        {
          id: "event-key",
          title: texts.legendEvents,
          entries: families,
          mark: EVENT_MARK,
          size: SIZE,
          least: 21,
          below: 3,
        },
        width,
        palette,
      ),
    ],
    EVENTS_GAP,
  );
}

/** In as many columns as make it lowest, read in rows or, on narrow pages, column by column. */
function rowsBlock(entries: readonly LegendEntry[], width: number, palette: Palette): Block {
  if (entries.length === 0) return { height: 0, draw: () => "" };
  const settings = COLUMNS.flatMap((count) => settingsIn(entries, width, count, palette));
  const { cells, columnWidth, height } = settings.reduce((best, one) =>
    one.height < best.height && one.columnWidth - MARK >= MIN_WORDS ? one : best,
  );
  return {
    height,
    draw: (x, y) => {
      const drawn = cells.map(({ column, draw, top, words }) => {
        const left = x + column * (columnWidth + GAP);
        return draw([left + 16, y + top + 10]) + words.draw(left + MARK, y + top);
      });
      return element("g", { id: "legend" }, ...drawn);
    },
  };
}

function settingsIn(
  entries: readonly LegendEntry[],
  width: number,
  count: number,
  palette: Palette,
): readonly Setting[] {
  const columnWidth = (width - GAP * (count - 1)) / count;
  const isNarrow = width < NARROW_WIDTH;
  const { gap, least } = isNarrow ? NARROW_ROWS : ROWS;
  const cells = entries.map(({ draw, text }): Cell => {
    const paragraph = { text, size: SIZE, face: "regular", fill: palette.ink } as const;
    const words = setParagraph(paragraph, columnWidth - MARK);
    return { draw, words, height: Math.max(least, words.height) };
  });
  const rows = { columnWidth, ...setInRows(cells, count, gap) };
  return isNarrow ? [rows, { columnWidth, ...setInColumns(cells, count, gap) }] : [rows];
}

type Placed = Omit<Setting, "columnWidth">;

function setInRows(cells: readonly Cell[], count: number, gap: number): Placed {
  let top = -gap;
  const set = Array.from({ length: Math.ceil(cells.length / count) }, (_, row) => {
    const own = cells.slice(row * count, (row + 1) * count);
    const from = top + gap;
    top = from + Math.max(...own.map(({ height }) => height));
    return own.map((cell, column) => ({ ...cell, column, top: from }));
  });
  return { cells: set.flat(), height: top };
}

function setInColumns(cells: readonly Cell[], count: number, gap: number): Placed {
  const columns = inEvenColumns(cells, count, gap);
  const set = columns.flatMap((own, column) =>
    own.map((cell, at) => ({ ...cell, column, top: heightOf(own.slice(0, at), gap) + gap })),
  );
  return { cells: set, height: Math.max(...columns.map((own) => heightOf(own, gap))) };
}

const heightOf = (cells: readonly Cell[], gap: number): number =>
  cells.reduce((sum, { height }) => sum + height + gap, -gap);

/** The cells in their order in at most so many columns, the highest of which is as low as can be. */
function inEvenColumns(
  cells: readonly Cell[],
  count: number,
  gap: number,
): readonly (readonly Cell[])[] {
  // A column is as high as some run of cells is.
  const limits = cells
    .flatMap((_, start) =>
      cells.slice(start).map((_, length) => heightOf(cells.slice(start, start + length + 1), gap)),
    )
    .sort((a, b) => a - b);
  for (const limit of limits) {
    const columns = filledTo(cells, limit, gap);
    if (columns && columns.length <= count) return columns;
  }
  return [cells];
}

/** Columns that are filled one after the other up to a height; undefined where a cell alone is higher. */
function filledTo(cells: readonly Cell[], limit: number, gap: number): Cell[][] | undefined {
  const columns: Cell[][] = [];
  for (const cell of cells) {
    if (cell.height > limit) return undefined;
    const last = columns.at(-1);
    if (last && heightOf([...last, cell], gap) <= limit) last.push(cell);
    else columns.push([cell]);
  }
  return columns;
}
