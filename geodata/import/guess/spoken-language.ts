// Which of the languages of the interface the texts of a table are in, by the small words that only one of them has.
import type { InterfaceLanguage } from "#model/words/language.ts";

const SMALL_WORDS: Readonly<Record<InterfaceLanguage, ReadonlySet<string>>> = {
  en: new Set(["the", "of", "and", "was", "were", "with", "from", "near", "not", "by", "street"]),
  fr: new Set(["les", "des", "du", "et", "une", "dans", "près", "aux", "sur", "avec", "rue"]),
};
const LANGUAGES = Object.keys(SMALL_WORDS) as InterfaceLanguage[];

/** So many of them are no chance; and so many times as many as of the other language. */
const [ENOUGH, TIMES] = [3, 3];

/** Undefined where the texts do not tell it plainly. */
export function spokenLanguage(texts: Iterable<string>): InterfaceLanguage | undefined {
  const counts = { en: 0, fr: 0 };
  for (const text of texts)
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu))
      for (const language of LANGUAGES) if (SMALL_WORDS[language].has(word)) counts[language] += 1;
  return LANGUAGES.find((language) =>
    LANGUAGES.every(
      (other) =>
        other === language ||
        (counts[language] >= ENOUGH && counts[language] >= TIMES * counts[other]),
    ),
  );
}
