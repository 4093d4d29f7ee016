// How the pieces of a figure share its page: heading above, map below it, and beside or under the map whatever explains
// it. What the reader can do without is left off first, then type gets smaller as far as it can be read, then how exact it
// all is is left to the key, and the list of sources says how many there are and names the first. Key, date, scale,
// sources, credit and address never go: where they have no room there is no page.
import type { Messages } from "#web/i18n/messages.ts";
import type { Furniture } from "#web/view/address/furniture.ts";
import { type Block, EMPTY, stack } from "#web/view/figure/blocks/block.ts";
import { hasQrCode } from "#web/view/figure/blocks/qr-block.ts";
import type { LegendEntry } from "#web/view/figure/legend/figure-legend.ts";
import type { Frame } from "#web/view/figure/map/map-panel.ts";
import type { FigureSources } from "#web/view/figure/words/figure-sources.ts";
import type { FigureInput, Post } from "../figure-input.ts";
import { headingBlock } from "./heading-block.ts";
import {
  explainingBlock,
  fitSources,
  footBlock,
  footWidth,
  GAP,
  noteBlock,
  SOURCE_LINE,
  type SourcesRoom,
} from "./page-blocks.ts";
import { numbersFor } from "./site-numbers.ts";

type Placed = { readonly block: Block; readonly x: number; readonly y: number };

export type FigurePage = {
  /** Size in units of layout. */
  readonly width: number;
  readonly height: number;
  /** Where the maps are. */
  readonly maps: Frame;
  readonly pieces: readonly Placed[];
  readonly sources: FigureSources;
  readonly leftOff: readonly LeftOff[];
  /** Of sites that have no room for their names. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Of a post, what is grouped on its map. */
  readonly post?: Post;
};

/** What found no room: furniture that was asked for, or a part of the list of sources. */
export type LeftOff = Furniture | "sources";

/** A page this much wider than high has its explanations beside the map, if that leaves the map room enough. */
const WIDE = 1.25;
const NARROW_WIDTH = 520;
/** So often a page is laid out anew until what it explains is what it shows. */
const MAX_TURNS = 6;
/** Of the page's width, what the explanations beside a map take: in one column or, where that is too low, in two. */
const SIDES = [
  { share: 0.26, least: 236, most: 330 },
  { share: 0.4, least: 400, most: 520 },
] as const;
/** Beside the map, so wide, or under it. */
type Side = (typeof SIDES)[number] | null;
/** What goes first when there is too little room; the credit is only said in fewer words. */
const LEAVING: readonly (Furniture | "long-credit")[] = [
  "locator",
  "curve",
  "qr",
  "happened",
  "long-credit",
];
/** What goes when type is as small as it can be, and what only then. */
const [LATE, LAST] = ["precision", "sentence"] as const;
/** Lines, and the share of the page's height, that a whole list of sources may take. */
const [WHOLE_LIST_LINES, WHOLE_LIST_SHARE] = [6, 1 / 8];
/** Lines that it may take otherwise; in an animation always the same, so that the map stays where it is. */
const SOURCE_LINES = [6, 4, 3, 2];
const FILM_SOURCE_LINES = [2];
const MANY = 4;

/** Shares of the page's height and of its own width that maps keep at least. */
type LeastMap = {
  readonly one: number;
  readonly shape: number;
  readonly few: number;
  readonly many: number;
};
const USUAL_MAP: LeastMap = { one: 0.36, shape: 0.56, few: 0.48, many: 0.58 };
/** On a telephone there is height for a map. */
const PHONE_SHAPE = 1.5;
const SMALL_MAP: LeastMap = { one: 0.3, shape: 0.42, few: 0.42, many: 0.46 };
const SMALLEST_MAP: LeastMap = { one: 0.19, shape: 0.34, few: 0.36, many: 0.4 };

/** How far the page gives way once everything that may go has gone. */
type Squeeze = {
  /** How much of the way from the usual type to the smallest. */
  readonly smaller: number;
  readonly sourceLines: readonly number[];
  readonly least: LeastMap;
};
const UNSQUEEZED: Squeeze = { smaller: 0, sourceLines: SOURCE_LINES, least: USUAL_MAP };
const SQUEEZES: readonly Squeeze[] = [
  UNSQUEEZED,
  { smaller: 0, sourceLines: [1], least: USUAL_MAP },
  { smaller: 0.5, sourceLines: [2, 1], least: USUAL_MAP },
  { smaller: 1, sourceLines: [2, 1], least: USUAL_MAP },
  { smaller: 1, sourceLines: [1], least: SMALL_MAP },
  { smaller: 1, sourceLines: [1], least: SMALLEST_MAP },
];

/** The same with type that gets smaller, and the map as large. */
const SMALLER_TYPE = SQUEEZES.filter(
  ({ least, sourceLines }) => least === USUAL_MAP && sourceLines.length > 1,
);

type Given = readonly (Furniture | "long-credit")[];

/** A step of the way that a page gives in: what is left off, how tight it is set, whether all sources are listed. */
type Rung = {
  readonly leftOff: Given;
  readonly squeeze: Squeeze;
  readonly isWhole: boolean;
  /** Where the explanations may stand, tried in turn. */
  readonly sides: readonly Side[];
};

/** Lays the page out, or is undefined where it is too small; `entriesIn` says what the legend of maps of a size holds. */
export function layOutPage(
  input: FigureInput,
  texts: Messages,
  entriesIn: (size: Pick<Frame, "width" | "height">) => readonly LegendEntry[],
): FigurePage | undefined {
  const scale = input.designSide / Math.min(input.width, input.height);
  let size = { width: input.width * scale, height: input.height * scale * 0.6 };
  let page: FigurePage | undefined;
  let numbers: FigurePage["numbers"] = new Map();
  let known = "";
  // What is in sight, and named, is known once the size of the map is, and that once legend and key are.
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const entries = entriesIn(size);
    const said = JSON.stringify([
      entries.map(({ people, text }) => [text, people?.highest]),
      [...numbers.keys()],
    ]);
    if (turn > 0 && said === known) return page;
    known = said;
    const settled = settle({ ...input, numbers }, texts, entries);
    // With what a later turn adds it may not fit any more: then the page stays as it was.
    if (!settled) return page;
    page = { ...settled, numbers };
    size = page.maps;
    // In a film a name comes and goes with its site.
    if (!input.steadyOver)
      numbers = numbersFor({ ...input, numbers }, texts, page.maps, page.sources.notes);
  }
  return page;
}

/** Leaves off one thing after the other until the map has its room, then takes back what fits all the same. */
function settle(
  asked: FigureInput,
  texts: Messages,
  entries: readonly LegendEntry[],
): Omit<FigurePage, "numbers"> | undefined {
  const isCoded = !asked.furniture.has("qr") || hasQrCode(asked.permalink);
  const input = isCoded ? asked : { ...asked, furniture: without(asked.furniture, "qr") };
  const attempt = ({ isWhole, leftOff, sides, squeeze }: Rung) => {
    const furniture = new Set([...input.furniture].filter((one) => !leftOff.includes(one)));
    const hasLongCredit = !leftOff.includes("long-credit");
    const lines =
      input.steadyOver && squeeze === UNSQUEEZED ? FILM_SOURCE_LINES : squeeze.sourceLines;
    for (const most of isWhole ? [WHOLE_LIST_LINES] : lines) {
      const effort = { sources: { lines: most, isWhole }, hasLongCredit, squeeze };
      const page = placed({ ...input, furniture }, texts, entries, { ...effort, sides });
      if (page) return page;
    }
    return undefined;
  };
  const leaving = LEAVING.filter((one) => one === "long-credit" || input.furniture.has(one));
  const anywhere: readonly Side[] = isWidePage(input) ? [...SIDES, null] : [null];
  const gaveWay = (
    isWhole: boolean,
    squeezes: readonly Squeeze[],
    sides = anywhere,
  ): readonly Rung[] => [
    ...leaving.map((_, count) => ({
      leftOff: leaving.slice(0, count),
      squeeze: UNSQUEEZED,
      isWhole,
      sides,
    })),
    ...squeezes.map((squeeze) => ({ leftOff: leaving, squeeze, isWhole, sides })),
    ...squeezes
      .slice(-1)
      .map((squeeze) => ({ leftOff: [...leaving, LATE], squeeze, isWhole, sides })),
  ];
  const fits = (rung: Rung) => attempt(rung) !== undefined;
  // Beside the map they leave it the shape of a map, the larger the narrower they are: what can be done without goes
  // before they take more, and before they go under it. Type gets smaller only for as long as they are narrow.
  const besideIt = isWidePage(input) && !input.steadyOver ? SIDES : [];
  const firstBeside = () => {
    for (const side of besideIt) {
      const squeezes = side === SIDES[0] ? SMALLER_TYPE : [UNSQUEEZED];
      const rungs = (isWhole: boolean) => gaveWay(isWhole, squeezes, [side]);
      if (!rungs(false).slice(-1).some(fits)) continue;
      return firstThat(rungs(true), fits) ?? firstThat(rungs(false), fits);
    }
    return undefined;
  };
  // A film is seen for a moment: its pictures have two lines of sources each.
  const rung =
    firstBeside() ??
    (input.steadyOver ? undefined : firstThat(gaveWay(true, SMALLER_TYPE), fits)) ??
    firstThat(
      [
        ...gaveWay(false, SQUEEZES),
        // The sentence tells what the map shows: smaller type comes before the loss of it.
        ...SQUEEZES.slice(-1).map((squeeze) => ({
          leftOff: [...leaving, LATE, LAST],
          squeeze,
          isWhole: false,
          sides: anywhere,
        })),
      ],
      fits,
    );
  if (!rung) return undefined;
  let { leftOff } = rung;
  let page = attempt(rung);
  for (const one of [...leftOff].reverse()) {
    const fewer = leftOff.filter((other) => other !== one);
    const fuller = attempt({ ...rung, leftOff: fewer });
    if (!fuller) continue;
    page = fuller;
    leftOff = fewer;
  }
  if (!page) return undefined;
  const { all, listed } = page.sources;
  return {
    ...page,
    leftOff: [
      ...leftOff.flatMap((one) => (one === "long-credit" ? [] : [one])),
      ...(isCoded ? [] : (["qr"] as const)),
      ...(listed.length < all.length ? (["sources"] as const) : []),
    ],
  };
}

const without = (all: ReadonlySet<Furniture>, one: Furniture) =>
  new Set([...all].filter((other) => other !== one));

/** The first that fits, by halves: who gives way further never takes more room. */
function firstThat<One>(ladder: readonly One[], fits: (one: One) => boolean): One | undefined {
  let [low, high] = [0, ladder.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const one = ladder[middle];
    if (one !== undefined && fits(one)) high = middle;
    else low = middle + 1;
  }
  return ladder[low];
}

type Effort = {
  readonly sources: SourcesRoom;
  readonly hasLongCredit: boolean;
  readonly squeeze: Squeeze;
  readonly sides: readonly Side[];
};

/** The page with this furniture, its explanations beside or under the map; undefined when the map gets too small. */
function placed(
  input: FigureInput,
  texts: Messages,
  entries: readonly LegendEntry[],
  effort: Effort,
): Omit<FigurePage, "leftOff" | "numbers"> | undefined {
  for (const side of effort.sides) {
    const page = placedIn(input, texts, entries, effort, side);
    if (page) return page;
  }
  return undefined;
}

const isForPhone = ({ asked }: FigureInput) => "use" in asked && asked.use === "phone";

const isWidePage = ({ height, moments, width }: FigureInput) =>
  width / height >= WIDE && moments.length === 1;

function placedIn(
  input: FigureInput,
  texts: Messages,
  entries: readonly LegendEntry[],
  { sources: room, hasLongCredit, squeeze: { smaller, least } }: Effort,
  besideIn: Side,
): Omit<FigurePage, "leftOff" | "numbers"> | undefined {
  const { designSide, furniture, height, moments, tightSide, width } = input;
  const scale = (designSide + (tightSide - designSide) * smaller) / Math.min(width, height);
  const [w, h] = [width * scale, height * scale];
  const isNarrow = w < NARROW_WIDTH;
  const pad = isNarrow ? 18 : 28;
  const column = w - 2 * pad;

  const heading = headingBlock(
    input,
    texts,
    column,
    smaller > 0 ? "tight" : isNarrow ? "narrow" : "wide",
  );
  const lines = room.isWhole
    ? Math.max(room.lines, Math.floor((h * WHOLE_LIST_SHARE) / SOURCE_LINE))
    : room.lines;
  const sources = fitSources(input, texts, footWidth(column, furniture), { ...room, lines });
  if (!sources) return undefined;
  const isWide = besideIn !== null;
  const side = besideIn ? Math.min(besideIn.most, Math.max(besideIn.least, w * besideIn.share)) : 0;
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
  const top = pad * 0.8 + heading.height + (heading.height > 0 ? 10 : 0);
  const footTop = h - pad * 0.7 - notes.height;
  const isBelow = !isWide && explanations.height > 0;
  const mapBottom = footTop - GAP - (isBelow ? explanations.height + GAP : 0);
  const hasSide = isWide && explanations.height > 0;
  const maps: Frame = {
    x: 0,
    y: top,
    width: hasSide ? w - side - pad - 22 : w,
    height: mapBottom - top,
  };
  const leastHeight =
    moments.length > 1
      ? h * (moments.length > MANY ? least.many : least.few)
      : Math.min(h * least.one, maps.width * least.shape * (isForPhone(input) ? PHONE_SHAPE : 1));
  if (maps.height < leastHeight || (hasSide && explanations.height > maps.height)) return undefined;
  const pieces: Placed[] = [
    { block: heading, x: pad, y: pad * 0.8 },
    hasSide
      ? { block: explanations, x: w - pad - side, y: top }
      : { block: explanations, x: pad, y: mapBottom + GAP },
    { block: notes, x: pad, y: footTop },
  ];
  return { width: w, height: h, maps, pieces, sources: sources.found };
}
