// The days of one row, held against each other.
import { printDay } from "#model/time/day.ts";
import { isOrdered, type Span } from "#model/time/span.ts";
import type { PackageTables } from "../read/data-package.ts";
import type { Report } from "../report.ts";
import { lastingSpan, movementSpan } from "../spans.ts";
import type { TableName } from "../tables.ts";

export function checkSpan(table: TableName, line: number, span: Span, report: Report): void {
  if (isOrdered(span)) return;
  const days = Object.values(span).map((day) => (day === null ? "–" : printDay(day)));
  const allowed =
    "start_earliest ≤ start_latest, end_earliest ≤ end_latest, no end before its start";
  report.problem(table, line, "start_earliest … end_latest", days.join(", "), allowed);
}

export function checkDays(tables: PackageTables, timeZone: string, report: Report): void {
  for (const table of ["places", "shapes"] as const)
    for (const { line, values } of tables[table])
      checkSpan(table, line, lastingSpan(values, timeZone), report);
  for (const { line, values } of tables.movements)
    checkSpan("movements", line, movementSpan(values, timeZone), report);
  for (const table of ["counts", "deaths"] as const)
    for (const { line, values } of tables[table])
      if (values.date_earliest > values.date_latest) {
        const allowed = "a day not before date_earliest";
        report.problem(table, line, "date_latest", printDay(values.date_latest), allowed);
      }
  for (const { line, values } of tables.phases)
    if (values.start >= values.end) {
      const allowed = "a day after start (the end is not included)";
      report.problem("phases", line, "end", printDay(values.end), allowed);
    }
  for (const { line, values } of tables.story)
    if (values.window_start >= values.window_end) {
      const allowed = "a day after window_start";
      report.problem("story", line, "window_end", printDay(values.window_end), allowed);
    }
}
