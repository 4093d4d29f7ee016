import type { Moment } from "../clock-time.ts";
import type { Day } from "../day.ts";
import type { MarkedPart, Marks } from "./marks.ts";

/**
 * How finely an EDTF date is given. `months` is a part of the year that is called by its months, `any` a date whose
 * year is not known at all, `stretch` one between two days that no unit of the calendar has.
 */
export type Unit =
  | "day"
  | "month"
  | "season"
  | "months"
  | "year"
  | "decade"
  | "century"
  | "millennium"
  | "any"
  | "stretch";

/** One EDTF date (ISO 8601-2): the days it covers, how finely it was given, and what it says of its own certainty. */
export type EdtfDate = Marks & {
  readonly kind: "date";
  readonly unit: Unit;
  /** The first and the last day that the digits cover. */
  readonly first: Day;
  readonly last: Day;
  /** The same with what the marks add on either side: equal to the former where there are none. */
  readonly earliest: Day;
  readonly latest: Day;
  /** Empty where the marks are said of the whole date. */
  readonly markedParts: readonly MarkedPart[];
  /** What a time of day means; undefined where none is said. */
  readonly moment?: Moment;
};

const NO_PARTS: readonly MarkedPart[] = [];

/** A date without marks. */
export function plainDate(unit: Unit, first: Day, last: Day): EdtfDate {
  return {
    kind: "date",
    unit,
    first,
    last,
    earliest: first,
    latest: last,
    approximate: false,
    uncertain: false,
    markedParts: NO_PARTS,
  };
}
