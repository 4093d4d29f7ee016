// Sightings of places, held against the spans of these and against the records that tell of them.
import { type Day, printDay } from "#model/time/day.ts";
import { momentSpan, type Span } from "#model/time/span.ts";
import type { PackageTables } from "../read/data-package.ts";
import type { Phrase } from "../refusal/refusal.ts";
import type { Report } from "../report.ts";
import { lastingSpan, sightingDays } from "../spans.ts";
import type { Row } from "../tables.ts";
import { type Days, printDays } from "./period-days.ts";
import { gapTo } from "./presence.ts";

export type AttestationCheck = {
  readonly event: (row: Row<"events">, span: Span) => void;
  readonly tables: (tables: PackageTables) => void;
};

/** The checks, for a package with these sightings. */
export function attestationCheck(
  { attestations, places }: Pick<PackageTables, "attestations" | "places">,
  timeZone: string,
  report: Report,
): AttestationCheck {
  const days = new Map<string, Days>();
  const ofEvents = new Map<string, Row<"attestations">[]>();
  for (const row of attestations) {
    const { earliest, latest } = sightingDays(row.values, timeZone);
    days.set(row.values.id, [earliest, latest]);
    const { event_id: event } = row.values;
    if (event !== null) ofEvents.set(event, [...(ofEvents.get(event) ?? []), row]);
  }
  const daysOf = ({ values }: Row<"attestations">) => days.get(values.id) ?? [null, null];
  const holdAgainst = (row: Row<"attestations">, column: "event_id" | "count_id", span: Span) => {
    if (!gapTo(span, daysOf(row))) return;
    const of = printDays([span.startEarliest, span.endLatest]);
    const got = ["sighting-apart", printDays(daysOf(row)), row.values[column] ?? "", of] as const;
    report.problem("attestations", row.line, column, got, ["record-of-same-days"]);
  };
  return {
    event: ({ values }, span) => {
      for (const row of ofEvents.get(values.id) ?? []) holdAgainst(row, "event_id", span);
    },
    tables: ({ counts }) => {
      const spans = new Map(places.map(({ values }) => [values.id, lastingSpan(values, timeZone)]));
      const counted = new Map(
        counts.map(({ values }) => [
          values.id,
          momentSpan(values.date_earliest, values.date_latest),
        ]),
      );
      for (const row of attestations) {
        checkOrder(row, report);
        const span = spans.get(row.values.place_id);
        const contradiction = span && contradictionOf(row.values.state, span, daysOf(row));
        if (contradiction) {
          const { place_id: place, state } = row.values;
          const got = ["state-on", state, printDays(daysOf(row)), place] as const;
          report.problem("attestations", row.line, "state", got, contradiction);
        }
        const count = counted.get(row.values.count_id ?? "");
        if (count) holdAgainst(row, "count_id", count);
      }
    },
  };
}

function checkOrder({ line, values }: Row<"attestations">, report: Report): void {
  const { earliest, latest } = values;
  if (earliest === null || latest === null || earliest <= latest) return;
  const allowed = ["day-from", "earliest", printDay(earliest)] as const;
  report.problem("attestations", line, "latest", ["written", printDay(latest)], allowed);
}

/** What would fit the span, where a sighting cannot be true of any place with it. */
export function contradictionOf(
  state: Row<"attestations">["values"]["state"],
  span: Span,
  [from, until]: Days,
): Phrase | undefined {
  const isBefore = (day: Day | null, other: Day | null) =>
    day !== null && other !== null && day < other;
  if (state === "open")
    return gapTo(span, [from, until])
      ? ["days-of-span", printDays([span.startEarliest, span.endLatest])]
      : undefined;
  if (state === "closed") {
    // On its last day a place may be there and be closed.
    const end = span.endEarliest ?? span.startEarliest;
    return isBefore(until, end) ? ["day-it-was-there-to", printDay(end as Day)] : undefined;
  }
  const start = span.startLatest ?? span.endLatest;
  return isBefore(start, from) ? ["day-it-was-there-from", printDay(start as Day)] : undefined;
}
