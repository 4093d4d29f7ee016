/** The lists of ids that a dataset gives meaning to. An empty list is not declared: any id will do. */
export const VOCABULARIES = [
  "placeKinds",
  "eventCategories",
  "agencies",
  "measures",
  "counterKinds",
  "sourceKinds",
  "endReasons",
] as const;
export type VocabularyName = (typeof VOCABULARIES)[number];
