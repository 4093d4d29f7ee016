// Two things that are not the same: the languages that a dataset has its texts in, any number of any, and the languages
// that the interface has words in. A reader chooses one, and is answered in it as far as each of the two has it.

/** A language as BCP 47 names it, in its canonical form: en, ar, pt-BR, zh-Hant. */
export type Language = string;

/** The languages of the interface; it speaks the first where it does not have the one asked for. */
export const INTERFACE_LANGUAGES = ["en", "fr"] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** The same text in some languages, one at least, those of its dataset in their order: the first stands for the others. */
export type Localized = Readonly<Record<Language, string>>;

/** Characters of the longest tag: language, script, region and a variant or two. */
const LONGEST_TAG = 35;

/** The language that a tag names, in its canonical form; undefined where it is no tag (RFC 5646). */
export function parseLanguage(tag: string): Language | undefined {
  if (tag.length > LONGEST_TAG) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** Which of the languages is the one asked for, or the nearest that its tag names: pt for pt-BR (RFC 4647, 3.4). */
export function lookUpLanguage<One extends Language>(
  languages: readonly One[],
  asked: Language,
): One | undefined {
  for (let tag = asked; tag !== ""; tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")))) {
    const found = languages.find((one) => one.toLowerCase() === tag.toLowerCase());
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The language that the interface speaks to who asks for this one. */
export const interfaceLanguage = (asked: Language): InterfaceLanguage =>
  lookUpLanguage(INTERFACE_LANGUAGES, asked) ?? INTERFACE_LANGUAGES[0];

/** The language in which a text is said to who asks for this one; undefined of a text that is in none. */
export function languageOfText(text: Localized, asked: Language): Language | undefined {
  if (text[asked] !== undefined) return asked;
  const languages = Object.keys(text);
  return lookUpLanguage(languages, asked) ?? languages[0];
}

/** The text in the language asked for, or else in its first. */
export function textIn(text: Localized, asked: Language): string {
  const language = languageOfText(text, asked);
  return (language !== undefined && text[language]) || "";
}

/** The same of a text that may not be there. */
export const perhapsIn = (text: Localized | null | undefined, asked: Language): string | null =>
  text ? textIn(text, asked) : null;

/** The language that a dataset speaks where no other is asked for. */
export const firstLanguage = ({ languages }: { readonly languages: readonly Language[] }) =>
  languages[0] ?? INTERFACE_LANGUAGES[0];

/** A text that is said once, whatever the language: it is in the first of the dataset. */
export const inFirst = (text: string, [first = "en"]: readonly Language[]): Localized => ({
  [first]: text,
});

/** Scripts that are written from right to left (Unicode, Script_Metadata), by their codes in ISO 15924. */
const FROM_RIGHT_TO_LEFT = new Set(
  "Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi".split(" "),
);

/** In which direction a language is written. */
export function directionOf(language: Language): "ltr" | "rtl" {
  const { script } = new Intl.Locale(language).maximize();
  return FROM_RIGHT_TO_LEFT.has(script ?? "") ? "rtl" : "ltr";
}

/** What a language is called in another; its tag where nobody knows it. */
export function languageName(language: Language, inLanguage: Language): string {
  const names =
    NAMES.get(inLanguage) ?? new Intl.DisplayNames([inLanguage, "en"], { type: "language" });
  NAMES.set(inLanguage, names);
  return names.of(language) ?? language;
}

/** By the language that they are in: each takes a millisecond to make. */
const NAMES = new Map<Language, Intl.DisplayNames>();

/** What a language calls itself, as it begins a line: Français, العربية. */
export function ownLanguageName(language: Language): string {
  const name = languageName(language, language);
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}

/** How the names of columns of a language end: as the tag, in lower-case letters and underscores. */
export const columnSuffix = (language: Language): string =>
  `_${language.toLowerCase().replaceAll("-", "_")}`;

/** The languages that a reader can choose: those of the dataset, and those of the interface besides. */
export const choosableLanguages = (ofDataset: readonly Language[]): readonly Language[] => [
  ...ofDataset,
  ...INTERFACE_LANGUAGES.filter((one) => lookUpLanguage(ofDataset, one) === undefined),
];

/**
 * The language to speak to a reader who has chosen none, by those that the reader knows, the best first: one of a dataset
 * that has several, or else one that can be chosen; the first of the dataset where the reader knows none of them.
 */
export function languageFor(known: readonly Language[], ofDataset: readonly Language[]): Language {
  const first = (languages: readonly Language[]) => {
    for (const one of known) {
      const found = lookUpLanguage(languages, one);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  // A dataset of one language says the same to everybody.
  const chosen = ofDataset.length > 1 ? first(ofDataset) : undefined;
  return chosen ?? first(choosableLanguages(ofDataset)) ?? ofDataset[0] ?? INTERFACE_LANGUAGES[0];
}
