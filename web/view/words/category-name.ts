import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { type Language, textIn } from "#model/words/language.ts";

/** What a category of events is called; its id where the dataset has no word for it. */
export function categoryName(
  { vocabularies }: Pick<DatasetMeta, "vocabularies">,
  id: string,
  language: Language,
): string {
  const label = vocabularies.eventCategories.find((term) => term.id === id)?.label;
  return label ? textIn(label, language) : id;
}
