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

/** A family as it is drawn, with the categories that are; one without a name is of categories that have no family. */
export type DrawnFamily = Omit<Family, "label" | "id"> & {
  readonly label: Family["label"] | null;
  readonly categories: readonly string[];
};

/** The families of the events that are drawn, in the order of the dataset. */
export function drawnFamilies(
  meta: WithVocabularies,
  events: readonly { readonly thing: { readonly category: string } }[],
): readonly DrawnFamily[] {
  const drawn = [...new Set(events.map(({ thing }) => thing.category))];
  return familiesOf(meta).flatMap((family) => {
    const categories = drawn.filter((category) => familyOf(meta, category).id === family.id);
    const label = "label" in family ? (family as Family).label : null;
    return categories.length > 0 ? { ...family, label, categories } : [];
  });
}
