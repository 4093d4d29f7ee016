// Columns of a dataset's own as properties of its collections.
import type { Attribute, AttributedTable, DeclaredAttributes } from "../dataset/attribute.ts";
import type { CollectionRole } from "../dataset/declared.ts";
import { ATTRIBUTES } from "../field/attributes.ts";
import type { Collection } from "./collection.ts";
import type { Property } from "./property.ts";

/** The table whose rows are the records of the collection. */
const TABLES_OF: Readonly<Partial<Record<CollectionRole, AttributedTable>>> = {
  events: "events",
  places: "places",
  sites: "places",
  outlines: "shapes",
};

/** The properties that the dataset adds to a collection, in the order of the columns of its table. */
export function attributesOf(role: CollectionRole, all: DeclaredAttributes): readonly Property[] {
  const table = TABLES_OF[role];
  return table ? all[table].map(asProperty) : [];
}

const asProperty = ({ choices, means, name, title, type, unit }: Attribute): Property => ({
  name,
  title,
  type,
  means: means || `${Object.values(title)[0]}: a column of the dataset’s own.`,
  unit: unit ?? undefined,
  choices: choices ?? undefined,
  within: { column: ATTRIBUTES, key: name },
});

/** Whether the property is a column of the dataset's own. */
export const isAttribute = ({ within }: Property): boolean => within?.column === ATTRIBUTES;

/** The collection with the attributes of its records. */
export const withAttributes = (collection: Collection, all: DeclaredAttributes): Collection => ({
  ...collection,
  properties: [...collection.properties, ...attributesOf(collection.role, all)],
});
