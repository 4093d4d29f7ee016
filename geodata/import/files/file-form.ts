// How a file of a package is written, as its descriptor says: encoding, table dialect and the texts that mean nothing
// (Frictionless Data Resource, Table Dialect, Table Schema).
import { z } from "zod";
import { SCHEMA_FIELD, type SchemaField } from "../attributes/schema-field.ts";
import { inEnglish } from "../refusal/refusal.ts";
import { isEncoding } from "./decode-bytes.ts";

const character = z.string().length(1, "one character");

const DIALECT = {
  delimiter: character,
  quoteChar: character,
  doubleQuote: z.boolean(),
  escapeChar: character,
  skipInitialSpace: z.boolean(),
  header: z.literal(true, "true: the columns are known by their names"),
  lineTerminator: z.enum(["\n", "\r\n"]),
  type: z.literal("delimited"),
  $schema: z.string(),
} as const;

const dialect = z
  .object(DIALECT)
  .partial()
  .loose()
  .refine(
    (value) => Object.keys(value).every((key) => key in DIALECT),
    inEnglish(["table-dialect"]),
  );

const missingValue = z.union([z.string(), z.object({ value: z.string() }).loose()]);

/** What of a resource in `datapackage.json` says how its file is written. */
export const RESOURCE_FORM = {
  encoding: z
    .string()
    .refine(isEncoding, "an encoding such as utf-8, utf-16le, windows-1252, iso-8859-1")
    .optional(),
  dialect: dialect.optional(),
  schema: z
    .object({
      missingValues: z.array(missingValue).optional(),
      fields: z.array(SCHEMA_FIELD).optional(),
    })
    .loose()
    .optional(),
  /** Headings of the file that the table has other names for, each with that name. */
  columns: z.record(z.string(), z.string().min(1)).optional(),
  /** The heading of the column whose cells the ids of the rows are made of, where they are no ids by themselves. */
  idFrom: z.string().optional(),
} as const;

type Resource = z.infer<z.ZodObject<typeof RESOURCE_FORM>>;

export type FileForm = {
  /** Undefined where nothing is said: UTF-8. */
  readonly encoding: string | undefined;
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly skipsSpace: boolean;
  /** Cells that hold nothing else are empty. */
  readonly missing: ReadonlySet<string>;
  /** What the schema of the table says of its columns, by their names in the file. */
  readonly fields: ReadonlyMap<string, SchemaField>;
  /** Names of the table for headings of the file. */
  readonly columns: ReadonlyMap<string, string>;
  readonly idFrom: string | undefined;
};

/** The form of the file of a resource; CSV as in RFC 4180 where it says nothing. */
export function formOf({
  columns = {},
  dialect = {},
  encoding,
  idFrom,
  schema,
}: Resource): FileForm {
  const quote = dialect.quoteChar ?? '"';
  const missing = (schema?.missingValues ?? []).map((entry) =>
    typeof entry === "string" ? entry : entry.value,
  );
  return {
    encoding,
    delimiter: dialect.delimiter ?? ",",
    quote,
    escape: dialect.escapeChar ?? quote,
    skipsSpace: dialect.skipInitialSpace ?? false,
    missing: new Set(missing),
    fields: new Map((schema?.fields ?? []).map((field) => [field.name, field])),
    columns: new Map(Object.entries(columns)),
    idFrom,
  };
}

/** What is taken of a file of which nothing is said. */
export const PLAIN = formOf({});
