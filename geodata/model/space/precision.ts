// What a length may say of itself: never more than the position that it is measured from is known to.

/** Radii in metres from each of which on a length has one decimal less, as `metre_decimals` of the database has them. */
const STEPS = [0.1, 1, 10, 100, 1000, 10_000, 100_000];
const FINEST = 3;

/**
 * Decimals of metres that a precision bears: the last digit is worth at most a tenth of the radius; below nought it is
 * that of the tens, the hundreds and so on. Three where nothing is said of the precision (null or 0).
 */
export function metreDecimals(precisionM: number | null): number {
  return FINEST - STEPS.filter((step) => (precisionM ?? 0) >= step).length;
}

/** A distance in metres as it is published: in whole metres, or as much coarser as the position's precision asks for. */
export function publishedDistance(metres: number, precisionM: number | null): number {
  const unit = 10 ** Math.max(0, -metreDecimals(precisionM));
  return Math.round(metres / unit) * unit;
}
