// The four days of a row. A table that brings the columns has said all it knows; one that does not gets the days
// that its EDTF texts support.

import { printInstant } from "#model/time/clock-time.ts";
import type { Day } from "#model/time/day.ts";
import { type Edtf, instantsOfEdtf, parseEdtf, spanOfEdtf } from "#model/time/edtf.ts";
import { isOrdered, momentSpan, type Span } from "#model/time/span.ts";

type SpanDays = {
  readonly start_earliest: Day | null;
  readonly start_latest: Day | null;
  readonly end_earliest: Day | null;
  readonly end_latest: Day | null;
};

export const isBare = (days: SpanDays) =>
  days.start_earliest === null &&
  days.start_latest === null &&
  days.end_earliest === null &&
  days.end_latest === null;

const spanOf = (days: SpanDays): Span => ({
  startEarliest: days.start_earliest,
  startLatest: days.start_latest,
  endEarliest: days.end_earliest,
  endLatest: days.end_latest,
});

/** The span of something with a start and an end. */
export function lastingSpan(
  row: SpanDays & { readonly start_edtf: string | null; readonly end_edtf: string | null },
  timeZone: string,
): Span {
  if (!isBare(row)) return spanOf(row);
  const start = spanOfText(row.start_edtf, timeZone);
  const end = spanOfText(row.end_edtf, timeZone);
  return {
    startEarliest: start.startEarliest,
    startLatest: start.startLatest,
    endEarliest: end.endEarliest,
    endLatest: end.endLatest,
  };
}

/**
 * The span of something without an end of which its sources say that it is still there: attested to the last day of the
 * period. Without those words an open end says only that nobody knows of one.
 */
export function stillThere(span: Span, endReason: string | null, lastDay: Day | null): Span {
  const isOpen = span.endEarliest === null && span.endLatest === null;
  if (endReason !== "still-there" || !isOpen) return span;
  const attested = { ...span, endEarliest: lastDay };
  return isOrdered(attested) ? attested : span;
}

/** The span of something told by one EDTF text. */
export function eventSpan(row: SpanDays & { readonly edtf: string }, timeZone: string): Span {
  return isBare(row) ? spanOfText(row.edtf, timeZone) : spanOf(row);
}

const NO_CLOCK = { startTime: null, endTime: null };

/** When an event began and ended by the clock: null where its text says no time of day, or RFC 3339 has no such year. */
export function eventClock({ edtf: text }: { readonly edtf: string }, timeZone: string) {
  const edtf = text.includes("T") ? parseEdtf(text, timeZone) : undefined;
  if (!edtf) return NO_CLOCK;
  const [startTime, endTime] = instantsOfEdtf(edtf).map((instant) =>
    instant === null ? null : printInstant(instant, timeZone),
  );
  return { startTime: startTime ?? null, endTime: endTime ?? null };
}

/** The span of a movement: it took place on some day between the two. */
export function movementSpan(
  row: {
    readonly edtf: string;
    readonly start_earliest: Day | null;
    readonly start_latest: Day | null;
  },
  timeZone: string,
): Span {
  const { start_earliest: earliest, start_latest: latest } = row;
  return earliest === null && latest === null
    ? spanOfText(row.edtf, timeZone)
    : momentSpan(earliest, latest);
}

type Sighting = {
  readonly edtf: string;
  readonly earliest: Day | null;
  readonly latest: Day | null;
};

/** The days of which a sighting may be: those of its row or, where it has none, of its text. */
export function sightingDays({ earliest, edtf, latest }: Sighting, timeZone: string) {
  if (earliest !== null || latest !== null) return { earliest, latest };
  const { endLatest, startEarliest } = spanOfText(edtf, timeZone);
  return { earliest: startEarliest, latest: endLatest };
}

function spanOfText(text: string | null, timeZone: string): Span {
  const edtf: Edtf | undefined = text === null ? undefined : parseEdtf(text, timeZone);
  return edtf ? spanOfEdtf(edtf) : momentSpan(null, null);
}
