// The period that the descriptor declares, held against itself and against the rows.

import type { Declared } from "#model/dataset/declared.ts";
import { addDays, printDay } from "#model/time/day.ts";
import { momentSpan, possiblyIn, type Span, type Window } from "#model/time/span.ts";
import type { Findings } from "../findings.ts";
import type { PackageTables } from "../read/data-package.ts";
import { DESCRIPTOR_FILE } from "../read/descriptor.ts";
import type { Report } from "../report.ts";
import { lastingSpan, movementSpan, sightingDays } from "../spans.ts";
import type { Row, TableName } from "../tables.ts";
import { type Period, printDays } from "./period-days.ts";

/** The days of a dataset. */
export function periodOf({ firstDay, lastDay, timeZone }: Declared): Period {
  return { first: firstDay, last: lastDay, timeZone };
}

/** The period ends on its first day or later, and the map opens on a day of it. */
export function checkPeriod(
  { firstDay: first, lastDay: last, openingDay: opening }: Declared,
  { problem }: Findings,
): void {
  const [firstDay, lastDay, openingDay] = [printDay(first), printDay(last), printDay(opening)];
  const where = { file: DESCRIPTOR_FILE, line: null };
  if (last < first) {
    const allowed = ["day-from", "rocade.firstDay", firstDay] as const;
    problem({ ...where, name: "rocade.lastDay", got: ["quoted", lastDay], allowed });
  } else if (opening < first || opening > last) {
    const allowed = ["days-of-period", printDays([first, last])] as const;
    problem({ ...where, name: "rocade.openingDay", got: ["quoted", openingDay], allowed });
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
    const said = `${printDays([span.startEarliest, span.endLatest])} lies outside the period, ${printDays([period.first, period.last])}: it is in the data, and no date of the map shows it`;
    report.notice("period", table, line, name, said);
  };
  return {
    event: ({ line }, span) => hold("events", line, "edtf", span),
    tables: ({ attestations, counts, deaths, movements, phases, places, shapes, story }) => {
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
      for (const { line, values } of attestations) {
        const { earliest, latest } = sightingDays(values, period.timeZone);
        hold("attestations", line, "edtf", momentSpan(earliest, latest));
      }
      for (const { line, values } of phases)
        hold("phases", line, "start", momentSpan(values.start, addDays(values.end, -1)));
      for (const { line, values } of story)
        hold("story", line, "date", momentSpan(values.date, values.date));
    },
  };
}
