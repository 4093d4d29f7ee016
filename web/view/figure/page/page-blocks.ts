// What stands around the maps of a figure, each as high as its words make it in the width that it is given.
import type { Messages } from "#web/i18n/messages.ts";
import { type Block, EMPTY, named, row, stack } from "#web/view/figure/blocks/block.ts";
import { curveBlock } from "#web/view/figure/blocks/curve-block.ts";
import { happenedBlock, listedFamilies } from "#web/view/figure/blocks/happened-block.ts";
import { legendBlock } from "#web/view/figure/blocks/legend-block.ts";
import { locatorBlock } from "#web/view/figure/blocks/locator-block.ts";
import { qrBlock } from "#web/view/figure/blocks/qr-block.ts";
import { siteKeyBlock } from "#web/view/figure/blocks/site-key-block.ts";
import type { LegendEntry } from "#web/view/figure/legend/figure-legend.ts";
import { LINE_HEIGHT, setParagraph } from "#web/view/figure/type/text.ts";
import { type FigureSources, figureSources } from "#web/view/figure/words/figure-sources.ts";
import {
  creditParagraphs,
  editorsNote,
  emptySentence,
  isCrowdLeftOut,
  isEmpty,
  noSourcesSentence,
  precisionSentence,
  whereListed,
} from "#web/view/figure/words/figure-words.ts";
import type { FigureInput } from "../figure-input.ts";

const QR_SIDE = 84;
const [LOCATOR_WIDTH, LOCATOR_HEIGHT] = [124, 92];
const NOTE_SIZE = 13;
/** Between pieces that explain the map. */
export const GAP = 14;

/** Legend, what happened, curve and locator: below each other beside the map, side by side under it. */
export function explainingBlock(
  input: FigureInput,
  texts: Messages,
  entries: readonly LegendEntry[],
  { notes: [notes] }: FigureSources,
  width: number,
  isBeside: boolean,
): Block {
  const { furniture } = input;
  const listed = furniture.has("happened") ? listedFamilies(input) : [];
  const shown = entries.filter(({ family }) => family === undefined || !listed.includes(family));
  const legend = stack(
    [siteKeyBlock(input, texts, width), legendBlock(input, texts, shown, width)],
    8,
  );
  const happened = furniture.has("happened") ? happenedBlock(input, notes, texts, width) : EMPTY;
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

/** How exact it all is, or that there is nothing to be seen, or that not all is drawn. */
export function noteBlock(input: FigureInput, texts: Messages, width: number) {
  const { furniture, moments, palette, steadyOver } = input;
  const isBare = (steadyOver ?? moments).every(isEmpty) || isCrowdLeftOut(input);
  const text = isBare ? emptySentence(input, texts) : precisionSentence(input, texts);
  if (!furniture.has("precision") && !isBare) return EMPTY;
  return setParagraph({ text, size: NOTE_SIZE, face: "regular", fill: palette.label }, width);
}

export const footWidth = (width: number, furniture: FigureInput["furniture"]) =>
  furniture.has("qr") ? width - QR_SIDE - 18 : width;

/** How much room the list of sources has: all of it in so many lines, or as many as go into them. */
export type SourcesRoom = { readonly lines: number; readonly isWhole: boolean };

/** Where there is room for fewer, their number says more than the first of them. */
const LEAST_LISTED = 3;

/** Height of a line of the list of sources. */
export const SOURCE_LINE = NOTE_SIZE * LINE_HEIGHT;

/**
 * The list of sources, whole or as far as the lines hold it, one line at least; it then says how many there are in all.
 * Undefined where a whole list takes more lines. In an animation the room for them is the same in every picture.
 */
export function fitSources(
  input: FigureInput,
  texts: Messages,
  width: number,
  room: SourcesRoom,
): FittedSources | undefined {
  const known = fitted.get(input.moments) ?? new Map<string, FittedSources | undefined>();
  fitted.set(input.moments, known);
  const { furniture, language, palette, permalink } = input;
  const key = JSON.stringify([
    width,
    room,
    language,
    furniture.has("permalink"),
    permalink,
    palette.label,
    input.steadyOver !== undefined,
  ]);
  if (!known.has(key)) known.set(key, newlyFitted(input, texts, width, room));
  return known.get(key);
}

type FittedSources = { readonly found: FigureSources; readonly block: Block };

/** What was fitted for moments: a page is laid out many times until it fits. */
const fitted = new WeakMap<FigureInput["moments"], Map<string, FittedSources | undefined>>();

function newlyFitted(
  input: FigureInput,
  texts: Messages,
  width: number,
  { isWhole, lines }: SourcesRoom,
): FittedSources | undefined {
  const { dataset, language, moments, palette, steadyOver } = input;
  const scenes = moments.map(({ scene }) => scene);
  const most = lines * SOURCE_LINE;
  const blockOf = (found: Pick<FigureSources, "all" | "listed">) => {
    const text = sourcesLine(input, found, texts);
    const paragraph = { text, size: NOTE_SIZE, face: "regular", fill: palette.label } as const;
    const block = named("sources", setParagraph(paragraph, width));
    return steadyOver ? { ...block, height: Math.max(most, block.height) } : block;
  };
  const whole = figureSources(dataset, scenes, language);
  const wholeBlock = blockOf(whole);
  if (wholeBlock.height <= most + 1) return { found: whole, block: wholeBlock };
  if (isWhole) return undefined;
  // The longest list that fits, by halves: a longer one never takes fewer lines.
  let [fits, tooMany] = [0, whole.all.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    const { height } = blockOf({ all: whole.all, listed: whole.all.slice(0, middle) });
    if (height <= most + 1) fits = middle;
    else tooMany = middle;
  }
  const found = figureSources(dataset, scenes, language, fits < LEAST_LISTED ? 0 : fits);
  return { found, block: blockOf(found) };
}

/**
 * The sources by their numbers, with how many there are where some have no room, or that alone where none has; or that
 * none is recorded.
 */
function sourcesLine(
  input: FigureInput,
  { all, listed }: Pick<FigureSources, "all" | "listed">,
  texts: Messages,
) {
  const where = whereListed(input, texts);
  if (all.length === 0) return noSourcesSentence(input, texts);
  if (listed.length === 0) return texts.figureSourcesCounted(all.length, where);
  const list = listed.map(({ number, text }) => `[${number}]\u00a0${text}`).join(" · ");
  const isCut = listed.length < all.length;
  const head = isCut
    ? texts.figureSourcesOf(listed.length, all.length, where)
    : texts.figureSources;
  return `${head} ${list}`;
}

export function footBlock(
  input: FigureInput,
  texts: Messages,
  width: number,
  sources: Block,
  hasLongCredit: boolean,
): Block {
  const { furniture, palette, permalink } = input;
  const look = { size: NOTE_SIZE, face: "regular", fill: palette.label } as const;
  const set = (text: string) => setParagraph({ text, ...look }, footWidth(width, furniture));
  const credit = stack(
    [...creditParagraphs(input, texts, hasLongCredit ? "long" : "short"), input.byline ?? ""].map(
      set,
    ),
    0,
  );
  const note = named("note", set(editorsNote(input, texts)));
  const words = stack([note, sources, named("credit", credit)], 5);
  const block = furniture.has("qr")
    ? row(
        [
          { block: words, width: footWidth(width, furniture) },
          { block: qrBlock(permalink, QR_SIDE), width: QR_SIDE },
        ],
        18,
      )
    : words;
  return named("notes", block);
}
