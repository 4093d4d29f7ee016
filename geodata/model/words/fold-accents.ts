/**
 * Lower case without accents, so that "evacuation" finds "évacuation" and "oeuvre" finds "œuvre". The database folds
 * alike in its function `fold_accents`.
 */
export function foldAccents(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("’", " ")
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "");
}

/** True when every word of the query begins a word of the text; both folded. An empty query is in every text. */
export function containsWords(foldedText: string, query: string): boolean {
  const words = wordsOf(query);
  const padded = ` ${foldedText.replace(/[^\p{L}\p{N}]+/gu, " ")}`;
  return words.every((word) => padded.includes(` ${word}`));
}

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  return foldAccents(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
