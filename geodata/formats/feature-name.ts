import type { Feature } from "geojson";
import type { Collection } from "#model/collection/collection.ts";
import { type Language, type Localized, textIn } from "#model/words/language.ts";

type Texts = Readonly<Record<string, unknown>> | null;
type Told = Pick<Collection, "properties">;

/** A text of a feature in each language that it has it in; null where it has none. */
export function textOfFeature(own: Texts, { properties }: Told, column: string): Localized | null {
  const texts = properties.flatMap(({ name, within }): [Language, string][] => {
    const text = within?.column === column ? own?.[name] : undefined;
    return within && typeof text === "string" && text !== "" ? [[within.key, text]] : [];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : null;
}

/**
 * What a feature is called: in the language, or else in the first in which it has a name; of a movement from
 * where to where it led; its id where it has none.
 */
export function featureName(
  { id, properties }: Pick<Feature, "id" | "properties">,
  collection: Told,
  language: Language,
): string {
  for (const column of ["name", "title", "place_name"]) {
    const name = textOfFeature(properties, collection, column);
    if (name) return textIn(name, language);
  }
  const [from, to] = ["from_name", "to_name"].map((column) =>
    textOfFeature(properties, collection, column),
  );
  if (from && to) return `${textIn(from, language)} → ${textIn(to, language)}`;
  return String(properties?.title ?? id);
}
