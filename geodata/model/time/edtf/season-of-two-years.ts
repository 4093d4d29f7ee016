// Seasons that begin in one year and end in the next, which people call by either.
import type { Day } from "../day.ts";
import { readDate } from "./read-date.ts";

/** The codes of the winter, and of the southern summer, which begin in December; with the marks that a text may have. */
const IN_DECEMBER = /(?<![\d-])[?~%]?-?\d{4}[?~%]?-[?~%]?(?:24|28|30)[?~%]?(?![\d-])/;

export type SeasonOfTwoYears = {
  /** As it is written. */
  readonly text: string;
  readonly first: Day;
  readonly last: Day;
};

/** The first such season in a text of EDTF. */
export function seasonOfTwoYears(edtf: string): SeasonOfTwoYears | undefined {
  const text = IN_DECEMBER.exec(edtf)?.[0];
  if (text === undefined) return undefined;
  const date = readDate(text, "UTC");
  return typeof date === "string" ? undefined : { text, first: date.first, last: date.last };
}
