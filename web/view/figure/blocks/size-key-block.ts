// How many people a circle stands for: circles of round numbers, one within the other on one foot, as large as the marks.
import { formatNumber } from "#web/i18n/format.ts";
import { element, pathData } from "#web/view/drawing/svg.ts";
import type { DrawnPeople } from "#web/view/figure/legend/drawn-people.ts";
import { isClamped, peoplePixels } from "#web/view/figure/map/site-layers.ts";
import { LINE_HEIGHT, setLine, setParagraph } from "#web/view/figure/type/text.ts";
import { textWidth } from "#web/view/figure/type/text-width.ts";
import type { FigureInput } from "../figure-input.ts";
import type { Block } from "./block.ts";

const SIZE = 14;
/** From the largest circle to the numbers, and from them to the words. */
const [LEADER, GAP] = [14, 12];
const LEAST_HALF = 10;
/** Words that have less room stand below the circles. */
const LEAST_WORDS = 60;
/** The smaller circle stands for so much less at least, and from so large a radius on there is one between the two. */
const [APART, THREE_FROM] = [4, 40] as const;

/** The round numbers to show: the largest that is not above the highest that is drawn, and below it others that are seen to be smaller. */
export function sizesToShow({ highest, lowest }: DrawnPeople): number[] {
  const largest = roundBelow(highest);
  const isShown = (people: number) => people >= lowest && !isClamped(people);
  const smallest = roundBelow(largest / APART);
  if (!isShown(smallest)) return [largest];
  const least = roundBelow(smallest / APART);
  return peoplePixels(largest) >= THREE_FROM && isShown(least)
    ? [largest, smallest, least]
    : [largest, smallest];
}

/** The greatest of 1, 2 or 5 times a power of ten that is not greater. */
function roundBelow(people: number): number {
  const power = 10 ** Math.floor(Math.log10(people));
  return Math.max(...[1, 2, 5].map((step) => step * power).filter((one) => one <= people));
}

/** The circles with their numbers, and beside them what they stand for. */
export function sizeKeyBlock(
  { language, palette }: Pick<FigureInput, "language" | "palette">,
  people: DrawnPeople,
  text: string,
  width: number,
): Block {
  const circles = sizesToShow(people).map((number) => ({
    label: formatNumber(number, language),
    r: peoplePixels(number) * people.scale,
  }));
  const step = SIZE * LINE_HEIGHT;
  const largest = circles[0]?.r ?? 0;
  const left = Math.max(largest, LEAST_HALF);
  const numbers = Math.max(...circles.map(({ label }) => textWidth(label, SIZE, "regular")));
  const wordsAt = 2 * left + LEADER + numbers + GAP;
  const isBelow = width - wordsAt < LEAST_WORDS;
  const words = setParagraph(
    { text, size: SIZE, face: "regular", fill: palette.ink },
    isBelow ? width : width - wordsAt,
  );
  const own = Math.max(2 * largest + 2, circles.length * step);
  const height = isBelow ? own : Math.max(own, words.height);
  return {
    height: isBelow ? height + words.height : height,
    draw: (x, y) => {
      const [cx, foot] = [x + left, y + height / 2 + largest];
      const first = y + (height - circles.length * step) / 2;
      const drawn = circles.map(({ label, r }, index) => {
        const middle = first + (index + 0.5) * step;
        const d = pathData`M${cx} ${foot - 2 * r}L${cx + left + LEADER - 3} ${middle}`;
        const look = index === 0 ? { "fill-opacity": 0.1 } : { "fill-opacity": 0.4 };
        const circle = { cx, cy: foot - r, r, fill: palette.ink, stroke: palette.ink, ...look };
        const at = { x: cx + left + LEADER, y: middle + SIZE * 0.34 };
        return (
          element("circle", { ...circle, "stroke-width": 1.4 }) +
          element("path", { d, fill: "none", stroke: palette.ink, "stroke-width": 0.8 }) +
          setLine(label, { size: SIZE, face: "regular" }, { fill: palette.ink, ...at })
        );
      });
      const said = isBelow
        ? words.draw(x, y + height)
        : words.draw(x + wordsAt, y + (height - words.height) / 2);
      return element("g", { id: "size-key" }, ...drawn, said);
    },
  };
}
