// A record type is a table of members. Most members are a column each; some are several columns that make one value.
import type { Geometry } from "geojson";
import { columnSuffix, type Language, type Localized, languageName } from "../words/language.ts";
import type { Attributes } from "./attributes.ts";
import type { Field } from "./field.ts";
import type { Camel } from "./names.ts";

/**
 * A text in the languages of the dataset. The database has it in one column; files and API have a column for each
 * language, whose names end in the language's.
 */
export type LocalizedField<Value = unknown> = {
  readonly kind: "localized";
  readonly field: Field<Value>;
  /** The column of the first language is called by the name alone, and those of the others may be missing. */
  readonly isBare: boolean;
};

/** What the database has one column for. */
export type Column<Value = unknown> = Field<Value> | LocalizedField<Value>;
export type Columns = Readonly<Record<string, Column>>;

type Parts = Readonly<Record<string, readonly [column: string, field: Field]>>;

/** Columns that make one value together: an object whose parts each have a column. */
export type Group<Of extends Parts = Parts, Whole = unknown> = {
  readonly kind: "group";
  readonly parts: Of;
  /** Without a value in the first column the whole is null. */
  readonly isOptional: boolean;
  /** Of no value; it carries the type. */
  readonly whole?: Whole;
};

/** The geometry of the record, which each way of writing has in its own form. */
export type GeometryMember<Shape extends Geometry | null = Geometry | null> = {
  readonly kind: "geometry";
  readonly isOptional: boolean;
  /** Of no value; it carries the type. */
  readonly shape?: Shape;
};

/** A column that is stored and that nobody is shown. */
export type PrivateField<Value = unknown> = {
  readonly kind: "private";
  readonly field: Field<Value>;
};

/** A column of files whose values are stored as citations. */
export type CitedField = {
  readonly kind: "cited";
  readonly field: Field<readonly string[]>;
};

/** The columns that a dataset adds to the record type, as one object. */
export type AttributesMember = { readonly kind: "attributes" };

export type Member =
  | Field
  | LocalizedField
  | Group
  | GeometryMember
  | PrivateField
  | CitedField
  | AttributesMember;

/** A record type: what its records consist of, by names in the form of columns, in the order of a package's columns. */
export type Members = Readonly<Record<string, Member>>;

/** In the meaning, `{language}` stands for the name of the language. */
export const localized = <Value>(field: Field<Value>): LocalizedField<Value> => ({
  kind: "localized",
  field,
  isBare: false,
});

/** A text that is said in the first language of the dataset, and may be said in others besides. */
export const translatable = <Value>(field: Field<Value>): LocalizedField<Value> => ({
  kind: "localized",
  field,
  isBare: true,
});

export const group = <const Of extends Parts>(parts: Of): Group<Of, WholeOf<Of>> => ({
  kind: "group",
  parts,
  isOptional: false,
});

/** A group that is null as a whole where its first part has no value. */
export const optionalGroup = <const Of extends Parts>(
  parts: Of,
): Group<Of, { readonly [Part in keyof WholeOf<Of>]: NonNullable<WholeOf<Of>[Part]> } | null> => ({
  kind: "group",
  parts,
  isOptional: true,
});

export const geometry = <Shape extends Geometry>(): GeometryMember<Shape> => ({
  kind: "geometry",
  isOptional: false,
});

export const optionalGeometry = <Shape extends Geometry>(): GeometryMember<Shape | null> => ({
  kind: "geometry",
  isOptional: true,
});

export const unshown = <Value>(field: Field<Value>): PrivateField<Value> => ({
  kind: "private",
  field,
});

export const attributes = (): AttributesMember => ({ kind: "attributes" });

export const cited = (field: Field<readonly string[]>): CitedField => ({ kind: "cited", field });

/** What a column holds. */
export type ValueOf<Of> =
  Of extends LocalizedField<infer Value>
    ? null extends Value
      ? Localized | null
      : Localized
    : Of extends Field<infer Value>
      ? Value
      : never;

type WholeOf<Of extends Parts> = { readonly [Part in keyof Of]: ValueOf<Of[Part][1]> };

type ValueOfMember<Of> =
  Of extends Group<Parts, infer Whole>
    ? Whole
    : Of extends GeometryMember<infer Shape>
      ? Shape
      : Of extends CitedField
        ? readonly string[]
        : Of extends AttributesMember
          ? Attributes | null
          : ValueOf<Of>;

/** What a record of the type is in TypeScript. */
export type RecordOf<Of extends Members> = {
  readonly [Name in keyof Of & string as Of[Name] extends PrivateField
    ? never
    : Camel<Name>]: ValueOfMember<Of[Name]>;
};

type ColumnsOfMember<Name extends string, Of> =
  Of extends Group<infer Parted>
    ? { readonly [Part in keyof Parted as Parted[Part][0]]: Parted[Part][1] }
    : Of extends GeometryMember | AttributesMember
      ? { readonly [Column in never]: Field }
      : Of extends PrivateField<infer Value>
        ? { readonly [Column in Name]: Field<Value> }
        : Of extends CitedField
          ? { readonly [Column in Name]: Field<readonly string[]> }
          : { readonly [Column in Name]: Of };

type All<Of> = (Of extends unknown ? (one: Of) => void : never) extends (all: infer Every) => void
  ? { readonly [Key in keyof Every]: Every[Key] }
  : never;

/** The columns of a record type, geometry aside. */
export type ColumnsOf<Of extends Members> = All<
  { [Name in keyof Of & string]: ColumnsOfMember<Name, Of[Name]> }[keyof Of & string]
>;

/** The columns of a record type, in order, geometry aside. */
export function columnsOf<Of extends Members>(members: Of): ColumnsOf<Of> {
  const columns = Object.entries(members).flatMap(([name, member]) =>
    columnsOfMember(name, member),
  );
  return Object.fromEntries(columns) as ColumnsOf<Of>;
}

/** The columns of one member, in order. */
export function columnsOfMember(
  name: string,
  member: Member,
): readonly (readonly [column: string, Column])[] {
  if ("type" in member) return [[name, member]];
  switch (member.kind) {
    case "localized":
      return [[name, member]];
    case "group":
      return Object.values(member.parts);
    case "geometry":
    case "attributes":
      return [];
    case "private":
    case "cited":
      return [[name, member.field]];
  }
}

/** The columns that hold the same whatever the languages are, with their names. */
export const fieldsOf = (columns: Columns): readonly (readonly [name: string, Field])[] =>
  Object.entries(columns).flatMap(([name, of]) => ("type" in of ? [[name, of] as const] : []));

/** A column as files and API have it. */
export type SpokenColumn = {
  readonly name: string;
  readonly field: Field;
  /** The column of the database. */
  readonly column: string;
  /** In which of its languages the text is; undefined: it has none. */
  readonly language: Language | undefined;
};

/** The columns that files and API have for one of the database, in the languages of a dataset and in their order. */
export function spokenColumns(
  column: string,
  of: Column,
  languages: readonly Language[],
): readonly SpokenColumn[] {
  if ("type" in of) return [{ name: column, field: of, column, language: undefined }];
  return languages.map((language, at) => ({
    name: of.isBare && at === 0 ? column : column + columnSuffix(language),
    field: inLanguage(column, of, language, languages),
    column,
    language,
  }));
}

function inLanguage(
  name: string,
  { field, isBare }: LocalizedField,
  language: Language,
  [first = language]: readonly Language[],
): Field {
  const called = languageName(language, "en");
  if (!isBare) return { ...field, means: field.means.replace("{language}", called) };
  if (language === first) return field;
  const means = `${name} in ${called}; null: said in ${languageName(first, "en")} alone.`;
  return { ...field, means, required: false, optionalColumn: true };
}

/** Some of the members, in the order named. */
export function pick<Of extends object, Name extends keyof Of>(
  members: Of,
  ...names: readonly Name[]
): Pick<Of, Name> {
  return Object.fromEntries(names.map((name) => [name, members[name]])) as Pick<Of, Name>;
}
