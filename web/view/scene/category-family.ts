// Categories of events are drawn by their families: nineteen shapes or shades could not be told apart.
import type { Declared, Family } from "#model/dataset/declared.ts";

type WithVocabularies = Pick<Declared, "vocabularies">;

/** What is drawn of events whose category has no family. */
const NO_FAMILY: Omit<Family, "label"> = { id: "", symbol: "dot", weight: "plain" };

/** The family of a category. */
export function familyOf({ vocabularies }: WithVocabularies, category: string) {
  const term = vocabularies.eventCategories.find(({ id }) => id === category);
  return vocabularies.eventFamilies.find(({ id }) => id === term?.family) ?? NO_FAMILY;
}

/** The families of a dataset, from the bottom of a bar up; last what has none. */
export const familiesOf = ({ vocabularies }: WithVocabularies) => [
  ...vocabularies.eventFamilies,
  NO_FAMILY,
];
