// What heads a figure: its claim as the largest type, and over the map of a single moment its date and what it shows.
import type { Messages } from "#web/i18n/messages.ts";
import { type Block, EMPTY, named, stack } from "#web/view/figure/blocks/block.ts";
import { isFromTheRight } from "#web/view/figure/type/direction.ts";
import { besideEachOther, type Paragraph, setParagraph } from "#web/view/figure/type/text.ts";
import type { Face } from "#web/view/figure/type/text-width.ts";
import { separationSentence, shortSentence } from "#web/view/figure/words/figure-words.ts";
import type { FigureInput, Moment } from "../figure-input.ts";

type Sizes = {
  readonly title: number;
  readonly date: number;
  readonly sentence: number;
  readonly gap: number;
};
/** Of a wide page, a narrow one, and one that has little room. */
const SIZES = {
  wide: { title: 31, date: 22, sentence: 16.5, gap: 9 },
  narrow: { title: 24, date: 18, sentence: 15, gap: 6 },
  tight: { title: 19, date: 16, sentence: 14, gap: 3 },
} as const satisfies Readonly<Record<string, Sizes>>;
export type HeadingSize = keyof typeof SIZES;

/** Of a panel among others. */
const PANEL = { date: 16.5, sentence: 13.5 };
const NAME_SIZE = 14.5;

/** Claim, date and sentence; as high as the highest of an animation, whichever of its pictures this is. */
export function headingBlock(
  input: FigureInput,
  texts: Messages,
  width: number,
  size: HeadingSize,
): Block {
  const heads = (input.steadyOver ?? []).map((moment) =>
    headingOf({ ...input, moments: [moment] }, texts, width, size),
  );
  const own = headingOf(input, texts, width, size);
  return named("heading", {
    height: Math.max(own.height, ...heads.map(({ height }) => height)),
    draw: own.draw,
  });
}

function headingOf(input: FigureInput, texts: Messages, width: number, size: HeadingSize): Block {
  const { furniture, moments, palette, title } = input;
  const [first] = moments;
  const isTitled = furniture.has("title") && title !== "";
  const sizes = SIZES[size];
  // One side for all, whichever languages they are in: that of the title, which stands first.
  const isAtRight = isTitled && isFromTheRight(title);
  const claim = isTitled
    ? claimBlock(
        { text: title, size: sizes.title, face: "semibold", fill: palette.ink, isAtRight },
        width,
      )
    : EMPTY;
  if (!first || moments.length > 1) return named("headline", claim);
  const sentence = furniture.has("sentence") ? separationSentence(input, first, texts) : "";
  const dated = datedBlock(input, { date: first.date, sentence, sizes, isAtRight, width });
  return stack([named("headline", claim), named("date", dated)], sizes.gap);
}

/** A claim gives in by so much where it then stands on one line: no last word has a line of its own. */
const CLAIM_SHARES = [1, 0.93, 0.86];

function claimBlock(claim: Paragraph, width: number): Block {
  const blocks = CLAIM_SHARES.map((share) => {
    const size = claim.size * share;
    return { size, ...setParagraph({ ...claim, size }, width) };
  });
  const [full] = blocks;
  return blocks.find(({ height, size }) => height < 2 * size) ?? full ?? EMPTY;
}

type Dated = {
  readonly date: string;
  readonly sentence: string;
  readonly sizes: Sizes;
  readonly isAtRight: boolean;
  readonly width: number;
};

/** The date in bold as the label of its map, and what is to be seen there: beside it, where one line holds both. */
function datedBlock(
  { palette }: Pick<FigureInput, "palette">,
  { date, isAtRight, sentence, sizes, width }: Dated,
): Block {
  const line = (text: string, size: number, face: Face) =>
    text === "" ? EMPTY : setParagraph({ text, size, face, fill: palette.ink, isAtRight }, width);
  const both = [
    { text: date, size: sizes.date, face: "semibold", fill: palette.ink },
    { text: sentence, size: sizes.sentence, face: "regular", fill: palette.ink },
  ] as const;
  const oneLine = sentence === "" || isAtRight ? undefined : besideEachOther(both, width);
  return (
    oneLine ??
    stack([line(date, sizes.date, "semibold"), line(sentence, sizes.sentence, "regular")], 1)
  );
}

/** Over one of several maps: its date first, then its name, then what it shows. */
export function panelHead(
  input: FigureInput,
  texts: Messages,
  moment: Moment,
  { id, width }: { readonly id: string; readonly width: number },
): Block {
  const { furniture, palette } = input;
  const line = (text: string, size: number, face: Face) =>
    text === "" ? EMPTY : setParagraph({ text, size, face, fill: palette.ink }, width);
  const sentence = furniture.has("sentence") ? shortSentence(input, moment, texts) : "";
  return named(
    id,
    stack(
      [
        line(moment.date, PANEL.date, "semibold"),
        line(moment.name, NAME_SIZE, "regular"),
        line(sentence, PANEL.sentence, "regular"),
      ],
      1,
    ),
  );
}
