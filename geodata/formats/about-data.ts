// What every file and page says of the data it holds: licence, attribution, how to cite, version, codebook.
import type { Collection } from "#model/collection/collection.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { interfaceLanguage, type Language, textIn } from "#model/words/language.ts";

export type AboutData = {
  readonly collection: string;
  readonly title: string;
  readonly description: string;
  readonly attribution: string;
  readonly citation: string;
  readonly licences: readonly { readonly title: string; readonly url: string }[];
  readonly dataset: string;
  readonly version: string;
  /** Address of the schema in which every property is explained. */
  readonly codebook: string;
};

export function aboutData(
  meta: DatasetMeta,
  collection: Collection,
  language: Language,
  at: (path: string) => string,
): AboutData {
  return {
    collection: collection.id,
    title: `${textIn(meta.title, language)} – ${textIn(collection.title, language)}`,
    description: textIn(collection.description, language),
    attribution: textIn(meta.attribution, language),
    citation: citationOf(meta, language, at("")),
    licences: meta.licences.map(({ title, path }) => ({ title, url: path })),
    dataset: meta.id,
    version: meta.version.label,
    codebook: at(`/collections/${collection.id}/schema`),
  };
}

/** "Title (data set), version 1.0.0. Attribution. Address." */
export function citationOf(meta: DatasetMeta, language: Language, url: string): string {
  const kind = interfaceLanguage(language) === "fr" ? "jeu de données" : "data set";
  const by = textIn(meta.attribution, language).replace(/\.$/, "");
  const attribution = by && `${by}. `;
  const year = meta.version.publishedAt.slice(0, 4);
  return `${textIn(meta.title, language)} [${kind}, version ${meta.version.label}] (${year}). ${attribution}${url}`;
}
