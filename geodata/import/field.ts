// What a column of a table may hold. A field reads one cell of text into a value, or says what it allows.
import { type Day, parseDay } from "#model/day.ts";
import { parseEdtf, refusalOfEdtf } from "#model/edtf.ts";
import { isWebAddress } from "#model/web-address.ts";

/** Field types of the Frictionless Table Schema that are used here. */
type SchemaType = "string" | "integer" | "number" | "date" | "list";

export type Field<Value> = {
  readonly type: SchemaType;
  /** An empty cell is a problem. */
  readonly required: boolean;
  /** The column may be missing from the file; its cells are then empty. */
  readonly optionalColumn: boolean;
  readonly oneOf: readonly string[] | undefined;
  /** The value, or each item of the list, must be the id of a row of one of these tables. */
  readonly references: readonly string[] | undefined;
  readonly allowed: string;
  /** Its texts may be of any characters that texts of a package may hold, which then have to be looked at. */
  readonly isFree: boolean;
  /** What of it a text does not have that is not allowed, where that can be told. */
  readonly refusal?: (text: string) => string | undefined;
  /** The value of a cell that is not empty; undefined when the text is not allowed. */
  readonly parse: (text: string) => Value | undefined;
  readonly empty: Value;
};

type Options = Partial<Pick<Field<unknown>, "optionalColumn" | "references">>;

function field<Value>(
  type: SchemaType,
  allowed: string,
  parse: (text: string) => Value | undefined,
  options: Options = {},
): Field<Value | null> {
  return {
    type,
    required: false,
    optionalColumn: options.optionalColumn ?? false,
    oneOf: undefined,
    references: options.references,
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

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Characters of the longest text: what four of them hold together the index of words has room for. */
const LONGEST_TEXT = 50_000;
/** Characters of the longest name or title: more of them no map, list or heading has room for. */
export const LONGEST_LABEL = 500;
/** Characters of the longest id: keys of several of them are kept in one page of an index. */
const LONGEST_ID = 200;

const isLong = (cell: string, longest: number) => cell.length > longest;

function textUpTo(longest: number, options?: Options): Field<string | null> {
  return {
    ...field("string", "text", (cell) => (isLong(cell, longest) ? undefined : cell), options),
    isFree: true,
    refusal: (cell) =>
      isLong(cell, longest) ? `of at most ${longest} characters, not ${cell.length}` : undefined,
  };
}

/** Sentences, of any number of paragraphs. */
export const text = (options?: Options) => textUpTo(LONGEST_TEXT, options);

/** What something is called, as it stands on a map, in a list, in a heading. */
export const label = (options?: Options) => textUpTo(LONGEST_LABEL, options);

/** The id of a row: lower-case letters, digits and single hyphens. */
export const slug = (options?: Options) =>
  field(
    "string",
    options?.references
      ? `an id of ${options.references.join(" or ")}`
      : "an id of lower-case letters, digits and hyphens",
    (cell) => (SLUG.test(cell) && !isLong(cell, LONGEST_ID) ? cell : undefined),
    options,
  );

export const oneOf = <const Choice extends string>(
  choices: readonly Choice[],
  options?: Options,
) => ({
  ...field(
    "string",
    `one of ${choices.join(", ")}`,
    (cell) => choices.find((choice) => choice === cell),
    options,
  ),
  oneOf: choices,
});

const numberBetween = (
  kind: "integer" | "number",
  least: number,
  most: number,
  options?: Options,
) =>
  field(
    kind,
    `${kind === "integer" ? "a whole number" : "a number"} from ${least} to ${most}`,
    (cell) => {
      const value = Number(cell);
      const fits = Number.isFinite(value) && value >= least && value <= most;
      return fits && (kind === "number" || Number.isInteger(value)) ? value : undefined;
    },
    options,
  );

/** Longitude or latitude in degrees. */
export const degrees = (limit: 90 | 180, options?: Options) =>
  numberBetween("number", -limit, limit, options);
export const metres = (options?: Options) => numberBetween("number", 0, 20_037_508, options);
export const count = (options?: Options) => numberBetween("integer", 0, 2_147_483_647, options);
export const zoom = () => numberBetween("number", 0, 24);

export const day = (options?: Options): Field<Day | null> =>
  field("date", "a day written YYYY-MM-DD", parseDay, options);

export const edtf = (options?: Options): Field<string | null> => ({
  ...field(
    "string",
    "a date in EDTF (ISO 8601-2), for example 2014-05-28, 2014-06, 2013-10~, 2016-10-24/2016-10-26",
    (cell: string) => (parseEdtf(cell) ? cell : undefined),
    options,
  ),
  refusal: refusalOfEdtf,
});

export const webAddress = () => ({
  ...field("string", "a whole http or https address", (cell) =>
    isWebAddress(cell) ? cell : undefined,
  ),
  isFree: true,
});

/** Several texts in one cell, separated by semicolons; empty when the cell is. */
export const list = (options: Options = {}): Field<readonly string[]> => ({
  type: "list",
  required: false,
  optionalColumn: options.optionalColumn ?? false,
  oneOf: undefined,
  references: options.references,
  isFree: true,
  allowed: options.references
    ? `ids of ${options.references.join(" or ")} separated by semicolons`
    : "texts separated by semicolons",
  parse: (cell) => {
    const items = cell.split(";").map((item) => item.trim());
    return items.every((item) => item !== "" && !isLong(item, LONGEST_LABEL)) ? items : undefined;
  },
  empty: [],
});
