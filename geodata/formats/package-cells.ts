import { stringify } from "csv-stringify/browser/esm/sync";

/** Lines of a table as the import reads them: lists with semicolons, nothing changed for spreadsheets. */
export function packageCells(rows: readonly (readonly unknown[])[]): string {
  return stringify(
    rows.map((row) => row.map(cell)),
    // Every end of a line within a value, not only the one between records.
    { record_delimiter: "\n", quoted_match: /[\r\n]/ },
  );
}

function cell(value: unknown): string | number | null {
  if (Array.isArray(value)) return value.join(";");
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" || typeof value === "number" ? value : null;
}
