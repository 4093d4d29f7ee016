import type { Language } from "#model/language.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

/** Every text of the interface; English is the model that the other languages are held to. */
export type Messages = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends (...args: infer Args) => string
    ? (...args: Args) => string
    : (typeof en)[Key] extends string
      ? string
      : { readonly [Name in keyof (typeof en)[Key]]: string };
};

const CATALOGUES: Readonly<Record<Language, Messages>> = { en, fr };

/** The texts of a language. */
export function messagesOf(language: Language): Messages {
  return CATALOGUES[language];
}

/** The text for a word of the data; a word that the catalogue does not know is shown as it is. */
export function wordFor(words: Readonly<Record<string, string>>, word: string): string {
  return words[word] ?? word.replaceAll("-", " ");
}
