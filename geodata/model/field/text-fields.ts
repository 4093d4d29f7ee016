// Fields that hold texts.
import { inEdtf } from "../time/clock-time.ts";
import { parseEdtf, refusalOfEdtf } from "../time/edtf.ts";
import type { VocabularyName } from "../words/vocabulary.ts";
import { isWebAddress } from "../words/web-address.ts";
import { type Field, field, type Options } from "./field.ts";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Characters of the longest text: what four of them hold together the index of words has room for. */
const LONGEST_TEXT = 50_000;
/** Characters of the longest name or title: more of them no map, list or heading has room for. */
export const LONGEST_LABEL = 500;
/** Characters of the longest id: keys of several of them are kept in one page of an index. */
const LONGEST_ID = 200;

const isLong = (cell: string, longest: number) => cell.length > longest;

function textUpTo(longest: number, means: string, options?: Options): Field<string | null> {
  return {
    ...field("text", means, "text", (cell) => (isLong(cell, longest) ? undefined : cell), options),
    isFree: true,
    refusal: (cell) =>
      isLong(cell, longest) ? `of at most ${longest} characters, not ${cell.length}` : undefined,
  };
}

/** Sentences, of any number of paragraphs. */
export const text = (means: string, options?: Options) => textUpTo(LONGEST_TEXT, means, options);

/** What something is called, as it stands on a map, in a list, in a heading. */
export const label = (means: string, options?: Options) => textUpTo(LONGEST_LABEL, means, options);

/** The id of a row: lower-case letters, digits and single hyphens. */
export const slug = (means: string, options?: Options) =>
  field(
    "text",
    means,
    options?.references
      ? `an id of ${options.references.join(" or ")}`
      : "an id of lower-case letters, digits and hyphens",
    (cell) => (SLUG.test(cell) && !isLong(cell, LONGEST_ID) ? cell : undefined),
    options,
  );

/** An id of a vocabulary of the dataset. */
export const term = (vocabulary: VocabularyName, means: string, options?: Options) => ({
  ...slug(means, { ...options, vocabulary }),
  allowed: "an id of lower-case letters, digits and hyphens",
});

/** One of some values that are the same in every dataset. */
export const choice = <const Choice extends string>(
  choices: readonly Choice[],
  means: string,
  options?: Options,
): Field<Choice | null> => ({
  ...field<Choice>(
    "text",
    means,
    `one of ${choices.join(", ")}`,
    (cell) => choices[choices.indexOf(cell as Choice)],
    options,
  ),
  choices,
});

export const edtf = (means: string, options?: Options): Field<string | null> => ({
  ...field(
    "text",
    means,
    "a date in EDTF (ISO 8601-2), for example 2014-05-28, 2014-06, 2013-10~, 2016-10-24/2016-10-26",
    (cell: string) => {
      const text = inEdtf(cell);
      return parseEdtf(text) ? text : undefined;
    },
    options,
  ),
  refusal: (cell) => refusalOfEdtf(inEdtf(cell)),
});

export const webAddress = (means: string): Field<string | null> => ({
  ...field("text", means, "a whole http or https address", (cell) =>
    isWebAddress(cell) ? cell : undefined,
  ),
  isFree: true,
});

/** Several texts in one cell, separated by semicolons; empty when the cell is. */
export const list = (means: string, options: Options = {}): Field<readonly string[]> => ({
  ...field(
    "list",
    means,
    options.references
      ? `ids of ${options.references.join(" or ")} separated by semicolons`
      : "texts separated by semicolons",
    splitCell,
    options,
  ),
  isFree: true,
  parse: splitCell,
  empty: [],
});

function splitCell(cell: string): readonly string[] | undefined {
  const items = cell.split(";").map((item) => item.trim());
  return items.every((item) => item !== "" && !isLong(item, LONGEST_LABEL)) ? items : undefined;
}
