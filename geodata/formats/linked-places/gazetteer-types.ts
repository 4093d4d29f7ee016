// What gazetteers call the kinds of places: the classes and codes of GeoNames (https://www.geonames.org/export/codes.html).
import type { Vocabularies } from "#model/dataset/declared.ts";

/** The class of a kind, S for a kind of which nothing is said, and the address of its code where there is one. */
export function gazetteerType(
  { placeKinds }: Pick<Vocabularies, "placeKinds">,
  kind: string,
): { readonly featureClass: string; readonly identifier: string | undefined } {
  const { featureClass, code } = placeKinds.find(({ id }) => id === kind)?.gazetteer ?? UNKNOWN;
  const identifier =
    code === null ? undefined : `https://www.geonames.org/ontology#${featureClass}.${code}`;
  return { featureClass, identifier };
}

const UNKNOWN = { featureClass: "S", code: null };
