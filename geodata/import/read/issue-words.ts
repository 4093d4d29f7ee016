// What the validator of a document finds, as what would have been right: in the words of a publisher, not in its own.
import type { z } from "zod";
import { inEnglish, type Phrase, phraseOf } from "../refusal/refusal.ts";

/** What JSON calls values, with what there is to be. */
const KINDS: Readonly<Record<string, Phrase>> = {
  string: ["a-text"],
  number: ["a-number"],
  int: ["a-whole-number"],
  boolean: ["true-or-false"],
  object: ["an-object"],
  record: ["an-object"],
  array: ["a-list"],
  null: ["a-null"],
};

/** What is allowed where the issue was found. */
function phraseFor(issue: z.core.$ZodRawIssue): Phrase {
  switch (issue.code) {
    case "invalid_type":
      return KINDS[issue.expected] ?? ["a-kind", issue.expected];
    case "too_small":
      return ["at-least-of", Number(issue.minimum), issue.origin];
    case "too_big":
      return ["at-most-of", Number(issue.maximum), issue.origin];
    case "invalid_value":
      return ["one-value-of", issue.values.map((value) => JSON.stringify(value))];
    case "invalid_format":
      return issue.format === "datetime" ? ["a-time-with-offset"] : ["a-format", issue.format];
    case "unrecognized_keys":
      return ["no-property", issue.keys];
    case "not_multiple_of":
      return ["multiple-of", issue.divisor];
    default:
      return ["another-value"];
  }
}

/** The same in English: of a rule that has words of its own these are not asked for. */
export const issueWords = (issue: z.core.$ZodRawIssue): string => inEnglish(phraseFor(issue));

/** What is allowed where the issue was found; a rule that has words of its own keeps them. */
export function issuePhrase(issue: z.core.$ZodIssue): Phrase {
  const phrase = phraseFor(issue as z.core.$ZodRawIssue);
  return inEnglish(phrase) === issue.message ? phrase : phraseOf(issue.message);
}
