// A field of a table schema (Frictionless Table Schema 2) as far as it says how a column of a dataset's own is read.
import { z } from "zod";

const bound = z.union([z.number(), z.string()]);
const words = z.array(z.string()).min(1);

export const SCHEMA_FIELD = z
  .object({
    name: z.string(),
    type: z.string().default("string"),
    format: z.string().default("default"),
    title: z.string().optional(),
    description: z.string().optional(),
    unit: z.string().optional(),
    decimalChar: z.string().length(1, "one character").default("."),
    groupChar: z.string().length(1, "one character").optional(),
    bareNumber: z.boolean().default(true),
    trueValues: words.default(["true", "True", "TRUE", "1"]),
    falseValues: words.default(["false", "False", "FALSE", "0"]),
    constraints: z
      .object({
        required: z.boolean().optional(),
        unique: z.boolean().optional(),
        enum: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
        minimum: bound.optional(),
        maximum: bound.optional(),
        minLength: z.number().optional(),
        maxLength: z.number().optional(),
        pattern: z.string().optional(),
      })
      .loose()
      .default({}),
  })
  .loose();

export type SchemaField = z.infer<typeof SCHEMA_FIELD>;

/** What is taken of a column that no schema describes, but for its type. */
export const undescribed = (name: string, type: "string" | "number"): SchemaField =>
  SCHEMA_FIELD.parse({ name, type });
