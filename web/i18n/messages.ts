import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { type InterfaceLanguage, interfaceLanguage, type Language } from "#model/words/language.ts";
import { type DatasetWords, datasetWords } from "./dataset-words.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { Messages } from "./message-types.ts";

export type { Messages };

const CATALOGUES: Readonly<Record<InterfaceLanguage, (words: DatasetWords) => Messages>> = {
  en,
  fr,
};

const NO_DATASET = {};
const made = new WeakMap<object, Partial<Record<Language, Messages>>>();

/** The texts of the interface for who asks for a language, in the words of a dataset; without one while it is still loading. */
export function messagesOf(language: Language, meta?: DatasetMeta): Messages {
  const known = made.get(meta ?? NO_DATASET) ?? {};
  const messages =
    known[language] ?? CATALOGUES[interfaceLanguage(language)](datasetWords(meta, language));
  made.set(meta ?? NO_DATASET, { ...known, [language]: messages });
  return messages;
}

/** The text for a word of the data; a word that the catalogue does not know is shown as it is. */
export function wordFor(words: Readonly<Record<string, string>>, word: string): string {
  return words[word] ?? word.replaceAll("-", " ");
}
