// What one column of a record holds. The check of a cell in a file, the SQL column, the property of the API with its
// schema and its line of the codebook, and what the page takes for a value all follow from it.

import type { VocabularyName } from "../words/vocabulary.ts";

export type FieldType = "text" | "day" | "instant" | "integer" | "number" | "boolean" | "list";

export type Field<Value = unknown> = {
  readonly type: FieldType;
  /** What it says, in one sentence. */
  readonly means: string;
  /** UCUM unit of a number. */
  readonly unit: string | undefined;
  /** The values that it may have; undefined: all of its type. */
  readonly choices: readonly string[] | undefined;
  /** The vocabulary of the dataset whose ids they are. */
  readonly vocabulary: VocabularyName | undefined;
  /** An empty cell is a problem. */
  readonly required: boolean;
  /** The column may be missing from a file; its cells are then empty. */
  readonly optionalColumn: boolean;
  /** The value, or each item of the list, must be the id of a row of one of these tables of a package. */
  readonly references: readonly string[] | undefined;
  /** What a cell may be, in words. */
  readonly allowed: string;
  /** Its texts may be of any characters that texts of a package may hold, which then have to be looked at. */
  readonly isFree: boolean;
  /** What of it a text does not have that is not allowed, where that can be told. */
  readonly refusal?: (text: string) => string | undefined;
  /** The value of a cell that is not empty; undefined when the text is not allowed. */
  readonly parse: (text: string) => Value | undefined;
  /** The value of an empty cell. */
  readonly empty: Value;
};

/** Columns by their names, which are those of the database: lower case, words joined by underscores. */
export type Fields = Readonly<Record<string, Field>>;

export type Options = Partial<Pick<Field, "optionalColumn" | "references" | "unit" | "vocabulary">>;

/** A field whose cells may be empty, which is null. */
export function field<Value>(
  type: FieldType,
  means: string,
  allowed: string,
  parse: (text: string) => Value | undefined,
  { optionalColumn = false, references, unit, vocabulary }: Options = {},
): Field<Value | null> {
  return {
    type,
    means,
    unit,
    choices: undefined,
    vocabulary,
    required: false,
    optionalColumn,
    references,
    isFree: false,
    allowed,
    parse,
    empty: null,
  };
}

/** The same field, its cells never empty. */
export function required<Value>(optional: Field<Value>): Field<NonNullable<Value>> {
  return { ...optional, required: true } as Field<NonNullable<Value>>;
}
