import type { Language } from "../words/language.ts";
import { parseTypedDate, type TypedDate } from "./typed-date.ts";

/** Words of the longest date: "le 28 de mayo de 2014", "15 mars 44 av. J.-C.". */
const MAX_WORDS = 6;

/** A date that stands in what somebody typed, and what else does; a date in the middle leaves what is around it. */
export type DateAmongWords = { readonly date: TypedDate; readonly rest: string };

/** Reads the longest run of words that is a date, of several the last: "old mill September 2016". Undefined where none is. */
export function dateAmongWords(
  text: string,
  languages: readonly Language[] = [],
): DateAmongWords | undefined {
  const words = text.split(/\s+/).filter((word) => word !== "");
  for (let length = Math.min(words.length, MAX_WORDS); length > 0; length--)
    for (let start = words.length - length; start >= 0; start--) {
      const run = words.slice(start, start + length);
      const date = run.some((word) => /\p{Nd}/u.test(word))
        ? parseTypedDate(run.join(" "), languages)
        : undefined;
      if (date)
        return { date, rest: [...words.slice(0, start), ...words.slice(start + length)].join(" ") };
    }
  return undefined;
}
