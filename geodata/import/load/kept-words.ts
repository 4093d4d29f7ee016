import { wordsOf } from "#model/words/fold-accents.ts";

const MAX_KEPT_WORDS = 50_000;

/** The words of texts, folded and each once. Folding is slow and texts say the same words again: those are kept. */
export function keptWords(): (texts: readonly string[]) => string[] {
  const kept = new Map<string, readonly string[]>();
  const fold = (token: string) => {
    if (kept.size > MAX_KEPT_WORDS) kept.clear();
    const words = wordsOf(token);
    kept.set(token, words);
    return words;
  };
  return (texts) => {
    const found = new Set<string>();
    for (const text of texts)
      for (const token of text.split(" "))
        for (const word of kept.get(token) ?? fold(token)) found.add(word);
    return [...found];
  };
}
