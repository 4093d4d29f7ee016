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
  const got = ["written", days.join(", ")] as const;
  report.problem(table, line, "start_earliest … end_latest", got, ["ordered-days"]);
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
        const got = ["written", printDay(values.date_latest)] as const;
        report.problem(table, line, "date_latest", got, ["day-from", "date_earliest", null]);
      }
  for (const { line, values } of tables.phases)
    if (values.start >= values.end)
      report.problem("phases", line, "end", ["written", printDay(values.end)], ["day-after-start"]);
  for (const { line, values } of tables.story)
    if (values.window_start >= values.window_end) {
      const got = ["written", printDay(values.window_end)] as const;
      report.problem("story", line, "window_end", got, ["day-after", "window_start"]);
    }
}
