import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { type DateAmongWords, dateAmongWords } from "#model/time/date-among-words.ts";
import type { Span } from "#model/time/span.ts";
import type { TypedDate } from "#model/time/typed-date.ts";
import { containsWords } from "#model/words/fold.ts";
import type { Language } from "#model/words/language.ts";
import { isOnDate } from "./search-dates.ts";

/** What a reader has typed, as far as it can be read without looking anything up. */
export type SearchWords = {
  readonly q: string;
  /** A date that stands in it, and the words around it; the date alone has none. */
  readonly among: DateAmongWords | undefined;
};

/** The words of a record that was found: all of them, or those around a date on which it was. */
export type FoundBy = { readonly words: string; readonly date: TypedDate | null };

export function readSearch(q: string, { languages }: DatasetMeta, language: Language): SearchWords {
  return { q: q.trim(), among: dateAmongWords(q, [language, ...languages]) };
}

/** By what a text is found; null where it is not. `spans`: when the record was, none where nothing says so. */
export function foundBy(
  { among, q }: SearchWords,
  ready: string,
  spans: readonly Span[],
): FoundBy | null {
  if (containsWords(ready, q)) return { words: q, date: null };
  if (!among || among.rest === "" || !containsWords(ready, among.rest)) return null;
  return isOnDate(among.date, spans) ? { words: among.rest, date: among.date } : null;
}
