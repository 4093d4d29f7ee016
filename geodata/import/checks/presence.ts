// Counts, events, deaths and movements held against the spans of the places that they name.
import type { Span } from "#model/time/span.ts";
import type { PackageTables } from "../read/data-package.ts";
import { inEnglish } from "../refusal/refusal.ts";
import type { Report } from "../report.ts";
import { lastingSpan, movementSpan } from "../spans.ts";
import type { Row, TableName } from "../tables.ts";
import { type Days, printDays } from "./period-days.ts";

/** By how many days something lies wholly outside the possible span of a place, on which side. */
type Gap = { readonly side: "before" | "after"; readonly days: number };

/** Null when it may have been there, or nothing is known of one side. */
export function gapTo({ startEarliest, endLatest }: Span, [from, until]: Days): Gap | null {
  if (until !== null && startEarliest !== null && until < startEarliest)
    return { side: "before", days: startEarliest - until };
  if (from !== null && endLatest !== null && from > endLatest)
    return { side: "after", days: from - endLatest };
  return null;
}

export type PresenceCheck = {
  readonly event: (row: Row<"events">, span: Span) => void;
  readonly tables: (tables: PackageTables) => void;
};

/**
 * The checks, for a package with these places. People who live at a place that was not there are a contradiction, and
 * so are people who come to it, or leave it before it was: problems. An event may announce a place or look back at it,
 * beds may be counted before they are slept in, and people may be moved on after a place was cleared: notices.
 */
export function presenceCheck(
  places: PackageTables["places"],
  timeZone: string,
  report: Report,
): PresenceCheck {
  const spans = new Map(places.map(({ values }) => [values.id, lastingSpan(values, timeZone)]));
  const hold = (
    table: TableName,
    line: number,
    name: string,
    placeId: string,
    days: Days,
    isProblem: (gap: Gap) => boolean,
  ) => {
    const span = spans.get(placeId);
    const gap = span && gapTo(span, days);
    if (!gap) return;
    const { days: distance, side } = gap;
    const got = ["days-at", printDays(days), placeId, distance, side] as const;
    const there = printDays([span.startEarliest, span.endLatest]);
    if (isProblem(gap)) report.problem(table, line, name, got, ["days-of-span", there]);
    else report.notice("presence", table, line, name, `${inEnglish(got)} (${there})`);
  };
  return {
    event: ({ line, values }, { startEarliest, endLatest }) => {
      if (values.place_id === null) return;
      const days: Days = [startEarliest, endLatest];
      hold("events", line, "place_id", values.place_id, days, () => false);
    },
    tables: ({ counts, deaths, movements }) => {
      for (const { line, values } of counts) {
        const days: Days = [values.date_earliest, values.date_latest];
        hold("counts", line, "place_id", values.place_id, days, () => areThere(values));
      }
      for (const { line, values } of deaths) {
        const days: Days = [values.date_earliest, values.date_latest];
        hold("deaths", line, "place_id", values.place_id, days, () => false);
      }
      for (const { line, values } of movements) {
        const { startEarliest, endLatest } = movementSpan(values, timeZone);
        const days: Days = [startEarliest, endLatest];
        const isEarly = ({ side }: Gap) => side === "before";
        hold("movements", line, "from_id", values.from_id, days, isEarly);
        hold("movements", line, "to_id", values.to_id, days, () => true);
      }
    },
  };
}

/** True when the claim says that somebody lived there; that nobody did may well be said of a place that is gone. */
function areThere({ best, high, low, measure }: Row<"counts">["values"]): boolean {
  return measure.startsWith("present") && [low, best, high].some((number) => (number ?? 0) > 0);
}
