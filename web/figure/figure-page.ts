// How the pieces of a figure share its page: heading above, map below it, and beside or under the map whatever explains
// it. What has no room is left off, the least needed first, before the map gets too small.
import type { Messages } from "#web/i18n/messages.ts";
import { type Block, EMPTY, stack } from "./block.ts";
import type { FigureInput, Furniture } from "./figure-input.ts";
import type { LegendEntry } from "./figure-legend.ts";
import type { FigureSources } from "./figure-sources.ts";
import type { Frame } from "./map-panel.ts";
import {
  explainingBlock,
  fitSources,
  footBlock,
  footWidth,
  GAP,
  headingBlock,
  noteBlock,
} from "./page-blocks.ts";

type Placed = { readonly block: Block; readonly x: number; readonly y: number };

export type FigurePage = {
  /** Size in units of layout. */
  readonly width: number;
  readonly height: number;
  /** Where the maps are. */
  readonly maps: Frame;
  readonly pieces: readonly Placed[];
  readonly sources: FigureSources;
  /** Furniture that was asked for and found no room. */
  readonly leftOff: readonly Furniture[];
};

/** A page this much wider than high has its explanations beside the map. */
const WIDE = 1.25;
const NARROW_WIDTH = 520;
const SIDE_SHARE = 0.26;
const [LEAST_SIDE, MOST_SIDE] = [236, 330];
/** Maps keep this much of the page's height, less where the page is much higher than wide. */
const LEAST_MAP = 0.36;
const [LEAST_FEW, LEAST_MANY] = [0.48, 0.58];
const MANY = 4;
const LEAST_SHAPE = 0.56;
const SOURCE_LINES = [6, 4, 3, 2];
/** What goes first when there is too little room; the credit is only said in fewer words. */
const LEAVING: readonly (Furniture | "long-credit")[] = [
  "locator",
  "curve",
  "qr",
  "happened",
  "long-credit",
  "sources",
  "precision",
  "permalink",
  "legend",
  "sentence",
];

/** Lays the page out; `entriesIn` says what the legend of maps of a size holds. */
export function layOutPage(
  input: FigureInput,
  texts: Messages,
  entriesIn: (size: Pick<Frame, "width" | "height">) => readonly LegendEntry[],
): FigurePage {
  const scale = input.designSide / Math.min(input.width, input.height);
  const guess = { width: input.width * scale, height: input.height * scale * 0.6 };
  // What is in sight is known once the size of the map is.
  const { maps } = settle(input, texts, entriesIn(guess));
  return settle(input, texts, entriesIn(maps));
}

/** Leaves off one thing after the other until the map has its room, then takes back what fits all the same. */
function settle(input: FigureInput, texts: Messages, entries: readonly LegendEntry[]): FigurePage {
  const tryWithout = (leftOff: readonly (typeof LEAVING)[number][], isLast = false) => {
    const furniture = new Set([...input.furniture].filter((one) => !leftOff.includes(one)));
    const hasLongCredit = !leftOff.includes("long-credit");
    for (const lines of furniture.has("sources") ? SOURCE_LINES : [0]) {
      const effort = { lines, hasLongCredit, isLast };
      const page = attempt({ ...input, furniture }, texts, entries, effort);
      if (page) return page;
    }
    return undefined;
  };
  const leaving = LEAVING.filter((one) => one === "long-credit" || input.furniture.has(one));
  let count = 0;
  while (count < leaving.length && !tryWithout(leaving.slice(0, count))) count += 1;
  let leftOff = leaving.slice(0, count);
  let page = tryWithout(leftOff) ?? tryWithout(leftOff, true);
  for (const one of [...leftOff].reverse()) {
    const fewer = leftOff.filter((other) => other !== one);
    const fuller = tryWithout(fewer);
    if (!fuller) continue;
    page = fuller;
    leftOff = fewer;
  }
  if (!page) throw new Error("a page is laid out in the end, however small its map");
  return { ...page, leftOff: leftOff.filter((one) => one !== "long-credit") };
}

type Effort = {
  /** Lines that the list of sources may take. */
  readonly lines: number;
  readonly hasLongCredit: boolean;
  /** The map is as small as it gets. */
  readonly isLast: boolean;
};

/** The page with this furniture, or undefined when the map would get too small. */
function attempt(
  input: FigureInput,
  texts: Messages,
  entries: readonly LegendEntry[],
  { lines, hasLongCredit, isLast }: Effort,
): Omit<FigurePage, "leftOff"> | undefined {
  const { furniture, height, moments, width } = input;
  const scale = input.designSide / Math.min(width, height);
  const [w, h] = [width * scale, height * scale];
  const isNarrow = w < NARROW_WIDTH;
  const pad = isNarrow ? 18 : 28;
  const column = w - 2 * pad;
  const isWide = w / h >= WIDE && moments.length === 1;

  const heading = headingBlock(input, texts, column, isNarrow);
  const sources = fitSources(input, texts, footWidth(column, furniture), lines);
  const side = isWide ? Math.min(MOST_SIDE, Math.max(LEAST_SIDE, w * SIDE_SHARE)) : 0;
  const explanations = explainingBlock(
    input,
    texts,
    entries,
    sources.found,
    isWide ? side : column,
    isWide,
  );
  const notes = stack(
    [
      isWide ? EMPTY : noteBlock(input, texts, column),
      footBlock(input, texts, column, sources.block, hasLongCredit),
    ],
    8,
  );
  const top = pad * 0.8 + heading.height + 14;
  const footTop = h - pad * 0.7 - notes.height;
  const isBelow = !isWide && explanations.height > 0;
  const mapBottom = footTop - GAP - (isBelow ? explanations.height + GAP : 0);
  const hasSide = isWide && explanations.height > 0;
  const maps: Frame = {
    x: 0,
    y: top,
    width: hasSide ? w - side - pad - 22 : w,
    height: Math.max(40, mapBottom - top),
  };
  const least =
    moments.length > 1
      ? h * (moments.length > MANY ? LEAST_MANY : LEAST_FEW)
      : Math.min(h * LEAST_MAP, maps.width * LEAST_SHAPE);
  const isTooSmall = maps.height < least || (hasSide && explanations.height > maps.height);
  if (isTooSmall && !isLast) return undefined;
  const pieces: Placed[] = [
    { block: heading, x: pad, y: pad * 0.8 },
    hasSide
      ? { block: explanations, x: w - pad - side, y: top }
      : { block: explanations, x: pad, y: mapBottom + GAP },
    { block: notes, x: pad, y: footTop },
  ];
  return { width: w, height: h, maps, pieces, sources: sources.found };
}
