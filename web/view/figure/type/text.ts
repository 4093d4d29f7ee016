import { typeset } from "#model/words/typesetting.ts";
import { type Attributes, element, escapeXml } from "#web/view/drawing/svg.ts";
import { isFromTheRight } from "./direction.ts";
import { type Face, isMeasured, textWidth, wrapText } from "./text-width.ts";

/** In quotes: a name that ends in a digit is none in CSS without them. */
export const FONT_FAMILY = "'Source Sans 3', 'Source Sans Pro', 'Noto Sans', Arial, sans-serif";

export type Typeface = { readonly size: number; readonly face: Face };

export function fontOf({ size, face }: Typeface) {
  return {
    "font-family": FONT_FAMILY,
    "font-size": size,
    "font-weight": face === "semibold" ? 600 : undefined,
    "font-style": face === "italic" ? "italic" : undefined,
  };
}

/** One line of text. It says how wide it is, so that a program without our typeface keeps it in its place. */
export function setLine(written: string, typeface: Typeface, attributes: Attributes): string {
  const text = typeset(written);
  const width = isMeasured(text) ? textWidth(text, typeface.size, typeface.face) : 0;
  const held = width > 0 ? { textLength: width, lengthAdjust: "spacingAndGlyphs" } : {};
  return element("text", { ...fontOf(typeface), ...attributes, ...held }, escapeXml(text));
}

/** The same SVG with lines as wide as the letters of its typeface are: for programs that have it. */
export function withNaturalWidths(svg: string): string {
  return svg.replace(/ textLength="[\d.]+" lengthAdjust="spacingAndGlyphs"/g, "");
}

export type Paragraph = {
  readonly text: string;
  readonly size: number;
  readonly face: Face;
  readonly fill: string;
  /** It stands at the right of its column even where it is written from the left: a block has one side. */
  readonly isAtRight?: boolean;
};

export const LINE_HEIGHT = 1.3;
/** A program without our font sets the same words wider: lines are broken so early that they fit all the same. */
export const SPARE = 1.14;

/** No line begins with what belongs to the word before it: French double punctuation, a unit. */
function keptTogether(text: string): string {
  return typeset(text)
    .replaceAll("± ", "±\u00a0")
    .replace(/(\d) (km|m|%)(?![\p{L}])/gu, "$1\u00a0$2");
}

/**
 * A paragraph set in a column of the width, at its right where it is written from there: how high it is, and what draws it
 * with its upper left corner at a place.
 */
export function setParagraph(
  { text, size, face, fill, isAtRight = false }: Paragraph,
  width: number,
): { readonly height: number; readonly draw: (x: number, y: number) => string } {
  const lines = text === "" ? [] : wrapText(keptTogether(text), size, face, width / SPARE);
  // In SVG a line that runs from the right starts at its right.
  const along = (x: number) =>
    isFromTheRight(text)
      ? { x: x + width, direction: "rtl" }
      : isAtRight
        ? { x: x + width, "text-anchor": "end" }
        : { x };
  return {
    height: lines.length * size * LINE_HEIGHT,
    draw: (x, y) =>
      lines
        .map((line, index) =>
          setLine(
            line,
            { size, face },
            { fill, ...along(x), y: y + size * (0.95 + index * LINE_HEIGHT) },
          ),
        )
        .join(""),
  };
}

/** Between two texts on one line. */
const BESIDE = 14;

/** Two texts on one line, the second after the first; undefined where it is too narrow, or they run different ways. */
export function besideEachOther([first, second]: readonly [Paragraph, Paragraph], width: number) {
  if (isFromTheRight(first.text) || isFromTheRight(second.text)) return undefined;
  const from = textWidth(first.text, first.size, first.face) + BESIDE;
  const whole = from + textWidth(second.text, second.size, second.face);
  if (whole * SPARE > width) return undefined;
  return {
    height: first.size * LINE_HEIGHT,
    draw: (x: number, y: number) =>
      [first, second]
        .map(({ face, fill, size, text }, index) =>
          setLine(
            text,
            { size, face },
            { fill, x: index === 0 ? x : x + from, y: y + first.size * 0.95 },
          ),
        )
        .join(""),
  };
}
