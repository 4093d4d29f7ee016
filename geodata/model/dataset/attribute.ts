// What a dataset says of the columns of its own, which no record type knows.
import type { Attributes } from "../field/attributes.ts";
import type { Localized } from "../words/language.ts";

/** The tables of a package whose rows keep such columns. */
export const ATTRIBUTED_TABLES = ["events", "places", "shapes"] as const;
export type AttributedTable = (typeof ATTRIBUTED_TABLES)[number];

export const ATTRIBUTE_TYPES = ["text", "day", "integer", "number", "boolean"] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

export type Attribute = {
  /** Of the property. */
  readonly name: string;
  /** What files call it. */
  readonly column: string;
  readonly type: AttributeType;
  /** What people call it. */
  readonly title: Localized;
  /** What it says; empty: the dataset does not tell. */
  readonly means: string;
  /** UCUM unit of a number, or null. */
  readonly unit: string | null;
  /** The values that it may have; null: all of its type. */
  readonly choices: readonly string[] | null;
};

/** By table, in the order of its columns. */
export type DeclaredAttributes = Readonly<Record<AttributedTable, readonly Attribute[]>>;

export const NO_ATTRIBUTES: DeclaredAttributes = { events: [], places: [], shapes: [] };

/** The texts among the attributes of a record: it is found by their words, as by those of its own. */
export function attributeTexts(
  columns: readonly Attribute[],
  attributes: Attributes | null,
): readonly string[] {
  if (!attributes) return [];
  return columns.flatMap(({ name, type }) =>
    type === "text" ? String(attributes[name] ?? "") : [],
  );
}

export const isAttributed = (table: string): table is AttributedTable =>
  (ATTRIBUTED_TABLES as readonly string[]).includes(table);
