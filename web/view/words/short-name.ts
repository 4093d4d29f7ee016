// What a record is called where there is little room: on the map, beside the axis, in narrow columns. Cards, lists and
// alternative texts have the full name.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { type Language, type Localized, textIn } from "#model/words/language.ts";

/** The short name that the dataset gives the record; else its name without what stands in brackets at the end. */
export function shortNameOf(
  { shortNames }: Pick<DatasetMeta, "shortNames">,
  { id, name }: { readonly id: string; readonly name: Localized },
  language: Language,
): string {
  const short = shortNames[id];
  return short ? textIn(short, language) : withoutBrackets(textIn(name, language));
}

/** "Old mill (second site)" → "Old mill": beside its mark it needs no more. */
export function withoutBrackets(name: string): string {
  return name.replace(/\s*\([^)]*\)\s*$/, "") || name;
}
