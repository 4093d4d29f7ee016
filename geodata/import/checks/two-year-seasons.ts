// Seasons across two years: told once of each table, as people call them by either year.
import { quote } from "#model/problem.ts";
import { labelDayRange } from "#model/time/date-label.ts";
import { seasonOfTwoYears } from "#model/time/edtf/season-of-two-years.ts";
import type { PackageTables } from "../read/data-package.ts";
import type { Report } from "../report.ts";
import type { Row, TableName } from "../tables.ts";

/** Tells of the first such season of each table which years it is read as. */
export function seasonCheck(report: Report) {
  const told = new Set<TableName>();
  const tell = (table: TableName, line: number, column: string, edtf: string | null) => {
    const season = edtf === null || told.has(table) ? undefined : seasonOfTwoYears(edtf);
    if (!season) return;
    told.add(table);
    const said = `${quote(season.text)} is ${labelDayRange(season.first, season.last, "en")}: a season across two years is that which begins in the year that it names, in every row; the one before has the year before`;
    report.notice("seasons", table, line, column, said);
  };
  return {
    event: ({ line, values }: Row<"events">) => tell("events", line, "edtf", values.edtf),
    tables: ({ attestations, counts, deaths, movements, places, shapes }: PackageTables) => {
      for (const { line, values } of places) {
        tell("places", line, "start_edtf", values.start_edtf);
        tell("places", line, "end_edtf", values.end_edtf);
      }
      for (const { line, values } of shapes) {
        tell("shapes", line, "start_edtf", values.start_edtf);
        tell("shapes", line, "end_edtf", values.end_edtf);
      }
      for (const { line, values } of movements) tell("movements", line, "edtf", values.edtf);
      for (const { line, values } of attestations) tell("attestations", line, "edtf", values.edtf);
      for (const { line, values } of counts) tell("counts", line, "date_edtf", values.date_edtf);
      for (const { line, values } of deaths) tell("deaths", line, "date_edtf", values.date_edtf);
    },
  };
}
