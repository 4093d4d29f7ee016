// Days as PostgreSQL writes them: before the year 1 it counts back from it, without a year 0 (0044-03-15 BC).
import { type SQL, sql } from "drizzle-orm";
import { customType } from "drizzle-orm/pg-core";
import { type Day, parseDay, printDay } from "#model/time/day.ts";

/** A day, written as the model prints it, in the text of PostgreSQL. */
export function dateText(printed: string): string {
  const [, sign, digits = "", rest = ""] = /^(-?)(\d+)(-.*)$/.exec(printed) ?? [];
  const year = Number(digits);
  if (sign !== "-" && year !== 0) return printed;
  return `${String(year + 1).padStart(4, "0")}${rest} BC`;
}

/** The text of a `date` as PostgreSQL gives it, as the model prints a day. */
export function printedDay(dateText: string): string {
  if (!dateText.endsWith(" BC")) return dateText;
  const [, digits = "", rest = ""] = /^(\d+)(-.*) BC$/.exec(dateText) ?? [];
  const year = Number(digits) - 1;
  return `${year === 0 ? "" : "-"}${String(year).padStart(4, "0")}${rest}`;
}

/** A column of days. */
export const day = customType<{ data: Day; driverData: string }>({
  dataType: () => "date",
  toDriver: textOfDay,
  fromDriver: (text) => {
    const parsed = parseDay(printedDay(text));
    if (parsed === undefined) throw new Error(`the database gave ${text} where a day was expected`);
    return parsed;
  },
});

/** A day in the text of PostgreSQL. */
export function textOfDay(day: Day): string {
  return dateText(printDay(day));
}

/** A day as a value of a statement. */
export function dayValue(day: Day): SQL {
  return sql`${textOfDay(day)}::date`;
}

/** An instant, in milliseconds since 1970-01-01T00:00:00Z, as a value of a statement. */
export function instantValue(instant: number): SQL {
  return sql`to_timestamp(${instant / 1000}::double precision)`;
}
