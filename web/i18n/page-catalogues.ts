// The texts of the interface where a browser reads them, one language at a time: in the place of `catalogues.ts`.
import { type InterfaceLanguage, interfaceLanguage, type Language } from "#model/words/language.ts";
import type { Catalogue } from "./message-types.ts";

export const CATALOGUES: Partial<Record<InterfaceLanguage, Catalogue>> = {};

const LANGUAGES: Readonly<Record<InterfaceLanguage, () => Promise<Catalogue>>> = {
  en: async () => (await import("./en/en.ts")).en,
  fr: async () => (await import("./fr/fr.ts")).fr,
};

/** Fetches the texts for who asks for a language, before they are asked for. */
export async function fetchTexts(language: Language): Promise<Catalogue> {
  const spoken = interfaceLanguage(language);
  const catalogue = CATALOGUES[spoken] ?? (await LANGUAGES[spoken]());
  CATALOGUES[spoken] = catalogue;
  return catalogue;
}
