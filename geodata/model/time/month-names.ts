// The names that people give to months and seasons when they type a date: every language's own, as browsers and Node know
// them.
import { foldText, wordsOf } from "../words/fold.ts";
import { INTERFACE_LANGUAGES, type Language } from "../words/language.ts";
import { dateWordsIn } from "./date-words.ts";

type Names = {
  /** Of each month its names in full and in short, folded: in a date some languages decline them. */
  readonly months: readonly (readonly string[])[];
  /** What stands between day, month and year and says nothing: "de". */
  readonly between: readonly string[];
};

const known = new Map<Language, Names>();

/** Fewer letters than this begin too many names. */
const LEAST_LETTERS = 3;

function namesIn(language: Language): Names {
  const made = known.get(language);
  if (made) return made;
  const print = (options: Intl.DateTimeFormatOptions, month: number) =>
    new Intl.DateTimeFormat(language, {
      ...options,
      calendar: "gregory",
      numberingSystem: "latn",
      timeZone: "UTC",
    }).formatToParts(new Date(Date.UTC(2015, month, 15)));
  const months = Array.from({ length: 12 }, (_, month) => {
    const names = (["long", "short"] as const).flatMap((width) => [
      ...print({ month: width }, month),
      ...print({ day: "numeric", month: width, year: "numeric" }, month),
    ]);
    const ofMonth = names.filter(({ type }) => type === "month").map(({ value }) => value);
    return [...new Set(ofMonth.map((name) => foldText(name).replace(/\.$/, "")))];
  });
  const between = print({ day: "numeric", month: "long", year: "numeric" }, 4)
    .filter(({ type }) => type === "literal")
    .flatMap(({ value }) => wordsOf(value));
  const names = { months, between };
  known.set(language, names);
  return names;
}

/** The languages of the interface, and others. */
const all = (languages: readonly Language[]) => new Set([...INTERFACE_LANGUAGES, ...languages]);

/** Which month (1…12) a folded word names or begins to name; undefined where it is none, or might be two. */
export function monthOf(word: string, languages: readonly Language[]): number | undefined {
  const names = [...all(languages)].map((language) => namesIn(language).months);
  const where = (isIt: (name: string) => boolean) => {
    const found = names.flatMap((months) =>
      months.flatMap((ofMonth, index) => (ofMonth.some(isIt) ? index + 1 : [])),
    );
    const different = [...new Set(found)];
    return different.length === 1 ? different[0] : undefined;
  };
  return (
    where((name) => name === word) ??
    (word.length < LEAST_LETTERS ? undefined : where((name) => name.startsWith(word)))
  );
}

/** Whether a folded word only stands between the parts of a date. */
export const isBetweenParts = (word: string, languages: readonly Language[]): boolean =>
  [...all(languages)].some((language) => namesIn(language).between.includes(word));

/** Which season a folded word names, as EDTF numbers them: spring is 21. */
export function seasonOf(word: string): number | undefined {
  if (word === "fall") return 23;
  for (const language of INTERFACE_LANGUAGES) {
    const place = dateWordsIn(language).seasons.map(foldText).indexOf(word);
    if (place >= 0) return 21 + place;
  }
  return undefined;
}
