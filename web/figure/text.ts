import { element, escapeXml } from "./svg.ts";
import { type Face, wrapText } from "./text-width.ts";

/** In quotes: a name that ends in a digit is none in CSS without them. */
export const FONT_FAMILY = "'Source Sans 3', 'Source Sans Pro', sans-serif";

export function fontOf(size: number, face: Face) {
  return {
    "font-family": FONT_FAMILY,
    "font-size": size,
    "font-weight": face === "semibold" ? 600 : undefined,
    "font-style": face === "italic" ? "italic" : undefined,
  };
}

export type Paragraph = {
  readonly text: string;
  readonly size: number;
  readonly face: Face;
  readonly fill: string;
};

const LINE_HEIGHT = 1.3;
/** A program without our font sets the same words wider: lines are broken so early that they fit all the same. */
const SPARE = 1.14;

/** No line begins with what belongs to the word before it: French double punctuation, a unit, a bracket. */
function keptTogether(text: string): string {
  return text
    .replace(/ ([:;?!»])/g, "\u00a0$1")
    .replace(/([«±]) /g, "$1\u00a0")
    .replace(/(\d) (km|m|%)(?![\p{L}])/gu, "$1\u00a0$2");
}

/** A paragraph set in a column; answers how high it is too. `y` is its top. */
export function setParagraph(
  { text, size, face, fill }: Paragraph,
  x: number,
  y: number,
  width: number,
) {
  const lines = text === "" ? [] : wrapText(keptTogether(text), size, face, width / SPARE);
  const spans = lines.map((line, index) =>
    element("tspan", { x, y: y + size * (0.95 + index * LINE_HEIGHT) }, escapeXml(line)),
  );
  const svg = spans.length > 0 ? element("text", { ...fontOf(size, face), fill }, ...spans) : "";
  return { svg, height: lines.length * size * LINE_HEIGHT };
}
