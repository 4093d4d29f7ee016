// How exactly a position is known, in words: the radius that each of them stands for. They are conventions, and generous.

export const PRECISION_WORDS = [
  ...(["exact", "street", "neighbourhood", "village", "town", "city"] as const),
  ...(["district", "region", "country"] as const),
] as const;
export type PrecisionWord = (typeof PRECISION_WORDS)[number];

/** Metres within which the true place lies. */
export const METRES_OF: Readonly<Record<PrecisionWord, number>> = {
  exact: 10,
  street: 100,
  neighbourhood: 500,
  village: 1000,
  town: 3000,
  city: 10_000,
  district: 25_000,
  region: 100_000,
  country: 500_000,
};
