import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { type InterfaceLanguage, interfaceLanguage, type Language } from "#model/words/language.ts";
import { CATALOGUES } from "#web/i18n/catalogues.ts";
import { datasetWords } from "./dataset-words.ts";
import type { Catalogue, Messages } from "./message-types.ts";

export type { Messages };

const NO_DATASET = {};
const made = new WeakMap<object, Partial<Record<Language, Messages>>>();

/** The texts of the interface for who asks for a language, in the words of a dataset; without one while it is still loading. */
export function messagesOf(language: Language, meta?: DatasetMeta): Messages {
  const known = made.get(meta ?? NO_DATASET) ?? {};
  const messages =
    known[language] ?? catalogueOf(interfaceLanguage(language))(datasetWords(meta, language));
  made.set(meta ?? NO_DATASET, { ...known, [language]: messages });
  return messages;
}

/** In a browser the texts of a language are fetched before they are asked for. */
function catalogueOf(language: InterfaceLanguage): Catalogue {
  const catalogue: Catalogue | undefined = CATALOGUES[language];
  if (!catalogue) throw new Error(`the texts in ${language} have not been fetched`);
  return catalogue;
}

/** The text for a word of the data; a word that the catalogue does not know is shown as it is. */
export function wordFor(words: Readonly<Record<string, string>>, word: string): string {
  return words[word] ?? word.replaceAll("-", " ");
}
