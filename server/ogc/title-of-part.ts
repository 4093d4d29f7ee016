import type { Collection } from "#model/collection/collection.ts";
import {
  choosableLanguages,
  type InterfaceLanguage,
  interfaceLanguage,
  type Localized,
  textIn,
} from "#model/words/language.ts";

/** What a document about a part of a collection is called, in the languages of both: "Events: tiles". */
export function titleOfPart(
  { title }: Pick<Collection, "title">,
  parts: Readonly<Record<InterfaceLanguage, string>>,
): Localized {
  const titles = choosableLanguages(Object.keys(title)).map((language) => {
    const spoken = interfaceLanguage(language);
    const colon = spoken === "fr" ? " :" : ":";
    return [language, `${textIn(title, language)}${colon} ${parts[spoken]}`];
  });
  return Object.fromEntries(titles);
}
