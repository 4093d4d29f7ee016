// Where a title may be broken into lines: not within a short word with a hyphen ("au-delà").

export type PartOfLine = { readonly text: string; readonly isWhole: boolean };

/** Letters of a word that finds room in the narrowest line. */
const MAX_WHOLE = 14;

/** The text cut into words that stay whole and what is between them; the parts together are the text. */
export function partsOfLines(text: string): PartOfLine[] {
  return text
    .split(/(\S*\p{L}-\p{L}\S*)/u)
    .map((part, index) => ({ text: part, isWhole: index % 2 === 1 && part.length <= MAX_WHOLE }))
    .filter((part) => part.text !== "");
}
