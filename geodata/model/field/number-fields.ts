// Fields that hold numbers, days and instants.
import { type Instant, isInstant } from "../time/clock-time.ts";
import { type Day, parseDay } from "../time/day.ts";
import { type Field, field, type Options } from "./field.ts";

const numberBetween = (
  type: "integer" | "number",
  minimum: number,
  maximum: number,
  means: string,
  options?: Options,
) =>
  field(
    type,
    means,
    `${type === "integer" ? "a whole number" : "a number"} from ${minimum} to ${maximum}`,
    (cell) => {
      const value = Number(cell);
      const fits = Number.isFinite(value) && value >= minimum && value <= maximum;
      return fits && (type === "number" || Number.isInteger(value)) ? value : undefined;
    },
    options,
  );

/** Longitude or latitude in degrees. */
export const degrees = (limit: 90 | 180, means: string, options?: Options) =>
  numberBetween("number", -limit, limit, means, options);

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
