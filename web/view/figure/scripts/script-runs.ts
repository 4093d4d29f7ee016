// Lines of mixed scripts cut into pieces that programs can set which know one typeface a line and no direction: each
// piece in one typeface and one direction, in the order in which it is seen (Unicode TR 9), at a place of its own.
import bidiFactory from "bidi-js";
import { element, escapeXml } from "#web/view/drawing/svg.ts";
import { isMeasured } from "#web/view/figure/type/text-width.ts";

export type RunFont = {
  /** Under which the program that draws knows it. */
  readonly name: string;
  /** How wide it sets a text, in ems. */
  readonly measure: (text: string) => number;
  /** The shapes of the letters of a text that begins at a place, as path data. */
  readonly outline: (text: string, size: number, x: number, y: number) => string;
};

/** The typeface of a character; of the page's own where it is undefined. */
export type RunFonts = {
  readonly of: (character: string) => RunFont | undefined;
  readonly own: (attributes: Readonly<Record<string, string>>) => RunFont;
};

type Run = { text: string; level: number; font: RunFont | undefined };

const bidi = bidiFactory();
const INVISIBLE = /[\u200e\u200f\u061c\u2060\ufeff\u00ad]/u;
const STAYS_WITH_LETTER = /[\p{M}\u200c\u200d]/u;
const LETTER = /[\p{L}\p{M}\p{N}\u200c\u200d]/u;

/** Whether pieces in other typefaces stay text, or become the shapes of their letters. */
export type RunsAs = "text" | "shapes";

/** The same figure with every line in pieces that runs from the right, or is not all of the page's own typeface. */
export function withScriptRuns(svg: string, fonts: RunFonts, as: RunsAs): string {
  return svg.replace(/<text\b([^>]*)>([^<]*)<\/text>/g, (whole, tag: string, escaped: string) => {
    const attributes: Record<string, string> = Object.fromEntries(
      [...tag.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
    );
    if (isMeasured(escaped) && attributes.direction === undefined) return whole;
    return setInPieces(unescaped(escaped), attributes, fonts, as);
  });
}

function setInPieces(
  text: string,
  attributes: Record<string, string>,
  fonts: RunFonts,
  as: RunsAs,
): string {
  const {
    "text-anchor": anchor = "start",
    direction = "ltr",
    lengthAdjust: _adjust,
    textLength: _length,
    x,
    ...rest
  } = attributes;
  const size = Number(attributes["font-size"]);
  const own = fonts.own(attributes);
  const runs = inSight(runsOf(text, fonts, direction)).map((run) => {
    const width = (run.font ?? own).measure(run.text) * size;
    return { ...run, width };
  });
  const whole = runs.reduce((sum, { width }) => sum + width, 0);
  const isAtItsRight = anchor === (direction === "rtl" ? "start" : "end");
  let left = Number(x ?? 0) - (isAtItsRight ? whole : anchor === "middle" ? whole / 2 : 0);
  return runs
    .map(({ font, text: piece, width }) => {
      const at = left;
      left += width;
      if (piece.trim() === "") return "";
      if (font && as === "shapes") {
        const d = font.outline(piece, size, at, Number(attributes.y ?? 0));
        return element("path", { ...unquoted(withoutType(rest)), d });
      }
      const look = font ? { ...rest, "font-family": font.name, "font-weight": undefined } : rest;
      const place = as === "text" ? { transform: movedBy(at, rest.transform) } : { x: at };
      return element("text", { ...unquoted(look), ...place }, escapeXml(piece));
    })
    .join("");
}

/** Stretches of one typeface, one direction and one word, in the order of the text, which runs `ltr` or `rtl` as a whole. */
function runsOf(text: string, fonts: RunFonts, direction: string): Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, direction === "rtl" ? "rtl" : "ltr");
  const runs: Run[] = [];
  let at = 0;
  let before = "";
  for (const character of text) {
    const level = levels[at] ?? 0;
    at += character.length;
    if (INVISIBLE.test(character)) continue;
    const last = runs.at(-1);
    const isPart = last !== undefined && STAYS_WITH_LETTER.test(character);
    const font = isPart ? last.font : fonts.of(character);
    const isSame = last?.level === level && last.font === font;
    const isOneWord = level % 2 === 0 || (LETTER.test(character) && LETTER.test(before));
    const isSpace = (character === " ") !== (before === " ");
    if (last && (isPart || (isSame && isOneWord && !isSpace))) last.text += character;
    else runs.push({ text: character, level, font });
    before = character;
  }
  return runs;
}

/** The runs from left to right; a bracket that is read from the right opens to the left. */
function inSight(runs: readonly Run[]): Run[] {
  const seen = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1)
    for (let start = 0; start < seen.length; start += 1) {
      let end = start;
      while ((seen[end]?.level ?? 0) >= level) end += 1;
      seen.splice(start, end - start, ...seen.slice(start, end).reverse());
      start = end;
    }
  return seen.map((run) =>
    run.level % 2 === 1 && !LETTER.test(run.text)
      ? { ...run, text: bidi.getMirroredCharacter(run.text) ?? run.text }
      : run,
  );
}

/**
 * A place that is said of the whole piece: the converter to PDF takes `x` for that of each glyph whose characters it is
 * not told, and sets one upon the other.
 */
const movedBy = (x: number, transform = "") =>
  `${transform} translate(${Math.round(x * 1000) / 1000} 0)`.trim();

/** What is said of letters makes no sense of shapes. */
function withoutType({
  y: _y,
  "font-family": _family,
  "font-size": _size,
  "font-style": _style,
  "font-weight": _weight,
  ...rest
}: Readonly<Record<string, string>>) {
  return rest;
}

const unescaped = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** Attributes as they were before they were written, for they are written again. */
function unquoted(attributes: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, value && unescaped(value)]),
  );
}
