// What a position may say of itself, worked out apart from the database: the last digit is worth a tenth of the radius
// or less, but no less than it needs to be.
import type { Feature } from "geojson";
import type { Crs } from "#model/space/crs.ts";
import { positionsOf } from "#model/space/geometry.ts";

const METRES_OF_A_DEGREE = 111_000;

/** Decimals of a coordinate (negative: of tens, hundreds …) with a precision in metres, in degrees or metres. */
export function borneDecimals(precisionM: number | null | undefined, unit: "degree" | "metre") {
  const [metres, finest, coarsest] =
    unit === "degree" ? [METRES_OF_A_DEGREE, 7, 1] : [1, 3, Number.NEGATIVE_INFINITY];
  if (!precisionM) return finest;
  for (let decimals = finest; decimals > coarsest; decimals--)
    if (metres * 10 ** -(decimals - 1) > precisionM / 10) return decimals;
  return coarsest;
}

/** The coordinates of a feature that are more exact than its precision bears. */
export function tooExact(feature: Feature, { srid }: Pick<Crs, "srid">): number[] {
  const decimals = borneDecimals(
    feature.properties?.precision_m,
    srid === 4326 ? "degree" : "metre",
  );
  const isBorne = (value: number) =>
    decimals >= 0
      ? Number(value.toFixed(decimals)) === value
      : Math.abs(value % 10 ** -decimals) === 0;
  if (!feature.geometry) return [];
  return positionsOf(feature.geometry)
    .flatMap((position) => position.slice(0, 2))
    .filter((value) => !isBorne(value));
}
