// Which parts of a text a question in words has found: for whoever marks them.
import { foldText, WORD, wordsOf } from "./fold.ts";

export type TextPart = { readonly text: string; readonly isFound: boolean };

/** A letter with its marks: what is folded as one. */
const LETTER = /\P{M}\p{M}*|\p{M}+/gu;

/** The text in parts, those in which a word of the query is found by `containsWords` apart from the others. */
export function foundParts(text: string, query: string): readonly TextPart[] {
  const asked = wordsOf(query);
  let folded = "";
  /** For each letter of the folded text where its own begins and ends. */
  const from: number[] = [];
  const until: number[] = [];
  for (const match of text.matchAll(LETTER)) {
    const own = foldText(match[0]);
    folded += own;
    for (let at = 0; at < own.length; at++) {
      from.push(match.index);
      until.push(match.index + match[0].length);
    }
  }
  const parts: TextPart[] = [];
  let at = 0;
  const push = (end: number, isFound: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), isFound });
    at = Math.max(at, end);
  };
  for (const { 0: word, index } of folded.matchAll(WORD)) {
    const longest = Math.max(
      0,
      ...asked.filter((one) => word.startsWith(one)).map(({ length }) => length),
    );
    if (longest === 0) continue;
    push(from[index] ?? text.length, false);
    push(until[index + longest - 1] ?? text.length, true);
  }
  push(text.length, false);
  return parts;
}
