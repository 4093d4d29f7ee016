import type { Day } from "#model/time/day.ts";

/** What the two dates are called that are compared: A is the earlier. */
export type DateLetter = "A" | "B";

/** The letter of a day beside another; of the day shown on one and the same day it is B. */
export const letterOf = (day: Day, other: Day, isShown: boolean): DateLetter =>
  day < other || (day === other && !isShown) ? "A" : "B";
