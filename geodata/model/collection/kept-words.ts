import { camel } from "../field/names.ts";
import { wordsOf } from "../words/fold.ts";

const MAX_KEPT_WORDS = 50_000;

/** Tells the words of some columns of rows. */
export type WordsOfRow = (row: object, columns: readonly string[]) => string[];

/** The words of texts, folded and each once. Folding is slow and texts say the same words again: those are kept. */
export function keptWords(): WordsOfRow {
  const kept = new Map<string, readonly string[]>();
  const fold = (token: string) => {
    if (kept.size > MAX_KEPT_WORDS) kept.clear();
    const words = wordsOf(token);
    kept.set(token, words);
    return words;
  };
  return (row, columns) => {
    const found = new Set<string>();
    for (const column of columns)
      for (const text of textsOf((row as Readonly<Record<string, unknown>>)[camel(column)]))
        for (const token of text.split(" "))
          for (const word of kept.get(token) ?? fold(token)) found.add(word);
    return [...found];
  };
}

/** A text, the items of a list, or a text in each of its languages. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value === null || value === undefined ? [] : Object.values(value);
}
