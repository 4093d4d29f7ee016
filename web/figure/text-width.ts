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

/** Width of a text in the unit of `size`, the height of its em square. */
export function textWidth(text: string, size: number, face: Face): number {
  let units = 0;
  for (const character of text) units += widths[face].get(character.codePointAt(0) ?? 0) ?? UNKNOWN;
  return (units * size) / advances.unitsPerEm;
}

/** Breaks a text at its spaces into lines no wider than `most`; a longer word keeps a line of its own. */
export function wrapText(text: string, size: number, face: Face, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, face) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
