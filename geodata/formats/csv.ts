// CSV for people, who open it in a spreadsheet. Whoever writes such a file, API or page, writes it by this.
import { stringify } from "csv-stringify/browser/esm/sync";

type Value = string | number | boolean | null | undefined;

/** Rows as lines of CSV (RFC 4180): a text that a spreadsheet would take for a formula has an apostrophe before it. */
export function csvLines(rows: readonly (readonly Value[])[]): string {
  return stringify(rows as Value[][], {
    record_delimiter: "\r\n",
    escape_formulas: true,
    // Every end of a line within a value, not only the one between records.
    quoted_match: /[\r\n]/,
    cast: { boolean: String },
  });
}

/** Rows as CSV with a header; the columns are those of all rows, in the order in which they come. */
export function tableCsv(rows: readonly Readonly<Record<string, Value>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return csvLines([columns, ...rows.map((row) => columns.map((name) => row[name]))]);
}
