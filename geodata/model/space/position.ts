export const POSITION_BASES = ["measured", "constrained", "estimated", "unstated"] as const;
/** What a position rests on: a data set, bounds read from texts, or general knowledge; or nothing says what. */
export type PositionBasis = (typeof POSITION_BASES)[number];

/** How well a position is known. */
export type PositionQuality = {
  /** Radius in metres inside which the true place is expected; 0 when nothing says. */
  readonly precisionM: number;
  readonly basis: PositionBasis;
};

export const DISCLOSURES = ["exact", "100m", "1km", "hidden"] as const;
/**
 * How much of a position the public may see, from the most open to the strictest. A record whose position is hidden is
 * there like any other, with its names, dates and numbers. The public geometry is derived in the database.
 */
export type Disclosure = (typeof DISCLOSURES)[number];

export const PROTECTIONS = [...DISCLOSURES, "withheld"] as const;
/** What a publisher asks for: a disclosure, or that the record is not published at all, nor what refers to it. */
export type Protection = (typeof PROTECTIONS)[number];

/** The strictest of what is asked for; exact where nothing is. */
export function strictest(...asked: readonly (Protection | null | undefined)[]): Protection {
  const ranks = asked.map((level) => (level ? PROTECTIONS.indexOf(level) : 0));
  return PROTECTIONS[Math.max(0, ...ranks)] ?? "exact";
}
