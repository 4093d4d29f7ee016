// Times of day without an offset, held against the clocks of the time zone: what they left out never was, and what they
// showed twice is one of two instants.
import { quote } from "#model/problem.ts";
import { type Edtf, parseEdtf } from "#model/time/edtf.ts";
import type { PackageTables } from "../read/data-package.ts";
import type { Report } from "../report.ts";
import type { Row, TableName } from "../tables.ts";
import { KEPT_TABLES } from "./references.ts";

export type ClockCheck = {
  readonly event: (row: Row<"events">) => void;
  readonly tables: (tables: PackageTables) => void;
};

/** Columns of dates; what a source says of its own date is of no dataset's time zone. */
const DATES = ["edtf", "date_edtf", "start_edtf", "end_edtf"] as const;

/** Reports times that the clocks of the time zone did not show, and notices those that they showed twice. */
export function clockCheck(timeZone: string, report: Report): ClockCheck {
  const hold = (table: TableName, line: number, column: string, text: unknown) => {
    if (typeof text !== "string" || !text.includes("T")) return;
    const edtf = parseEdtf(text, timeZone);
    if (!edtf) return;
    const shown = shownTimes(edtf);
    if (shown.includes("never")) {
      report.problem(table, line, column, ["skipped-time", text, timeZone], ["shown-time"]);
    } else if (shown.includes("twice")) {
      const said = `the clocks of ${timeZone} showed ${quote(text)} twice: the first is taken; an offset (such as +01:00) tells which is meant`;
      report.notice("twice", table, line, column, said);
    }
  };
  return {
    event: ({ line, values }) => hold("events", line, "edtf", values.edtf),
    tables: (tables) => {
      for (const table of KEPT_TABLES)
        for (const { line, values } of tables[table])
          for (const column of DATES)
            if (column in values) hold(table, line, column, values[column as keyof typeof values]);
    },
  };
}

function shownTimes(edtf: Edtf) {
  const ends = edtf.kind === "date" ? [edtf] : [edtf.start, edtf.end];
  return ends.map((end) => (typeof end === "string" ? undefined : end.moment?.shown));
}
