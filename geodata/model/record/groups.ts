// Members that several record types have.

import type { Field } from "../field/field.ts";
import { required } from "../field/field.ts";
import { cited, group, optionalGroup } from "../field/member.ts";
import { day, instant, metres } from "../field/number-fields.ts";
import { choice, list, slug } from "../field/text-fields.ts";
import { POSITION_BASES } from "../space/position.ts";
import type { Day } from "../time/day.ts";

export const ID = required(slug("Stable identifier; the same record keeps it in every version."));

export const THE_PLACE = slug("The place that the record is about.", { references: ["places"] });

export const EDTF_MEANS = "as exactly as it is known (EDTF, ISO 8601-2).";

/** The four days of the time rule (`Span`). */
export const SPAN = group({
  startEarliest: ["start_earliest", day("First day on which it may have begun; null: unbounded.")],
  startLatest: ["start_latest", day("Last day on which it may have begun; null: not attested.")],
  endEarliest: ["end_earliest", day("First day on which it may have ended; null: not attested.")],
  endLatest: ["end_latest", day("Last day on which it may have ended; null: unbounded.")],
});

/** When it began and ended by the clock, where a time of day is known. */
export const CLOCK = group({
  startTime: [
    "start_time",
    instant(
      "When it began, by the clock of {zone}; null: no time of day is said. Of the minute alone where edtf has no seconds.",
    ),
  ],
  endTime: [
    "end_time",
    instant(
      "When it ended, by the clock of {zone}; the same as start_time where edtf says one time; null: no time of day is said.",
    ),
  ],
});

const PRECISION = metres(
  "Radius in which the true position lies; null where no position is published.",
);
const BASIS = choice(POSITION_BASES, "What the position rests on.");

/** How well a position is known (`PositionQuality`). */
export const QUALITY = group({
  precisionM: ["precision_m", required(PRECISION)],
  basis: ["position_basis", required(BASIS)],
});

const inOptionalColumn = <Of extends Field>(field: Of): Of => ({ ...field, optionalColumn: true });

/** The same of a record that need not have a position, nor its file the columns. */
export const OPTIONAL_QUALITY = optionalGroup({
  precisionM: ["precision_m", inOptionalColumn(PRECISION)],
  basis: ["position_basis", inOptionalColumn(BASIS)],
});

/** A stretch of days (`Window`); the last is not included. */
export const stretch = <const From extends string, const Until extends string>(
  from: readonly [column: From, field: Field<Day>],
  until: readonly [column: Until, field: Field<Day>],
) => group({ from, until });

export const SOURCE_IDS = list("The sources, by their ids in the collection sources.", {
  references: ["sources"],
});

/** The sources of a record, which are stored as citations. */
export const CITED_SOURCES = cited(SOURCE_IDS);

export const PEOPLE_MEANS = {
  low: "Lowest number of people concerned.",
  high: "Highest number of people concerned.",
  note: "What the number of people means and who gives it.",
} as const;
