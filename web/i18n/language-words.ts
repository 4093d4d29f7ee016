// Which language is shown, and why, where it is not the one asked for.
import {
  choosableLanguages,
  firstLanguage,
  INTERFACE_LANGUAGES,
  interfaceLanguage,
  type Language,
  languageName,
  lookUpLanguage,
} from "#model/words/language.ts";
import type { Messages } from "./messages.ts";

/**
 * One line for who has asked for a language, and is shown another; null where data and page both have it. `spoken`: what
 * is spoken instead where neither has it.
 */
export function languageInWords(
  asked: Language,
  spoken: Language,
  ofDataset: readonly Language[],
  texts: Messages,
): string | null {
  const name = (language: Language) => languageName(language, interfaceLanguage(spoken));
  if (lookUpLanguage(choosableLanguages(ofDataset), asked) === undefined)
    return texts.noticeNoLanguage(name(asked), name(spoken));
  if (lookUpLanguage(INTERFACE_LANGUAGES, asked) === undefined)
    return texts.noticePageLanguage(name(asked), name(interfaceLanguage(asked)));
  if (lookUpLanguage(ofDataset, asked) === undefined)
    return texts.noticeDataLanguage(name(asked), name(firstLanguage({ languages: ofDataset })));
  return null;
}
