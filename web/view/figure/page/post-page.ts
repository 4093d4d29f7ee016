// The page of a post, which is met among other things for a moment: its claim, a map as large as can be with the date on
// it, a short key, who counted, credit and address. What has no room is grouped or said in fewer words; nothing of that goes.
import { isOneDay } from "#model/measure/separation-series.ts";
import { textIn } from "#model/words/language.ts";
import type { Messages } from "#web/i18n/messages.ts";
import { element } from "#web/view/drawing/svg.ts";
import { type Block, EMPTY, named, row, stack } from "#web/view/figure/blocks/block.ts";
import { keyInLines } from "#web/view/figure/blocks/key-in-lines.ts";
import { sizeKeyBlock } from "#web/view/figure/blocks/size-key-block.ts";
import type { LegendEntry } from "#web/view/figure/legend/figure-legend.ts";
import { unnamedOn } from "#web/view/figure/map/draw-scene.ts";
import { type Frame, sketchOf } from "#web/view/figure/map/map-panel.ts";
import { groupsFor } from "#web/view/figure/map/site-groups.ts";
import { SPARE, setParagraph } from "#web/view/figure/type/text.ts";
import { type FigureSources, figureSources } from "#web/view/figure/words/figure-sources.ts";
import {
  creditParagraphs,
  editorsNote,
  emptySentence,
  isEmpty,
  noSourcesSentence,
  separationSentence,
  whereListed,
} from "#web/view/figure/words/figure-words.ts";
import type { FigureInput, Moment, Post, SiteGroup } from "../figure-input.ts";
import type { FigurePage } from "./figure-page.ts";
import { gridFrames, scaled } from "./map-grid.ts";

type PostInput = FigureInput & { readonly post: Post };
type EntriesIn = (
  input: FigureInput,
  texts: Messages,
  size: Pick<Frame, "width" | "height">,
) => readonly LegendEntry[];

/** At the sides, above and below, and between the pieces. */
const [PAD, TOP, FOOT, GAP] = [16, 9, 7, 6] as const;
const NOTE_SIZE = 13;
/** The claim, as large as leaves the map its room. */
const TITLE_SIZES = [25, 22, 19.5, 17.5, 16] as const;
/** Where the key stands: on the right of the map, so wide, or under it. A page that is not wide has it under the map. */
const ASIDES = [172, 212, 300] as const;
const WIDE = 1.4;
/** From the edge of the key to its marks. */
const ASIDE_PAD = 8;
/** Of the page, what the map takes: as much as is wanted, and at least, in turn. */
const LEAST_SHARE = 0.2;
const SHARES = [0.65, 0.6, 0.55, 0.5, 0.42, 0.34, 0.26, LEAST_SHARE] as const;
const MAX_TURNS = 6;
/** The widest mark of the key, and the room of that of sizes where it stands beside the others. */
const [MARK, SIZES_WIDTH] = [28, 144] as const;
/** A map this narrow names what it has room for. */
const NARROW_PANEL = 180;
/** So many who counted are named. */
const MAX_COUNTERS = 3;

/** Lays the page out, or is undefined where it is too small. */
export function layOutPost(
  input: PostInput,
  texts: Messages,
  entriesIn: EntriesIn,
): FigurePage | undefined {
  const short = { ...texts, ...texts.legendShort, side: texts.sideShort };
  const isWide = input.width / input.height >= WIDE;
  const entries = entriesIn(input, short, input);
  const settings = (isWide ? [...ASIDES, 0] : [0]).flatMap((aside) => {
    const own = { ...input, post: { groups: [], aside } };
    return TITLE_SIZES.map((title) => ({
      own,
      title,
      pieces: piecesOf(own, short, entries, title),
    }));
  });
  const inTurn = SHARES.flatMap((share) =>
    settings.filter(
      ({ pieces: { height, maps } }) => maps !== null && maps.height >= height * share,
    ),
  );
  for (const { own, title } of new Set(inTurn)) {
    const page = settled(own, short, entriesIn, title);
    if (page) return page;
  }
  return undefined;
}

/** The page once its groups are those that its own map needs; undefined where the map has no room. */
function settled(
  input: PostInput,
  texts: Messages,
  entriesIn: EntriesIn,
  title: number,
): FigurePage | undefined {
  let groups: readonly SiteGroup[] = [];
  let page: FigurePage | undefined;
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const own = { ...input, post: { ...input.post, groups } };
    page = pageOf(own, piecesOf(own, texts, entriesIn(own, texts, page?.maps ?? input), title));
    if (!page) return undefined;
    const unnamed = unnamedIn(own, texts, page.maps);
    if (unnamed.length === 0) return page;
    groups = joined(own, texts, page.maps, [...groups.flat(), ...unnamed]);
  }
  return page;
}

/** The maps of the post as they are named. */
const sketchesOf = (input: PostInput, texts: Messages, maps: Frame) => {
  const frames = gridFrames(input, texts, maps);
  return input.moments.map((moment, index) =>
    sketchOf(input, moment, new Map(), scaled(frames[index]?.frame ?? maps), index === 0),
  );
};

const unnamedIn = (input: PostInput, texts: Messages, maps: Frame): readonly string[] =>
  sketchesOf(input, texts, maps).flatMap((sketch) =>
    sketch.projection.view.width < NARROW_PANEL ? [] : unnamedOn(sketch),
  );

const joined = (input: PostInput, texts: Messages, maps: Frame, ids: readonly string[]) =>
  sketchesOf(input, texts, maps).flatMap((sketch) => groupsFor(sketch, ids));

type Pieces = {
  readonly width: number;
  readonly height: number;
  readonly heading: Block;
  readonly key: Block;
  readonly foot: Block;
  readonly sources: FigureSources;
  /** Null where they, or the key on them, have no room. */
  readonly maps: Frame | null;
};

/** What stands on the page with a title of that size, and the room that is left for the maps. */
function piecesOf(
  input: PostInput,
  texts: Messages,
  entries: readonly LegendEntry[],
  title: number,
): Pieces {
  const { dataset, designSide, furniture, language, moments, palette, post } = input;
  const scale = designSide / Math.min(input.width, input.height);
  const [width, height] = [input.width * scale, input.height * scale];
  // Lines are as wide as they say: there is no room to spare.
  const column = (width - 2 * PAD) * SPARE;
  const text = furniture.has("title") ? input.title : "";
  const claim = { text, size: title, face: "semibold", fill: palette.ink } as const;
  const heading = named("heading", named("headline", text ? setParagraph(claim, column) : EMPTY));
  const scenes = moments.map(({ scene }) => scene);
  const sources = figureSources(dataset, scenes, language, 0);
  const isAside = post.aside > 0;
  const key = keyOf(input, entries, isAside ? post.aside - PAD - ASIDE_PAD : width - 2 * PAD);
  const foot = footOf(input, texts, sources.all.length, column);
  const y = TOP + heading.height + (heading.height > 0 ? GAP : 0);
  const below = !isAside && key.height > 0 ? key.height + GAP : 0;
  const maps = { x: 0, y, width, height: height - FOOT - foot.height - GAP - below - y };
  const hasRoom =
    maps.height >= height * LEAST_SHARE && (!isAside || key.height + GAP <= maps.height);
  return { width, height, heading, key, foot, sources, maps: hasRoom ? maps : null };
}

function pageOf({ palette, post }: PostInput, pieces: Pieces): FigurePage | undefined {
  const { foot, heading, height, key, maps, sources, width } = pieces;
  if (!maps) return undefined;
  const left = width - post.aside;
  const paper: Block = {
    height: post.aside > 0 ? maps.height : 0,
    draw: (x, y) =>
      element("rect", { x, y, width: post.aside, height: maps.height, fill: palette.halo }),
  };
  return {
    width,
    height,
    maps,
    pieces: [
      { block: heading, x: PAD, y: TOP },
      { block: paper, x: left, y: maps.y },
      post.aside > 0
        ? { block: key, x: left + ASIDE_PAD, y: maps.y + GAP / 2 }
        : { block: key, x: PAD, y: maps.y + maps.height + GAP },
      { block: foot, x: PAD, y: height - FOOT - foot.height },
    ],
    sources,
    leftOff: sources.all.length > 0 ? ["sources"] : [],
    numbers: new Map(),
    post,
  };
}

/** The key, set as close as can be: under a map the sizes stand beside the marks. */
function keyOf(input: PostInput, entries: readonly LegendEntry[], width: number): Block {
  const sized = entries.find(({ people }) => people !== undefined);
  const marks = (room: number) =>
    keyInLines(
      {
        id: "legend",
        title: "",
        entries: entries.filter((one) => one !== sized),
        mark: MARK,
        size: NOTE_SIZE,
        least: 18,
        below: 1,
      },
      room,
      input.palette,
    );
  if (!sized?.people) return marks(width);
  const { people, text } = sized;
  const sizes = (room: number) => sizeKeyBlock(input, people, text, room);
  if (input.post.aside > 0) return stack([sizes(width), marks(width)], GAP);
  const room = width - SIZES_WIDTH - PAD;
  return row(
    [
      { block: sizes(SIZES_WIDTH), width: SIZES_WIDTH },
      { block: marks(room), width: room },
    ],
    PAD,
  );
}

/** Who counted and of how many nobody did, how many sources there are, whose data these are and where all of it stands. */
function footOf(input: PostInput, texts: Messages, sources: number, width: number): Block {
  const { moments, palette } = input;
  const look = { size: NOTE_SIZE, face: "regular", fill: palette.label } as const;
  const said = [
    countersIn(input, texts) || moments.map((moment) => nothingOn(moment, input, texts)).join(" "),
    sources === 0
      ? noSourcesSentence(input, texts)
      : texts.figureSourcesCounted(sources, whereListed(input, texts)),
    editorsNote(input, texts),
  ];
  const told = setParagraph({ text: said.filter(Boolean).join(" "), ...look }, width);
  const credits = [...creditParagraphs(input, texts, "shortest"), input.byline ?? ""].map((text) =>
    setParagraph({ text, ...look }, width),
  );
  return named("notes", stack([named("sources", told), named("credit", stack(credits, 0))], 2));
}

/** What is said of a map on which no counted site is seen. */
function nothingOn(moment: Moment, input: PostInput, texts: Messages): string {
  if (moment.scene.sites.some(({ isCounted }) => isCounted)) return "";
  const said = separationSentence(input, moment, texts);
  return said === "" ? (isEmpty(moment) ? emptySentence(input, texts) : "") : `${said}.`;
}

/** The counters of the sites that are shown, those of the most people first; nothing where nobody counted. */
function countersIn({ language, moments }: PostInput, texts: Messages): string {
  const sites = moments.flatMap(({ scene }) => scene.sites.filter(({ isCounted }) => isCounted));
  const counted = sites.filter(({ people }) => people !== null);
  const counters = counted
    .sort((a, b) => (b.people?.high ?? 0) - (a.people?.high ?? 0))
    .flatMap(({ claims }) => claims.map(({ countedBy }) => textIn(countedBy, language)));
  if (counters.length === 0) return "";
  const names = [...new Set(counters)];
  const told = names.slice(0, MAX_COUNTERS).join(", ");
  const more = names.length - MAX_COUNTERS;
  const without = sites.length - counted.length;
  const isOneMap = moments.length === 1 && moments.every(({ days }) => isOneDay(days));
  return texts.figureCounters(
    more > 0 ? texts.figureMoreCounters(told, more) : told,
    isOneMap && without > 0 ? texts.figureUnknownOf(without, sites.length) : "",
  );
}
