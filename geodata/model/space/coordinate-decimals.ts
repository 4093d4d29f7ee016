/** Radii in metres from each of which on a coordinate has one decimal less, as `coordinate_decimals` of the database has them. */
const STEPS = [1.11, 11.1, 111, 1110, 11_100, 111_000];
const FINEST = 7;

/** Decimals of degrees that a precision bears: seven where nothing is said of it (null or 0). */
export function coordinateDecimals(precisionM: number | null): number {
  return FINEST - STEPS.filter((step) => (precisionM ?? 0) >= step).length;
}
