// How the cells of a column of a dataset's own are read: by its field of the table schema.
import type { AttributeType } from "#model/dataset/attribute.ts";
import type { AttributeValue } from "#model/field/attributes.ts";
import { type Field, field, required } from "#model/field/field.ts";
import { text } from "#model/field/text-fields.ts";
import { civil, parseDay } from "#model/time/day.ts";
import { A_NUMBER, parseNumber } from "#model/words/number.ts";
import type { Refusal } from "../refusal/refusal.ts";
import type { SchemaField } from "./schema-field.ts";

/** Types of the table schema that have one here; all others are kept as the text that they are written as. */
const TYPES: Readonly<Record<string, AttributeType>> = {
  integer: "integer",
  year: "integer",
  number: "number",
  boolean: "boolean",
  date: "day",
};

export const attributeType = ({ type }: SchemaField): AttributeType => TYPES[type] ?? "text";

/** Largest size of a whole number: what the typed columns of all formats hold. */
const LARGEST_INTEGER = 2_147_483_647;

type Reading = {
  /** What a cell may be, in words. */
  readonly allowed: string;
  readonly parse: (cell: string) => AttributeValue | undefined;
};

/** The value of a number whose digits are grouped, and its decimals marked, as the schema says. */
function numberIn(cell: string, { bareNumber, decimalChar, groupChar }: SchemaField) {
  const bare = bareNumber ? cell : cell.replace(/^[^\d+\-.]+|[^\d.]+$/g, "");
  const digits = groupChar === undefined ? bare : bare.replaceAll(groupChar, "");
  if (decimalChar !== "." && digits.includes(".")) return undefined;
  return parseNumber(digits.replace(decimalChar, "."));
}

function readingOf(of: SchemaField): Reading {
  switch (attributeType(of)) {
    case "integer":
      return {
        allowed: `a whole number of at most ${LARGEST_INTEGER} in size; a larger one where the type is number`,
        parse: (cell) => {
          const value = numberIn(cell, { ...of, decimalChar: "." });
          const fits = Number.isInteger(value) && Math.abs(value ?? 0) <= LARGEST_INTEGER;
          return fits ? value : undefined;
        },
      };
    case "number":
      return { allowed: A_NUMBER, parse: (cell) => numberIn(cell, of) };
    case "boolean":
      return {
        allowed: `one of ${[...of.trueValues, ...of.falseValues].join(", ")}`,
        parse: (cell) => (of.trueValues.includes(cell) ? true : falseIn(cell, of)),
      };
    case "day":
      return { allowed: "a day of the years 1 to 9999 written YYYY-MM-DD", parse: dayIn };
    case "text":
      return { allowed: "text", parse: (cell) => cell };
  }
}

const falseIn = (cell: string, { falseValues }: SchemaField) =>
  falseValues.includes(cell) ? false : undefined;

function dayIn(cell: string): string | undefined {
  const day = parseDay(cell);
  return day !== undefined && civil(day).year >= 1 ? cell : undefined;
}

type Rule = {
  readonly allowed: string;
  readonly holds: (cell: string, value: AttributeValue) => boolean;
};

/** The constraints of the schema, each in words. */
function rulesOf(of: SchemaField, { parse }: Reading): Rule[] {
  const { constraints } = of;
  const rules: Rule[] = [];
  const add = (allowed: string, holds: Rule["holds"]) => rules.push({ allowed, holds });
  const bound = (limit: number | string | undefined) =>
    limit === undefined ? undefined : (parse(String(limit)) ?? undefined);
  const [minimum, maximum] = [bound(constraints.minimum), bound(constraints.maximum)];
  if (minimum !== undefined) add(`at least ${minimum}`, (_, value) => value >= minimum);
  if (maximum !== undefined) add(`at most ${maximum}`, (_, value) => value <= maximum);
  const { enum: choices, maxLength, minLength, pattern } = constraints;
  if (choices) {
    const all = choices.map(String);
    add(
      `one of ${all.join(", ")}`,
      (cell, value) => all.includes(cell) || all.includes(`${value}`),
    );
  }
  if (minLength !== undefined)
    add(`at least ${minLength} characters`, (cell) => cell.length >= minLength);
  if (maxLength !== undefined)
    add(`at most ${maxLength} characters`, (cell) => cell.length <= maxLength);
  if (pattern !== undefined) {
    const whole = new RegExp(`^(?:${pattern})$`, "u");
    add(`of the pattern ${pattern}`, (cell) => whole.test(cell));
  }
  if (constraints.unique) {
    const seen = new Set<string>();
    add("a value that no row above has", (cell) => seen.size < seen.add(cell).size);
  }
  return rules;
}

/** What of a field cannot be honoured: what was got, and what would be. */
export function unreadable(of: SchemaField): Pick<Refusal, "got" | "allowed"> | undefined {
  const { format, type } = of;
  if (type === "date" && !["default", "any", "%Y-%m-%d"].includes(format))
    return { got: ["dates-in-format", format], allowed: ["plain-dates"] };
  try {
    rulesOf(of, readingOf(of));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { got: ["pattern-of", of.constraints.pattern ?? ""], allowed: ["regular-expression"] };
  }
  return undefined;
}

/** What a column holds, as the fields of records do. */
export function attributeField(of: SchemaField): Field<AttributeValue | null> {
  const reading = readingOf(of);
  const rules = rulesOf(of, reading);
  const longest = text("");
  const allowed = [reading.allowed, ...rules.map((rule) => rule.allowed)].join(", ");
  const own = {
    ...field<AttributeValue>(attributeType(of), of.description ?? "", allowed, (cell) => {
      if (longest.parse(cell) === undefined) return undefined;
      const value = reading.parse(cell);
      const isRight = value !== undefined && rules.every(({ holds }) => holds(cell, value));
      return isRight ? value : undefined;
    }),
    isFree: attributeType(of) === "text",
    ...(longest.refusal ? { refusal: longest.refusal } : {}),
  };
  return of.constraints.required ? required(own) : own;
}
