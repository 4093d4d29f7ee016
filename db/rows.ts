// Where database rows become values of the model.
import { type Day, parseDay } from "#model/day.ts";
import type { Localized } from "#model/language.ts";
import type { PositionBasis, PositionQuality } from "#model/position.ts";
import type { Span } from "#model/span.ts";

/** A `date` that the database holds; it cannot be anything but a day. */
export function toDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`the database gave ${text} where a day was expected`);
  return day;
}

/** A nullable `date`. */
function toDayOrNull(text: string | null): Day | null {
  return text === null ? null : toDay(text);
}

type SpanRow = Readonly<
  Record<"startEarliest" | "startLatest" | "endEarliest" | "endLatest", string | null>
>;

export function toSpan(row: SpanRow): Span {
  return {
    startEarliest: toDayOrNull(row.startEarliest),
    startLatest: toDayOrNull(row.startLatest),
    endEarliest: toDayOrNull(row.endEarliest),
    endLatest: toDayOrNull(row.endLatest),
  };
}

export function toLocalized(en: string, fr: string): Localized {
  return { en, fr };
}

export function toQuality(row: {
  readonly precisionM: number | null;
  readonly positionBasis: PositionBasis | null;
  readonly positionNote?: string | null;
}): PositionQuality {
  return {
    precisionM: row.precisionM ?? 0,
    basis: row.positionBasis ?? "estimated",
    note: row.positionNote ?? null,
  };
}
