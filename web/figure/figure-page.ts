// How the pieces of a figure share its page: heading above, map below it, and beside or under the map whatever explains
// it. What has no room is left off, the least needed first, before the map gets too small.
import type { Messages } from "#web/i18n/messages.ts";
import { type Block, EMPTY, row, stack, textBlock } from "./block.ts";
import { curveBlock } from "./curve-block.ts";
import type { FigureInput, Furniture } from "./figure-input.ts";
import type { LegendEntry } from "./figure-legend.ts";
import { type FigureSources, figureSources } from "./figure-sources.ts";
import { creditLine, dateLine, isEmpty, separationSentence } from "./figure-words.ts";
import { happenedBlock } from "./happened-block.ts";
import { legendBlock } from "./legend-block.ts";
import { locatorBlock } from "./locator-block.ts";
import type { Frame } from "./map-panel.ts";
import { qrBlock } from "./qr-block.ts";
import { element } from "./svg.ts";

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
const GAP = 14;
/** Maps keep this much of the page's height, less where the page is much higher than wide. */
const LEAST_MAP = 0.36;
const [LEAST_FEW, LEAST_MANY] = [0.48, 0.58];
const MANY = 4;
const LEAST_SHAPE = 0.56;
const QR_SIDE = 84;
const [LOCATOR_WIDTH, LOCATOR_HEIGHT] = [124, 92];
const NOTE_SIZE = 13;
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
  let entries = entriesIn({ width: input.width * scale, height: input.height * scale * 0.6 });
  let page = settle(input, texts, entries);
  // What is in sight is known once the size of the map is.
  entries = entriesIn(page.maps);
  page = settle(input, texts, entries);
  return page;
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

/** Title, date and sentence; as high as the highest of an animation, whichever of its pictures this is. */
function headingBlock(
  input: FigureInput,
  texts: Messages,
  width: number,
  isNarrow: boolean,
): Block {
  const heads = (input.steadyOver ?? []).map((moment) =>
    headingOf({ ...input, moments: [moment] }, texts, width, isNarrow),
  );
  const own = headingOf(input, texts, width, isNarrow);
  return {
    height: Math.max(own.height, ...heads.map(({ height }) => height)),
    draw: (x, y) => element("g", { id: "heading" }, own.draw(x, y)),
  };
}

function headingOf(
  { furniture, language, moments, palette, title }: FigureInput,
  texts: Messages,
  width: number,
  isNarrow: boolean,
): Block {
  const [first] = moments;
  const line = (text: string, size: number, face: "regular" | "semibold", fill: string) =>
    textBlock({ text, size, face, fill }, width);
  return stack(
    [
      furniture.has("title") && title !== ""
        ? line(title, isNarrow ? 17 : 19, "regular", palette.label)
        : EMPTY,
      line(dateLine(moments), isNarrow || moments.length > 1 ? 28 : 36, "semibold", palette.ink),
      furniture.has("sentence") && first && moments.length === 1
        ? line(
            separationSentence(first.separation, language, texts),
            isNarrow ? 16 : 18,
            "regular",
            palette.ink,
          )
        : EMPTY,
    ],
    3,
  );
}

/** Legend, what happened, curve and locator: below each other beside the map, side by side under it. */
function explainingBlock(
  input: FigureInput,
  texts: Messages,
  entries: readonly LegendEntry[],
  { numbersOf }: FigureSources,
  width: number,
  isBeside: boolean,
): Block {
  const { furniture, palette } = input;
  const legend = furniture.has("legend") ? legendBlock(entries, width, palette) : EMPTY;
  const happened = furniture.has("happened")
    ? happenedBlock(input, numbersOf, texts, width)
    : EMPTY;
  const isSplit = !isBeside && furniture.has("curve") && furniture.has("locator") && width > 380;
  const curve = furniture.has("curve")
    ? curveBlock(input, texts, isSplit ? width - LOCATOR_WIDTH - 24 : Math.min(width, 520))
    : EMPTY;
  const locator = furniture.has("locator")
    ? locatorBlock(input, LOCATOR_WIDTH, LOCATOR_HEIGHT)
    : EMPTY;
  if (isBeside) {
    const isBesideLocator = locator.height > 0;
    const noteWidth = isBesideLocator ? width - LOCATOR_WIDTH - 16 : width;
    const lower = row(
      [
        { block: locator, width: LOCATOR_WIDTH },
        { block: noteBlock(input, texts, noteWidth), width: noteWidth },
      ],
      16,
    );
    return stack([legend, happened, curve, lower], GAP);
  }
  const lower = isSplit
    ? row(
        [
          { block: curve, width: width - LOCATOR_WIDTH - 24 },
          { block: locator, width: LOCATOR_WIDTH },
        ],
        24,
      )
    : stack([curve, locator], GAP);
  return stack([legend, happened, lower], GAP);
}

/** How exact it all is, or that there is nothing to be seen. */
function noteBlock(
  { furniture, moments, palette, steadyOver }: FigureInput,
  texts: Messages,
  width: number,
) {
  const isBare = (steadyOver ?? moments).every(isEmpty);
  const text = isBare ? texts.figureEmpty : texts.figurePrecision;
  if (!furniture.has("precision") && !isBare) return EMPTY;
  return textBlock({ text, size: NOTE_SIZE, face: "regular", fill: palette.label }, width);
}

const footWidth = (width: number, furniture: FigureInput["furniture"]) =>
  furniture.has("qr") ? width - QR_SIDE - 18 : width;

/** As many of the sources as so many lines hold. */
function fitSources(input: FigureInput, texts: Messages, width: number, lines: number) {
  const { dataset, language, moments, palette } = input;
  const scenes = moments.map(({ scene }) => scene);
  const none = figureSources(dataset, scenes, language, 0);
  if (lines === 0) return { found: none, block: EMPTY };
  const blockOf = ({ listed, more }: FigureSources) => {
    const list = listed.map(({ number, text }) => `[${number}]\u00a0${text}`).join(" · ");
    const rest = more > 0 ? ` · ${texts.figureMoreSources(more)}` : "";
    return textBlock(
      {
        text: `${texts.figureSources} ${list}${rest}`,
        size: NOTE_SIZE,
        face: "regular",
        fill: palette.label,
      },
      width,
    );
  };
  const most = lines * NOTE_SIZE * 1.3 + 1;
  // The longest list that fits, by halves: a longer one never takes fewer lines.
  let [fits, tooMany] = [0, none.more + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    const { height } = blockOf(figureSources(dataset, scenes, language, middle));
    if (height <= most) fits = middle;
    else tooMany = middle;
  }
  if (fits === 0) return { found: none, block: EMPTY };
  const found = figureSources(dataset, scenes, language, fits);
  return { found, block: blockOf(found) };
}

function footBlock(
  input: FigureInput,
  texts: Messages,
  width: number,
  sources: Block,
  hasLongCredit: boolean,
): Block {
  const { furniture, palette, permalink } = input;
  const credit = textBlock(
    {
      text: creditLine(input, texts, hasLongCredit),
      size: NOTE_SIZE,
      face: "regular",
      fill: palette.label,
    },
    footWidth(width, furniture),
  );
  const words = stack([sources, credit], 5);
  const block = furniture.has("qr")
    ? row(
        [
          { block: words, width: footWidth(width, furniture) },
          { block: qrBlock(permalink, QR_SIDE), width: QR_SIDE },
        ],
        18,
      )
    : words;
  return { ...block, draw: (x, y) => element("g", { id: "notes" }, block.draw(x, y)) };
}
