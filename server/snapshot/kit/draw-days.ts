// Days that are seen in the same frame, one picture each, so that nothing but what changed is another: two that are laid
// over each other, and those of a story.
import { type Day, printDay } from "#model/time/day.ts";
import { alternativeText } from "#web/view/figure/words/figure-caption.ts";
import { dateLine } from "#web/view/figure/words/figure-words.ts";
import { momentsOn } from "#web/view/figure-of-address.ts";
import type { AskedPicture } from "../asked-picture.ts";
import { makeSteadySvg } from "../make-picture.ts";
import { sizeOfWidth, withRoom } from "./fitting-size.ts";
import { type DrawnAt, type KitPicture, svgFile, type Width } from "./kit-picture.ts";
import { themesOf, variantOf } from "./kit-question.ts";

/** Furniture that differs from day to day, or that the page around says. */
const WITHOUT = "title,happened,curve,locator,qr";

const HEIGHTS: Readonly<Record<Width, number>> = { 390: 820, 700: 830, 1200: 760 };

export type DayAsked = {
  /** What its files are called. */
  readonly name: string;
  readonly day: Day;
};

export type DrawnDays = {
  readonly pictures: readonly (KitPicture & { readonly date: string })[];
  readonly files: Readonly<Record<string, string>>;
  /** Those on any of the pictures. */
  readonly sources: readonly string[];
};

type DrawnDay = {
  readonly svg: string;
  readonly map: DrawnAt["map"];
  readonly alt: string;
  readonly date: string;
  readonly sources: readonly string[];
};

/** `asked`: what each shows but for its day. */
export async function drawDays(
  asked: AskedPicture,
  days: readonly DayAsked[],
  widths: readonly Width[],
): Promise<DrawnDays> {
  const themes = themesOf(asked);
  const { crowd, dataset, language, question } = asked;
  const all = days.map(({ day }) => day);
  const over = momentsOn(dataset, question, language, all, crowd);
  const files: Record<string, string> = {};
  const sources = new Set<string>();
  const sizes = days.map((): DrawnAt[] => []);
  let said: readonly DrawnDay[] = [];
  for (const width of widths)
    for (const theme of themes) {
      const { drawn, height } = await withRoom(HEIGHTS[width], async (own) => ({
        height: own,
        drawn: await eachDay(asked, days, over, { ...sizeOfWidth(width, own), theme }),
      }));
      for (const [index, { map, sources: own, svg }] of drawn.entries()) {
        const { name = "" } = days[index] ?? {};
        files[svgFile({ name, themes }, width, theme)] = svg;
        if (theme === themes[0]) sizes[index]?.push({ width, height, map });
        for (const id of own) sources.add(id);
      }
      said = drawn;
    }
  const pictures = days.map(({ name }, index) => {
    const { alt = "", date = "" } = said[index] ?? {};
    return { name, alt, date, themes, sizes: sizes[index] ?? [], hasPng: false };
  });
  return { pictures, files, sources: [...sources] };
}

async function eachDay(
  asked: AskedPicture,
  days: readonly DayAsked[],
  over: ReturnType<typeof momentsOn>,
  look: Readonly<Record<string, string | undefined>>,
): Promise<DrawnDay[]> {
  const drawn: DrawnDay[] = [];
  for (const [index, { day }] of days.entries()) {
    const moment = over[index];
    if (!moment) throw new Error("each day has a moment");
    const own = variantOf(asked, { ...look, date: printDay(day), without: WITHOUT });
    const { figure, input, svg } = await makeSteadySvg(own, { day, moment, over });
    drawn.push({
      svg,
      map: figure.map,
      alt: alternativeText(input),
      date: dateLine(input.moments),
      sources: figure.sources.all.map(({ id }) => id),
    });
  }
  return drawn;
}
