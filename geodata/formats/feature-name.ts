import type { Feature } from "geojson";
import { LANGUAGES, type Language } from "#model/words/language.ts";

/** What a feature is called: in the language, or else in the first in which it has a name; its id where it has none. */
export function featureName(
  { id, properties }: Pick<Feature, "id" | "properties">,
  language: Language = LANGUAGES[0],
): string {
  const own = properties ?? {};
  for (const base of ["name", "title", "place_name"])
    for (const one of [language, ...LANGUAGES]) {
      const name = own[`${base}_${one}`];
      if (typeof name === "string") return name;
    }
  return String(own.title ?? id);
}
