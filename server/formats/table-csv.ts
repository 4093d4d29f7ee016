import { stringify } from "csv-stringify/sync";

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Rows as CSV (RFC 4180) with a header; the columns are those of all rows, in the order in which they come. */
export function tableCsv(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify([columns, ...rows.map((row) => columns.map((name) => row[name] ?? ""))], {
    record_delimiter: "\r\n",
    quoted_match: /[\r\n]/,
    cast: { boolean: String },
  });
}
