// How wide words are, without a screen: sums of the advance widths of Source Sans 3, which page and figure both use.
// Kerning is left out; it makes words narrower, never wider.
import advances from "./source-sans-advances.json" with { type: "json" };

export const FACES = ["regular", "semibold", "italic"] as const;
export type Face = (typeof FACES)[number];

/** For a character that the font has not: an em square holds it. */
const UNKNOWN = advances.unitsPerEm;

const widths: Readonly<Record<Face, ReadonlyMap<number, number>>> = {
  regular: widthsOf("regular"),
  semibold: widthsOf("semibold"),
  italic: widthsOf("italic"),
};

function widthsOf(face: Face): ReadonlyMap<number, number> {
  const width = new Map<number, number>();
  for (const range of advances.ranges)
    range[face].split(" ").forEach((value, index) => {
      if (value !== "0") width.set(range.from + index, Number(value));
    });
  return width;
}

type Lookup = (code: number) => number | undefined;
let inOtherScripts: Lookup = () => undefined;

/** Where the widths of other scripts are found, in thousandths of the em: the page does without until it draws pictures. */
export function measureOtherScriptsBy(lookup: Lookup): void {
  inOtherScripts = lookup;
  for (const measured of Object.values(known)) measured.clear();
}

/** Of a text: its width in units of the em, and whether the width of every character is one of the typeface's. */
type Measured = { readonly units: number; readonly isWhole: boolean };

/** Pages are laid out several times, with the same words: what was measured lately, in each face. */
const known: Readonly<Record<Face, Map<string, Measured>>> = {
  regular: new Map(),
  semibold: new Map(),
  italic: new Map(),
};
const MAX_KNOWN = 10_000;

function measured(text: string, face: Face): Measured {
  const before = known[face].get(text);
  if (before) return before;
  let units = 0;
  let isWhole = true;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const own = widths[face].get(code);
    units += own ?? inOtherScripts(code) ?? UNKNOWN;
    isWhole &&= own !== undefined;
  }
  if (known[face].size >= MAX_KNOWN) known[face].clear();
  const found = { units, isWhole };
  known[face].set(text, found);
  return found;
}

const inUnitsOf = (units: number, size: number) => (units * size) / advances.unitsPerEm;

/**
 * Width of a text in the unit of `size`, the height of its em square. Letters that join are counted as they stand alone,
 * which is never narrower than they are.
 */
export function textWidth(text: string, size: number, face: Face): number {
  return inUnitsOf(measured(text, face).units, size);
}

/** Whether the width of every character is known. */
export const isMeasured = (text: string): boolean => measured(text, "regular").isWhole;

/**
 * Breaks a text into lines no wider than `most`: at its spaces, between the characters of scripts that have none, and
 * what is longer than a line, such as an address, after its punctuation or wherever it has to be.
 */
export function wrapText(text: string, size: number, face: Face, most: number): string[] {
  const lines: string[] = [];
  /** Of the last line. */
  let units = 0;
  for (const { glue, piece } of piecesOf(text)) {
    const before = lines.length > 0 ? glue : "";
    const longer = units + measured(before, face).units + measured(piece, face).units;
    if (inUnitsOf(longer, size) <= most) {
      lines.splice(-1, 1, `${lines.at(-1) ?? ""}${before}${piece}`);
      units = longer;
    } else {
      lines.push(...brokenWord(piece, size, face, most));
      units = measured(lines.at(-1) ?? "", face).units;
    }
  }
  return lines;
}

/** Chinese and Japanese may be broken before any character that opens a word or stands for one. */
const BEFORE_IDEOGRAPH = /(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;

/** No line begins with the dot between entries. */
const BETWEEN_WORDS = / (?!·)/;

function piecesOf(text: string): { readonly glue: string; readonly piece: string }[] {
  // Most texts have none of them, and are not looked through word by word.
  if (!BEFORE_IDEOGRAPH.test(text))
    return text.split(BETWEEN_WORDS).map((piece) => ({ glue: " ", piece }));
  return text
    .split(BETWEEN_WORDS)
    .flatMap((word) =>
      word.split(BEFORE_IDEOGRAPH).map((piece, index) => ({ glue: index === 0 ? " " : "", piece })),
    );
}

/** After these an address may go on in the next line. */
const BREAK_AFTER = /(?<=[/?&=,.:;_#-])/u;
const CLUSTERS = /\P{M}[\p{M}\u200c\u200d]*|\p{M}+/gu;

function brokenWord(word: string, size: number, face: Face, most: number): string[] {
  if (textWidth(word, size, face) <= most) return [word];
  const lines: string[] = [""];
  const add = (part: string) => {
    const longer = `${lines.at(-1)}${part}`;
    if (lines.at(-1) === "" || textWidth(longer, size, face) <= most)
      lines[lines.length - 1] = longer;
    else lines.push(part);
  };
  for (const part of word.split(BREAK_AFTER))
    if (textWidth(part, size, face) <= most) add(part);
    else for (const [cluster] of part.matchAll(CLUSTERS)) add(cluster);
  return lines;
}
