// In whose words `q` looks: those of a record itself, and the names of the places that it is about.

/** The members that are searched, by the table that has them. */
export const SEARCHED = {
  places: ["name", "other_names", "description"],
  placePhases: ["note"],
  events: ["title", "summary"],
  movements: ["people_note", "note"],
  counts: ["counted_by", "method", "quality_note"],
  sources: ["title", "publisher", "url", "note"],
  fieldCitations: ["locator", "note"],
  attestations: ["note"],
  phases: ["title", "summary"],
  basemapFeatures: ["name", "position_note"],
} as const;

/** What a place is looked for by where another record names it. */
export const SEARCHED_NAMES = ["name"] as const;
