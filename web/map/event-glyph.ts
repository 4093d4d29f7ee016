export const GLYPHS = ["cross", "plus", "triangle", "square", "diamond", "chevron", "dot"] as const;
/** A shape for a family of event categories: nineteen shapes could not be told apart. */
export type Glyph = (typeof GLYPHS)[number];

const GLYPH_OF: Readonly<Record<string, Glyph>> = {
  eviction: "cross",
  closure: "cross",
  opening: "plus",
  humanitarian: "plus",
  demonstration: "triangle",
  protest: "triangle",
  blockade: "triangle",
  policy: "square",
  court: "square",
  visit: "square",
  security: "square",
  report: "square",
  violence: "diamond",
  death: "diamond",
  fire: "diamond",
  movement: "chevron",
  "border-crossing": "chevron",
  media: "dot",
};

/** The shape of a category; a category that is not known is a dot. */
export function glyphOf(category: string): Glyph {
  return GLYPH_OF[category] ?? "dot";
}
