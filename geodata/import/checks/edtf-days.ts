// EDTF texts held against the days that stand beside them.

import { quote } from "#model/problem.ts";
import { type Day, printDay } from "#model/time/day.ts";
import { type Edtf, type EdtfInterval, parseEdtf } from "#model/time/edtf.ts";
import type { PackageTables } from "../read/data-package.ts";
import type { Report } from "../report.ts";
import { isBare } from "../spans.ts";
import type { Row, TableName } from "../tables.ts";
import { type Days, type Period, printDays } from "./period-days.ts";

/** The days that a text covers; null where it says nothing. */
type Extent = {
  readonly first: Day | null;
  readonly last: Day | null;
  /** With what the marks `~`, `?` and `%` add on either side. */
  readonly earliest: Day | null;
  readonly latest: Day | null;
  /** Marked, or a season: where the days begin and end is not said by the text alone. */
  readonly isVague: boolean;
};

export type Agreement = "same" | "vague" | "wider" | "narrower" | "apart";

/** How a text agrees with days. `wider` and `narrower` are said of the text. */
export function agreementOf(edtf: Edtf, days: Days): Agreement {
  const { earliest, first, isVague, last, latest } = extentOf(edtf);
  const [from, until] = days;
  if (isAfter(from, latest) || isAfter(earliest, until)) return "apart";
  if ((first === null || first === from) && (last === null || last === until)) return "same";
  if (isVague) return "vague";
  const coversStart = first === null || (from !== null && first <= from);
  const coversEnd = last === null || (until !== null && last >= until);
  return coversStart && coversEnd ? "wider" : "narrower";
}

const isAfter = (a: Day | null, b: Day | null) => a !== null && b !== null && a > b;

function extentOf(edtf: Edtf): Extent {
  const [start, end] = edtf.kind === "date" ? [edtf, edtf] : [edtf.start, edtf.end];
  const [from, until] = [dated(start), dated(end)];
  return {
    first: from?.first ?? null,
    last: until?.last ?? null,
    earliest: from?.earliest ?? null,
    latest: until?.latest ?? null,
    isVague: [from, until].some(
      (date) => date && (date.approximate || date.uncertain || date.unit === "season"),
    ),
  };
}

const dated = (end: EdtfInterval["start"]) => (typeof end === "string" ? undefined : end);

type Side = "start" | "end";
/** Where a text stands that is held against days. */
type Where = readonly [table: TableName, line: number, column: string];

/** Reports where the texts of a row and its days do not say the same; rows without days take them from the texts. */
export type EdtfCheck = {
  readonly event: (row: Row<"events">) => void;
  readonly tables: (tables: PackageTables) => void;
};

/** The checks, for a package with this period: `..` means before its first day, or after its last. */
export function edtfCheck(period: Period, report: Report): EdtfCheck {
  const hold = (where: Where, text: string, days: Days) => {
    const edtf = parseEdtf(text, period.timeZone);
    // As most are.
    if (edtf?.kind === "date" && edtf.first === days[0] && edtf.last === days[1]) return;
    if (edtf) tell(report, where, text, edtf, days);
  };
  const holdSide = (where: Where, text: string, side: Side, days: Days) => {
    if (text === "..") tellOpen(report, where, period, side, days);
    else if (text !== "") hold(where, text, days);
  };
  return {
    event: ({ line, values }) => {
      if (isBare(values)) return;
      const where: Where = ["events", line, "edtf"];
      const [start, end] = pairsOf(values);
      const slash = values.edtf.indexOf("/");
      // On one day between two it happened at some time of the whole text; what lasted has a start and an end.
      if (slash < 0 || (start[0] === end[0] && start[1] === end[1]))
        hold(where, values.edtf, [start[0], end[1]]);
      else {
        const [startText = "", endText = ""] = values.edtf.split("/");
        holdSide(where, startText, "start", start);
        holdSide(where, endText, "end", end);
      }
    },
    tables: ({ attestations, counts, deaths, movements, places, shapes }) => {
      const lasting = (table: "places" | "shapes", { line, values }: Lasting) => {
        if (isBare(values)) return;
        const [start, end] = pairsOf(values);
        holdSide([table, line, "start_edtf"], values.start_edtf ?? "", "start", start);
        holdSide([table, line, "end_edtf"], values.end_edtf ?? "", "end", end);
      };
      for (const row of places) lasting("places", row);
      for (const row of shapes) lasting("shapes", row);
      for (const { line, values } of movements) {
        const days: Days = [values.start_earliest, values.start_latest];
        if (days.some((day) => day !== null)) hold(["movements", line, "edtf"], values.edtf, days);
      }
      const claim = (table: "counts" | "deaths", { line, values }: Claim) =>
        hold([table, line, "date_edtf"], values.date_edtf, [
          values.date_earliest,
          values.date_latest,
        ]);
      for (const row of counts) claim("counts", row);
      for (const row of deaths) claim("deaths", row);
      for (const { line, values } of attestations) {
        const days: Days = [values.earliest, values.latest];
        if (days.some((day) => day !== null))
          hold(["attestations", line, "edtf"], values.edtf, days);
      }
    },
  };
}

type Lasting = Row<"places"> | Row<"shapes">;
type Claim = Row<"counts"> | Row<"deaths">;

const pairsOf = (days: Parameters<typeof isBare>[0]): readonly [Days, Days] => [
  [days.start_earliest, days.start_latest],
  [days.end_earliest, days.end_latest],
];

function tell(report: Report, where: Where, text: string, edtf: Edtf, days: Days): void {
  const agreement = agreementOf(edtf, days);
  if (agreement === "same") return;
  const { first, last } = extentOf(edtf);
  const [got, said] = [`${quote(text)} beside ${printDays(days)}`, printDays([first, last])];
  if (agreement === "apart")
    report.problem(...where, ["text-apart", text, printDays(days)], ["days-within", said]);
  else if (agreement === "narrower")
    report.problem(...where, ["text-beside", text, printDays(days)], ["days-within-or-text", said]);
  else if (agreement === "wider")
    report.notice("wider", ...where, `${got}: the text is wider, ${said}, and the days are taken`);
  else
    report.notice(
      "vague",
      ...where,
      `${got}: the text is marked, about ${said}, and the days are taken`,
    );
}

function tellOpen(report: Report, where: Where, period: Period, side: Side, days: Days): void {
  const [from, until] = days;
  const got = ["text-beside", "..", printDays(days)] as const;
  if (side === "start" && isAfter(from, period.first))
    report.problem(...where, got, ["start-in-period", printDay(period.first)]);
  if (side === "end" && isAfter(period.last, until))
    report.problem(...where, got, ["end-in-period", printDay(period.last)]);
}
