export const CATEGORY_FAMILIES = [
  "removal",
  "opening",
  "protest",
  "power",
  "harm",
  "crossing",
  "other",
] as const;
/** A family of event categories: nineteen shapes or shades could not be told apart. */
export type CategoryFamily = (typeof CATEGORY_FAMILIES)[number];

const FAMILY_OF: Readonly<Record<string, CategoryFamily>> = {
  eviction: "removal",
  closure: "removal",
  opening: "opening",
  humanitarian: "opening",
  demonstration: "protest",
  protest: "protest",
  blockade: "protest",
  policy: "power",
  court: "power",
  visit: "power",
  security: "power",
  report: "power",
  violence: "harm",
  death: "harm",
  fire: "harm",
  movement: "crossing",
  "border-crossing": "crossing",
};

/** The family of a category; one that is not known belongs to `other`. */
export function familyOf(category: string): CategoryFamily {
  return FAMILY_OF[category] ?? "other";
}
