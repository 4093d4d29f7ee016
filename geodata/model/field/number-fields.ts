// Fields that hold numbers, days and instants.
import { type Instant, isInstant } from "../time/clock-time.ts";
import { type Day, parseDay } from "../time/day.ts";
import { parseNumber, withDecimalPoint } from "../words/number.ts";
import { type Field, field, type Options } from "./field.ts";

const numberBetween = (
  type: "integer" | "number",
  minimum: number,
  maximum: number,
  means: string,
  options?: Options,
): Field<number | null> => ({
  ...field(
    type,
    means,
    `${type === "integer" ? "a whole number" : "a number"} from ${minimum} to ${maximum}`,
    (cell) => {
      const value = parseNumber(cell.trim());
      const fits = value !== undefined && value >= minimum && value <= maximum;
      return fits && (type === "number" || Number.isInteger(value)) ? value : undefined;
    },
    options,
  ),
  refusal: withPoint,
});

/** What a number with a decimal comma would be with a point. */
function withPoint(cell: string): string | undefined {
  const pointed = withDecimalPoint(cell);
  return pointed === cell ? undefined : `${pointed.trim()}, with a point`;
}

/**
 * Longitudes or latitudes in degrees: one or, of several points, each. A comma can only be a decimal one here: no degrees
 * have thousands.
 */
export function degrees(
  limit: 90 | 180,
  means: string,
  options?: Options,
): Field<readonly number[] | null> {
  const one = numberBetween("number", -limit, limit, means, options);
  return {
    ...field(
      "number",
      means,
      `${one.allowed}, or several with semicolons between them`,
      (cell) => {
        // As most are written.
        const only = one.parse(cell);
        if (typeof only === "number") return [only];
        const values = cell.split(";").map((own) => one.parse(withDecimalPoint(own)));
        return values.every((value) => typeof value === "number") ? values : undefined;
      },
      options,
    ),
    refusal: (cell) => whole(withDecimalPoint(cell), limit),
  };
}

/** What a position is that is no number of degrees, or that only the other number of it can be. */
function whole(cell: string, limit: 90 | 180): string | undefined {
  if (/[°º'′"″NSEWO]/i.test(cell)) return "in degrees with decimals, such as 50.9513 or -1.8587";
  const size = Math.abs(parseNumber(cell.trim()) ?? 0);
  return limit === 90 && size > 90 && size <= 180
    ? "a latitude (this may be the longitude: are the two columns exchanged?)"
    : undefined;
}

/** A length on the ground, to half way round the Earth. */
export const metres = (means: string, options?: Options) =>
  numberBetween("number", 0, 20_037_508, means, { ...options, unit: "m" });

/** How many there are of something, or which one in a row. */
export const count = (means: string, options?: Options) =>
  numberBetween("integer", 0, 2_147_483_647, means, options);

export const zoom = (means: string) => numberBetween("number", 0, 24, means);

export const day = (means: string, options?: Options): Field<Day | null> =>
  field("day", means, "a day written YYYY-MM-DD", parseDay, options);

/** A day with a time of day, as RFC 3339 writes it. */
export const instant = (means: string, options?: Options): Field<Instant | null> =>
  field(
    "instant",
    means,
    "a day with a time of day and an offset, such as 2014-05-28T10:30:00+02:00",
    (cell) => (isInstant(cell) ? cell : undefined),
    options,
  );
