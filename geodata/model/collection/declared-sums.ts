// The sums of numeric fields of events that a dataset declares as measures (`geodata/model/measure/sum.ts` adds them up).
import type { DatasetMeta } from "../dataset/dataset.ts";
import { inFirst, type Localized } from "../words/language.ts";
import { collectionsOf } from "./collections.ts";
import type { Property } from "./property.ts";

/** A sum that the dataset wants to be told by. */
export type DeclaredSum = { readonly property: Property; readonly label: Localized };

/** Types of properties that can be added up. */
const isNumeric = ({ type }: Property) => type === "integer" || type === "number";

/** The properties of events that a sum may be of. */
export const summable = (properties: readonly Property[]): readonly Property[] =>
  properties.filter(isNumeric);

/** The sums that the dataset declares, in its order. */
export function declaredSums(meta: DatasetMeta): readonly DeclaredSum[] {
  const properties = summable(collectionsOf(meta).events.properties);
  return meta.measures.flatMap(({ field, label, type }) => {
    const property = type === "sum" && properties.find(({ name }) => name === field);
    if (!property) return [];
    return [{ property, label: label ?? property.title ?? inFirst(property.name, meta.languages) }];
  });
}
