// What sites are called in the sentences of the interface.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { type InterfaceLanguage, interfaceLanguage, type Language } from "#model/words/language.ts";

export type SiteNames = {
  readonly one: string;
  readonly other: string;
  /** The words are the dataset's, and may be of any gender. */
  readonly isOwn: boolean;
};

const USUAL: Readonly<Record<InterfaceLanguage, SiteNames>> = {
  en: { one: "site", other: "sites", isOwn: false },
  fr: { one: "lieu", other: "lieux", isOwn: false },
};

/**
 * The dataset's own words where it has them in the language of the interface, which they stand in the middle of; in
 * another they would make no sentence.
 */
export function siteNamesOf(meta: DatasetMeta | undefined, language: Language): SiteNames {
  const spoken = interfaceLanguage(language);
  const [one, other] = [meta?.phrases.site?.[spoken], meta?.phrases.sites?.[spoken]];
  return one && other ? { one, other, isOwn: true } : USUAL[spoken];
}
