// The period that the descriptor declares, held against itself and against the rows.

import { quote } from "#model/problem.ts";
import { addDays, type Day, parseDay } from "#model/time/day.ts";
import { momentSpan, possiblyIn, type Span, type Window } from "#model/time/span.ts";
import { DESCRIPTOR_FILE, type Descriptor } from "../descriptor.ts";
import type { Findings } from "../findings.ts";
import type { PackageTables } from "../read-package.ts";
import type { Report } from "../report.ts";
import { lastingSpan, movementSpan } from "../spans.ts";
import type { Row, TableName } from "../tables.ts";
import { type Period, printDays } from "./period-days.ts";

/** The days of a descriptor that was read, in which every day is one. */
export function periodOf({ rocade }: Descriptor): Period {
  const dayOf = (text: string) => parseDay(text) ?? (0 as Day);
  return { first: dayOf(rocade.firstDay), last: dayOf(rocade.lastDay), timeZone: rocade.timeZone };
}

/** The period ends on its first day or later, and the map opens on a day of it. */
export function checkPeriod(descriptor: Descriptor, { problem }: Findings): void {
  const { firstDay, lastDay, openingDay } = descriptor.rocade;
  const { first, last } = periodOf(descriptor);
  const opening = parseDay(openingDay);
  const where = { file: DESCRIPTOR_FILE, line: null };
  if (last < first) {
    const allowed = `a day not before rocade.firstDay, ${firstDay}`;
    problem({ ...where, name: "rocade.lastDay", got: quote(lastDay), allowed });
  } else if (opening === undefined || opening < first || opening > last) {
    const allowed = `a day of the period ${printDays([first, last])}`;
    problem({ ...where, name: "rocade.openingDay", got: quote(openingDay), allowed });
  }
}

export type PeriodCheck = {
  readonly event: (row: Row<"events">, span: Span) => void;
  readonly tables: (tables: PackageTables) => void;
};

/** Tells what lies wholly outside the period: it is in the data, and no date of the map shows it. */
export function periodCheck(period: Period, report: Report): PeriodCheck {
  const window: Window = { from: period.first, until: addDays(period.last, 1) };
  const isReversed = period.last < period.first;
  const hold = (table: TableName, line: number, name: string, span: Span) => {
    if (isReversed || possiblyIn(span, window)) return;
    const got = `${printDays([span.startEarliest, span.endLatest])}, outside the period`;
    const allowed = `days of ${printDays([period.first, period.last])}, which the map can show`;
    report.notice("period", table, line, name, got, allowed);
  };
  return {
    event: ({ line }, span) => hold("events", line, "edtf", span),
    tables: ({ counts, deaths, movements, phases, places, shapes, story }) => {
      for (const { line, values } of places)
        hold("places", line, "start_earliest … end_latest", lastingSpan(values, period.timeZone));
      for (const { line, values } of shapes)
        hold("shapes", line, "start_earliest … end_latest", lastingSpan(values, period.timeZone));
      for (const { line, values } of movements)
        hold("movements", line, "edtf", movementSpan(values, period.timeZone));
      for (const { line, values } of counts)
        hold("counts", line, "date_edtf", momentSpan(values.date_earliest, values.date_latest));
      for (const { line, values } of deaths)
        hold("deaths", line, "date_edtf", momentSpan(values.date_earliest, values.date_latest));
      for (const { line, values } of phases)
        hold("phases", line, "start", momentSpan(values.start, addDays(values.end, -1)));
      for (const { line, values } of story)
        hold("story", line, "date", momentSpan(values.date, values.date));
    },
  };
}
