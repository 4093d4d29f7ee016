export const POSITION_BASES = ["measured", "constrained", "estimated"] as const;
/** What a position rests on: a data set, bounds read from texts, or general knowledge. */
export type PositionBasis = (typeof POSITION_BASES)[number];

/** How well a position is known. */
export type PositionQuality = {
  /** Radius in metres inside which the true place is expected; 0 when nothing says. */
  readonly precisionM: number;
  readonly basis: PositionBasis;
  /** What the position rests on, in English. */
  readonly note: string | null;
};

export const DISCLOSURES = ["exact", "100m", "1km", "hidden"] as const;
/** How much of a position the public may see; the public geometry is derived in the database. */
export type Disclosure = (typeof DISCLOSURES)[number];

/** Metres in one degree of a meridian, rounded; enough to choose a number of decimals. */
const METRES_PER_DEGREE = 111_000;
const MOST_DECIMALS = 7;
const FEWEST_DECIMALS = 1;

/**
 * How many decimals of a degree a coordinate with this precision bears: the last one is worth about a tenth of the
 * radius, so that rounding never moves a point noticeably and never pretends to more.
 */
export function coordinateDecimals(precisionM: number): number {
  if (precisionM <= 0) return MOST_DECIMALS;
  const decimals = Math.ceil(Math.log10(METRES_PER_DEGREE / (precisionM / 10)));
  return Math.min(MOST_DECIMALS, Math.max(FEWEST_DECIMALS, decimals));
}
