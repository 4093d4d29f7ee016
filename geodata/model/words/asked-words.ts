// How much a question may ask for in words: each word is looked for in every record.
import { wordsOf } from "./fold.ts";

/** Bounds on `q`. */
export const LIMITS_OF_WORDS = { characters: 200, words: 20, alternatives: 10 } as const;

/** What `q` may have, in words. */
export const ALLOWED_WORDS = `at most ${LIMITS_OF_WORDS.characters} characters, ${LIMITS_OF_WORDS.words} words and ${LIMITS_OF_WORDS.alternatives} alternatives separated by commas`;

/** By how much a text to be looked for is more than may be asked, in words; undefined where it is not. */
export function excessOfWords(q: string): string | undefined {
  const { alternatives, characters, words } = LIMITS_OF_WORDS;
  if (q.length > characters) return `${q.length} characters`;
  const [own, parts] = [wordsOf(q).length, q.split(",").length];
  if (own > words) return `${own} words`;
  return parts > alternatives ? `${parts} alternatives` : undefined;
}
