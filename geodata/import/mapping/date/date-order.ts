// In which order day and month stand, and what bare numbers are: decided by the whole column, or left open, to be asked.
import type { SourceTable } from "../../source/source-table.ts";
import type { DateMapping, NumberDates } from "../mapping.ts";
import { MIDNIGHT } from "./read-date.ts";

const TWO_AND_YEAR = /^\D*?(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;

/** What the cells of a column tell of the order of its dates. */
export type DateEvidence = {
  /** Cells that are a date only with the day first, and only with the month first. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** Cells that can be either, and mean another day then. */
  readonly either: number;
  readonly shortYears: number;
  /** Cells that are nothing but a number, those of four digits aside, which are years. */
  readonly numbers: number;
  readonly filled: number;
};

/** Gathers what the cells of one column tell. */
export class DateOrderSurvey {
  #midnights = 0;
  #otherTimes = 0;
  readonly #counts = {
    dayFirst: 0,
    monthFirst: 0,
    either: 0,
    shortYears: 0,
    numbers: 0,
    filled: 0,
  };
  #smallest = Number.POSITIVE_INFINITY;
  #largest = Number.NEGATIVE_INFINITY;

  add(cell: string): void {
    if (cell === "") return;
    this.#counts.filled += 1;
    if (MIDNIGHT.test(cell)) this.#midnights += 1;
    else if (/\d[T ]\d{1,2}:\d/.test(cell)) this.#otherTimes += 1;
    if (/^\d{5,}(?:\.\d+)?$/.test(cell)) {
      this.#counts.numbers += 1;
      this.#smallest = Math.min(this.#smallest, Number(cell));
      this.#largest = Math.max(this.#largest, Number(cell));
      return;
    }
    const [, first, , second, year = ""] = TWO_AND_YEAR.exec(cell) ?? [];
    if (first === undefined || second === undefined) return;
    const [a, b] = [Number(first), Number(second)];
    if (year.length === 2) this.#counts.shortYears += 1;
    if (a > 12 && b <= 12) this.#counts.dayFirst += 1;
    else if (b > 12 && a <= 12) this.#counts.monthFirst += 1;
    else if (a !== b) this.#counts.either += 1;
  }

  get evidence(): DateEvidence {
    return this.#counts;
  }

  /** What of the mapping of a date the column decides; null where it is open, or there is nothing to decide. */
  get decided(): Pick<DateMapping, "order" | "numbers" | "midnight"> {
    const { dayFirst, monthFirst } = this.#counts;
    const order = dayFirst === monthFirst ? null : dayFirst > monthFirst ? "dmy" : "mdy";
    const midnight = this.#midnights > 0 && this.#otherTimes === 0 ? "none" : "time";
    return { order, numbers: this.#numbers(), midnight };
  }

  /** Days since 1900 have five digits, seconds since 1970 ten, milliseconds thirteen; eight are a date. */
  #numbers(): NumberDates | null {
    if (this.#counts.numbers === 0) return null;
    const within = (from: number, to: number) => this.#smallest >= from && this.#largest < to;
    if (within(10_000, 100_000)) return "excel";
    if (within(1e9, 1e10)) return "seconds";
    return within(1e11, 1e13) ? "milliseconds" : null;
  }
}

/** Reads a whole column for what it decides: of one that was chosen by hand. */
export async function surveyDates(table: SourceTable, column: string): Promise<DateOrderSurvey> {
  const survey = new DateOrderSurvey();
  const at = table.columns.indexOf(column);
  for await (const rows of table.rows()) for (const { cells } of rows) survey.add(cells[at] ?? "");
  return survey;
}
