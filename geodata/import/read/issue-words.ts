// What the validator of a descriptor finds, as what would have been right: in the words of a publisher, not in its own.
import type { z } from "zod";

/** What JSON calls values, with what there is to be. */
const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
  null: "null",
};

/** Units of the sizes that are held, by what has one. */
const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
};

const bounded = (word: "at least" | "at most", origin: string, bound: number | bigint) => {
  const unit = UNITS[origin];
  return `${word} ${bound}${unit ? ` ${unit[bound === 1 ? 0 : 1]}` : ""}`;
};

/** What is allowed where the issue was found; a rule that has words of its own keeps them. */
export function issueWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return KINDS[issue.expected] ?? `a value of the kind ${issue.expected}`;
    case "too_small":
      return bounded("at least", issue.origin, issue.minimum as number);
    case "too_big":
      return bounded("at most", issue.origin, issue.maximum as number);
    case "invalid_value":
      return issue.values.map((value) => JSON.stringify(value)).join(" or ");
    case "invalid_format":
      return issue.format === "datetime"
        ? "a time with its offset, such as 2026-01-31T12:00:00Z"
        : `a text in the form ${issue.format}`;
    case "unrecognized_keys":
      return `no property ${issue.keys.map((key) => JSON.stringify(key)).join(", ")}`;
    case "not_multiple_of":
      return `a multiple of ${issue.divisor}`;
    default:
      return "another value";
  }
}
