import type { Attribute } from "#model/dataset/attribute.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Vocabularies } from "#model/dataset/declared.ts";
import type { Field, FieldType } from "#model/field/field.ts";
import { columnSuffix, type Language } from "#model/words/language.ts";
import { columnsInFile } from "./read/columns.ts";
import { TABLES, type TableName } from "./tables.ts";

/** One field as the Frictionless Table Schema (Data Package v2) writes it. */
export type SchemaField = {
  readonly name: string;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly delimiter?: string;
  readonly constraints?: {
    readonly required?: true;
    readonly unique?: true;
    readonly enum?: readonly string[];
  };
};

type Described = {
  readonly vocabularies?: Vocabularies;
  readonly severalPoints?: DatasetMeta["severalPoints"];
};

/** Columns that hold a number, or a list of them where some record is at several points. */
const POSITION: ReadonlySet<string> = new Set(["lon", "lat"]);

/**
 * The Table Schema that a package must declare for a table, so that other tools check what the import checks: the
 * vocabularies and the languages are the package's own.
 */
export function describeTable(
  name: TableName,
  languages: readonly Language[],
  { severalPoints = [], vocabularies }: Described = {},
): {
  fields: SchemaField[];
  primaryKey: string[];
  /** None where there is none: the published profile wants one at least. */
  foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
} {
  const fields = columnsInFile(TABLES[name], languages).map(
    (one) => [one.name, one.field] as const,
  );
  // The standard has foreign keys for single values only; lists of ids are checked by the import.
  const foreignKeys = fields.flatMap(([column, { type, references }]) =>
    type === "list" || references?.length !== 1 || references[0] === undefined
      ? []
      : { fields: [column], reference: { resource: references[0], fields: ["id"] } },
  );
  return {
    fields: fields.map(([column, field]) =>
      describeField(column, field, {
        choices: choicesOf(field, vocabularies),
        isList:
          field.type === "list" ||
          (POSITION.has(column) && severalPoints.some((table) => table === name)),
      }),
    ),
    primaryKey: ["id"],
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  };
}

const TYPES: Readonly<Record<FieldType, string>> = {
  text: "string",
  day: "date",
  instant: "datetime",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  // The text of the standard (version 2) has lists, its published profile has not: a text with a delimiter fits both.
  list: "string",
};

function choicesOf(
  { choices, vocabulary }: Field,
  vocabularies: Vocabularies | undefined,
): readonly string[] | undefined {
  const terms = (vocabulary && vocabularies?.[vocabulary]) ?? [];
  return terms.length > 0 ? terms.map(({ id }) => id) : choices;
}

function describeField(
  name: string,
  field: Field,
  {
    choices,
    isList,
  }: { readonly choices: readonly string[] | undefined; readonly isList: boolean },
): SchemaField {
  const constraints = {
    ...(field.required ? { required: true as const } : {}),
    ...(name === "id" ? { unique: true as const } : {}),
    ...(choices ? { enum: choices } : {}),
  };
  return {
    name,
    type: TYPES[isList ? "list" : field.type],
    ...(isList ? { delimiter: ";" } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

/** Titles in other languages than the first, as columns have them: `title_fr`. */
type Titles = Readonly<Record<`title_${string}`, string>>;

/** A column of the dataset's own. */
export function describeAttribute({
  choices,
  column,
  means,
  title,
  type,
  unit,
}: Attribute): SchemaField & Titles {
  const [[, first] = [], ...others] = Object.entries(title);
  return {
    name: column,
    type: TYPES[type],
    ...(first === undefined || first === column ? {} : { title: first }),
    ...Object.fromEntries(
      others.map(([language, text]) => [`title${columnSuffix(language)}`, text]),
    ),
    ...(means === "" ? {} : { description: means }),
    ...(unit === null ? {} : { unit }),
    ...(choices ? { constraints: { enum: choices } } : {}),
  };
}
