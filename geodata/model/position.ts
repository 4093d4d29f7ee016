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
