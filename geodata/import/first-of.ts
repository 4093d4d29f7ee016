/** The first of a list in words, and how many more there are. */
export const firstOf = (all: readonly string[], shown: number): string =>
  `${all.slice(0, shown).join(", ")}${all.length > shown ? ` and ${all.length - shown} more` : ""}`;
