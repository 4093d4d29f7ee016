// The rows that could not be read, as a table of their own: as they were brought, with a column that says why.
import { packageCells } from "#formats/package-cells.ts";
import type { CellFault } from "../mapping/fault.ts";
import type { Mapping } from "../mapping/mapping.ts";
import { apart, type SourceTable } from "../source/source-table.ts";
import type { MapOptions } from "./map-source.ts";
import { rowSorter } from "./row-sorter.ts";

/** How the column is called, and what it says of a cell. */
export type ReasonWords = {
  readonly heading: string;
  readonly of: (fault: CellFault) => string;
};

export const REASONS_EN: ReasonWords = {
  heading: "reason",
  of: ({ allowed, column, value, words }) =>
    `${column}: found ${words ? value : JSON.stringify(value)}; expected ${allowed}`,
};

/** CSV of the rejected rows with the column of reasons, some of it at once; the headings come first. */
export async function* rejectedRows(
  table: SourceTable,
  mapping: Mapping,
  { places, reasons = REASONS_EN, signal }: MapOptions & { readonly reasons?: ReasonWords } = {},
): AsyncGenerator<string> {
  const { sort } = rowSorter(table, mapping, places);
  yield packageCells([apart([...table.columns, reasons.heading])]);
  for await (const rows of table.rows()) {
    signal?.throwIfAborted();
    const rejected = rows.flatMap((row) => {
      const sorted = sort(row);
      if (!("faults" in sorted)) return [];
      const cells = table.columns.map((_, at) => row.cells[at] ?? "");
      return [[...cells, sorted.faults.map(reasons.of).join("; ")]];
    });
    if (rejected.length > 0) yield packageCells(rejected);
  }
}
