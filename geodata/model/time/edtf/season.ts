/** A part of a year that ISO 8601-2 has a code for: its first month, and how many months it lasts. */
export type Season = {
  readonly firstMonth: number;
  readonly months: number;
  /** Called by a season's name in the northern hemisphere; the others are called by their months. */
  readonly isNamed: boolean;
};

const part = (firstMonth: number, months: number, isNamed = false): Season => ({
  firstMonth,
  months,
  isNamed,
});

/**
 * The codes of ISO 8601-2, 4.8. 21–24 are spring to winter wherever that is, and are read as in the northern
 * hemisphere; 25–28 say northern, 29–32 southern. A winter (in the south a summer) begins in the December of its year.
 */
const SEASONS: Readonly<Record<number, Season>> = {
  21: part(3, 3, true),
  22: part(6, 3, true),
  23: part(9, 3, true),
  24: part(12, 3, true),
  25: part(3, 3, true),
  26: part(6, 3, true),
  27: part(9, 3, true),
  28: part(12, 3, true),
  29: part(9, 3),
  30: part(12, 3),
  31: part(3, 3),
  32: part(6, 3),
  33: part(1, 3),
  34: part(4, 3),
  35: part(7, 3),
  36: part(10, 3),
  37: part(1, 4),
  38: part(5, 4),
  39: part(9, 4),
  40: part(1, 6),
  41: part(7, 6),
};

/** The part of the year with this code, if there is one. */
export function seasonOf(code: number): Season | undefined {
  return SEASONS[code];
}
