// Texts of a row: the cell of a column, or a sentence with headings in braces.
import type { TextMapping } from "./mapping.ts";

type CellOf = (column: string) => string;

const IN_BRACES = /\{([^{}]+)\}/g;

/** What is left at the ends of a sentence, and doubled within it, where a cell is empty. */
const LOOSE_ENDS = /^[\s,;:–—-]+|[\s,;:–—-]+$/g;

/** Reads a text of rows. */
export function textReader(text: TextMapping): (cellOf: CellOf) => string {
  if ("column" in text) return (cellOf) => cellOf(text.column).trim();
  return (cellOf) =>
    text.template
      .replace(IN_BRACES, (_, column: string) => cellOf(column).trim())
      .replace(/\s+/g, " ")
      .replace(/\s[–—-]?\s*(?=[,;:])/g, "")
      .replace(LOOSE_ENDS, "");
}

/** The columns that a text is made of. */
export function columnsOfText(text: TextMapping): readonly string[] {
  if ("column" in text) return [text.column];
  return [...text.template.matchAll(IN_BRACES)].map(([, column = ""]) => column);
}
