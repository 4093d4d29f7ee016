import type { Language } from "#model/language.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { Messages } from "./message-types.ts";

export type { Messages };

const CATALOGUES: Readonly<Record<Language, Messages>> = { en, fr };

/** The texts of a language. */
export function messagesOf(language: Language): Messages {
  return CATALOGUES[language];
}

/** The text for a word of the data; a word that the catalogue does not know is shown as it is. */
export function wordFor(words: Readonly<Record<string, string>>, word: string): string {
  return words[word] ?? word.replaceAll("-", " ");
}
