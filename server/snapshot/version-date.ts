import type { Dataset } from "#model/dataset/dataset.ts";
import { printDay } from "#model/time/day.ts";

/** ZIP knows no earlier and no later one (APPNOTE 4.4.6). */
const [EARLIEST, LATEST] = [Date.UTC(1980, 0, 1), Date.UTC(2107, 11, 31)];

/**
 * The instant that files carry as that of their making: when the publisher made the version, else the last day of the
 * data. Not when this service loaded or drew it, so that every service writes the same bytes.
 */
export function dateOfVersion({ meta }: Pick<Dataset, "meta">): Date {
  const made = Date.parse(meta.version.created ?? `${printDay(meta.lastDay)}T00:00:00Z`);
  return new Date(Math.min(Math.max(Number.isNaN(made) ? EARLIEST : made, EARLIEST), LATEST));
}

/** The date whose local clock shows what the instant is in UTC: ZIP keeps local time, of whatever zone. */
export function asLocalTime(instant: Date): Date {
  return new Date(
    instant.getUTCFullYear(),
    instant.getUTCMonth(),
    instant.getUTCDate(),
    instant.getUTCHours(),
    instant.getUTCMinutes(),
    instant.getUTCSeconds(),
  );
}
