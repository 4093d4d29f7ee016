// What a collection shows of its records: columns of a record type, and what is derived from them, each with its meaning.
import type { Field, FieldType } from "../field/field.ts";
import { columnsOfMember, type Members } from "../field/member.ts";
import type { VocabularyName } from "../words/vocabulary.ts";

export type PropertyType = FieldType;

export type Property = {
  readonly name: string;
  /** What people call it; undefined: its name. */
  readonly title?: string | undefined;
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

/** What has to be known of a property to read its values. */
export type ReadProperty = Pick<Property, "name" | "type" | "within">;

const propertyOf = (name: string, column: string, field: Field): Property => ({
  name,
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
): Property[] {
  return names.flatMap((name) =>
    columnsOfMember(name, members[name] as Members[string]).map(([column, field]) =>
      propertyOf(column, column, field),
    ),
  );
}

/** A column of a record type under a name that the public has for it. */
export function propertyCalled<Of extends Members>(
  name: string,
  members: Of,
  member: keyof Of & string,
): Property[] {
  return propertiesOf(members, member).map((property) => ({ ...property, name }));
}

/** What is worked out from columns of the record, or read from others. */
export const derived = (
  type: PropertyType,
  name: string,
  means: string,
  more: Pick<Property, "choices" | "unit"> = {},
): Property => ({ name, type, means, ...more });

export const namesOf = (properties: readonly Property[]): string[] =>
  properties.map(({ name }) => name);
