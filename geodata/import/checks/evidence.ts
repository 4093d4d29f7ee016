// The numbers and the sources of rows.
import type { Localized } from "#model/words/language.ts";
import type { PackageTables } from "../read/data-package.ts";
import type { Report } from "../report.ts";
import type { Row, TableName } from "../tables.ts";

const isAscending = (...numbers: (number | null)[]) => {
  const given = numbers.filter((number) => number !== null);
  return given.every((number, index) => index === 0 || (given[index - 1] ?? 0) <= number);
};

export function checkNumbers(tables: PackageTables, report: Report): void {
  const columns = "low, best, high";
  for (const table of ["counts", "deaths"] as const)
    for (const { line, values } of tables[table]) {
      const numbers = [values.low, values.best, values.high];
      if (!isAscending(...numbers))
        report.problem(
          table,
          line,
          columns,
          ["written", numbers.join(", ")],
          ["ascending-numbers"],
        );
      if (numbers.every((number) => number === null))
        report.problem(table, line, columns, ["three-empty-cells"], ["some-number"]);
    }
  for (const row of tables.movements) checkPeople("movements", row, report);
}

export function checkPeople(
  table: TableName,
  { line, values }: Row<"events"> | Row<"movements">,
  report: Report,
): void {
  const { people_high: high, people_low: low } = values;
  if (low === null || high === null || low <= high) return;
  const allowed = ["number-from", "people_low"] as const;
  report.problem(table, line, "people_high", ["written", String(high)], allowed);
}

/** A record rests on a source, or its note says that it is background knowledge. */
export function checkHasSource(
  table: TableName,
  row: { readonly line: number; readonly values: { readonly source_ids: readonly string[] } },
  note: Localized | string | null,
  report: Report,
): void {
  if (row.values.source_ids.length > 0 || /background/i.test(JSON.stringify(note))) return;
  report.problem(table, row.line, "source_ids", ["no-source"], ["source-or-background"]);
}

export function checkSources(tables: PackageTables, report: Report): void {
  if (tables.sources.length === 0) return;
  for (const row of tables.places) checkHasSource("places", row, row.values.position_note, report);
  for (const row of tables.basemap) checkHasSource("basemap", row, row.values.note, report);
  for (const row of tables.shapes) checkHasSource("shapes", row, row.values.note, report);
  const others = [
    ...(["movements", "counts", "deaths", "contradictions", "attestations"] as const),
    ...(["phases", "story"] as const),
  ];
  for (const table of others)
    for (const row of tables[table]) checkHasSource(table, row, null, report);
}
