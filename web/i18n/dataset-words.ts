import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Language } from "#model/words/language.ts";

/** How the texts of the interface name what a dataset is about. */
export type DatasetWords = {
  readonly title: string;
  /** The place that distances are measured to, with its article. */
  readonly reference: string;
  /** The line that separates inside from beyond, with its article. */
  readonly separator: string;
};

/** The words of a dataset; before it is there, none. */
export function datasetWords(meta: DatasetMeta | undefined, language: Language): DatasetWords {
  return {
    title: meta?.title[language] ?? "Rocade",
    reference: meta?.words.reference[language] ?? "",
    separator: meta?.words.separator[language] ?? "",
  };
}
