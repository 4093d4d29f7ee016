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
}

/**
 * Width of a text in the unit of `size`, the height of its em square. Letters that join are counted as they stand alone,
 * which is never narrower than they are.
 */
export function textWidth(text: string, size: number, face: Face): number {
  let units = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    units += widths[face].get(code) ?? inOtherScripts(code) ?? UNKNOWN;
  }
  return (units * size) / advances.unitsPerEm;
}

/** Whether the width of every character is known. */
export function isMeasured(text: string): boolean {
  for (const character of text)
    if (!widths.regular.has(character.codePointAt(0) ?? 0)) return false;
  return true;
}

/**
 * Breaks a text into lines no wider than `most`: at its spaces, between the characters of scripts that have none, and
 * what is longer than a line, such as an address, after its punctuation or wherever it has to be.
 */
export function wrapText(text: string, size: number, face: Face, most: number): string[] {
  const lines: string[] = [];
  for (const { glue, piece } of piecesOf(text)) {
    const longer = lines.length > 0 ? `${lines.at(-1)}${glue}${piece}` : piece;
    if (textWidth(longer, size, face) <= most) lines.splice(-1, 1, longer);
    else lines.push(...brokenWord(piece, size, face, most));
  }
  return lines;
}

/** Chinese and Japanese may be broken before any character that opens a word or stands for one. */
const BEFORE_IDEOGRAPH = /(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;

function piecesOf(text: string): { readonly glue: string; readonly piece: string }[] {
  return text
    .split(" ")
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
