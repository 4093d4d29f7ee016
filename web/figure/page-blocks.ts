// What stands around the maps of a figure, each as high as its words make it in the width that it is given.
import type { Messages } from "#web/i18n/messages.ts";
import { type Block, EMPTY, row, stack, textBlock } from "./block.ts";
import { curveBlock } from "./curve-block.ts";
import type { FigureInput } from "./figure-input.ts";
import type { LegendEntry } from "./figure-legend.ts";
import { type FigureSources, figureSources } from "./figure-sources.ts";
import {
  creditLine,
  dateLine,
  emptySentence,
  eventsApart,
  isEmpty,
  separationSentence,
} from "./figure-words.ts";
import { happenedBlock } from "./happened-block.ts";
import { legendBlock } from "./legend-block.ts";
import { locatorBlock } from "./locator-block.ts";
import { qrBlock } from "./qr-block.ts";
import { element } from "./svg.ts";

const QR_SIDE = 84;
const [LOCATOR_WIDTH, LOCATOR_HEIGHT] = [124, 92];
const NOTE_SIZE = 13;
/** Between pieces that explain the map. */
export const GAP = 14;

/** Title, date and sentence; as high as the highest of an animation, whichever of its pictures this is. */
export function headingBlock(
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

function headingOf(input: FigureInput, texts: Messages, width: number, isNarrow: boolean): Block {
  const { furniture, moments, palette, title } = input;
  const [first] = moments;
  const sentence =
    furniture.has("sentence") && first && moments.length === 1
      ? separationSentence(input, first.separation, texts)
      : "";
  const line = (text: string, size: number, face: "regular" | "semibold", fill: string) =>
    textBlock({ text, size, face, fill }, width);
  return stack(
    [
      furniture.has("title") && title !== ""
        ? line(title, isNarrow ? 17 : 19, "regular", palette.label)
        : EMPTY,
      line(dateLine(moments), isNarrow || moments.length > 1 ? 28 : 36, "semibold", palette.ink),
      sentence === "" ? EMPTY : line(sentence, isNarrow ? 16 : 18, "regular", palette.ink),
    ],
    3,
  );
}

/** Legend, what happened, curve and locator: below each other beside the map, side by side under it. */
export function explainingBlock(
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

/** How exact it all is, or that there is nothing to be seen, or that not all is drawn. */
export function noteBlock(input: FigureInput, texts: Messages, width: number) {
  const { furniture, moments, palette, steadyOver } = input;
  const isBare = (steadyOver ?? moments).every(isEmpty) || eventsApart(input.dataset) > 0;
  const text = isBare ? emptySentence(input, texts) : texts.figurePrecision;
  if (!furniture.has("precision") && !isBare) return EMPTY;
  return textBlock({ text, size: NOTE_SIZE, face: "regular", fill: palette.label }, width);
}

export const footWidth = (width: number, furniture: FigureInput["furniture"]) =>
  furniture.has("qr") ? width - QR_SIDE - 18 : width;

/** As many of the sources as so many lines hold. */
export function fitSources(input: FigureInput, texts: Messages, width: number, lines: number) {
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

export function footBlock(
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
