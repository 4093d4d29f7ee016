// What a collection shows of its records: columns of a record type, and what is derived from them, each with its meaning.
import type { Field, FieldType } from "../field/field.ts";
import { type Column, columnsOfMember, type Members, spokenColumns } from "../field/member.ts";
import { type Language, type Localized, textIn } from "../words/language.ts";
import type { VocabularyName } from "../words/vocabulary.ts";

export type PropertyType = FieldType;

export type Property = {
  readonly name: string;
  /** What people call it; undefined: its name. */
  readonly title?: Localized | undefined;
  readonly type: PropertyType;
  /** What it says, in one sentence. */
  readonly means: string;
  /** UCUM unit of a number. */
  readonly unit?: string | undefined;
  /** The values that it can have; undefined: it is free. */
  readonly choices?: readonly string[] | undefined;
  /** The vocabulary of the dataset whose ids are its values. */
  readonly vocabulary?: VocabularyName | undefined;
  /** The column of the records that it shows; undefined: it is derived. */
  readonly column?: string | undefined;
  /** Where views hold it: under a key of a column of JSON objects; undefined: in a column of its own name. */
  readonly within?: { readonly column: string; readonly key: string } | undefined;
};

/** What the property is called in a language: its title, or its name. */
export const titleOf = ({ name, title }: Property, language: Language): string =>
  title === undefined ? name : textIn(title, language);

/** What has to be known of a property to read its values. */
export type ReadProperty = Pick<Property, "name" | "type" | "within">;

/** A property before the dataset is known: of a text in its languages there will be one for each. */
export type AnyProperty = Property & {
  /** The first is called by the name alone (`LocalizedField`). */
  readonly localized?: { readonly isBare: boolean } | undefined;
};

const propertyOf = (column: string, field: Field): Property => ({
  name: column,
  type: field.type,
  means: field.means,
  unit: field.unit,
  choices: field.choices,
  vocabulary: field.vocabulary,
  column,
});

/** The columns of some members of a record type, in this order. */
export function propertiesOf<Of extends Members>(
  members: Of,
  ...names: readonly (keyof Of & string)[]
): AnyProperty[] {
  return names.flatMap((name) =>
    columnsOfMember(name, members[name] as Members[string]).map(([column, of]) =>
      anyProperty(column, of),
    ),
  );
}

function anyProperty(column: string, of: Column): AnyProperty {
  if ("type" in of) return propertyOf(column, of);
  return { ...propertyOf(column, of.field), localized: { isBare: of.isBare } };
}

/** The properties as a dataset has them that has its texts in these languages. */
export function spokenProperties(
  properties: readonly AnyProperty[],
  languages: readonly Language[],
): Property[] {
  return properties.flatMap(({ localized, ...property }): Property[] => {
    if (!localized) return [property];
    const field = { ...property, required: false } as unknown as Field;
    const of = { kind: "localized", field, ...localized } as const;
    return spokenColumns(property.name, of, languages).map(({ field, language, name }) => ({
      ...property,
      name,
      means: field.means,
      within: language === undefined ? undefined : { column: property.name, key: language },
    }));
  });
}

/** A column of a record type under a name that the public has for it. */
export function propertyCalled<Of extends Members>(
  name: string,
  members: Of,
  member: keyof Of & string,
): AnyProperty[] {
  return propertiesOf(members, member).map((property) => ({ ...property, name }));
}

/** What is worked out from columns of the record, or read from others. */
export const derived = (
  type: PropertyType,
  name: string,
  means: string,
  more: Pick<AnyProperty, "choices" | "localized" | "unit"> = {},
): AnyProperty => ({ name, type, means, ...more });

export const namesOf = (properties: readonly AnyProperty[]): string[] =>
  properties.map(({ name }) => name);
