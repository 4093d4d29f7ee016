// The rows that could not be read, as a table of their own: as they were brought, with a column that says why.
import { packageCells } from "#formats/package-cells.ts";
import type { CellFault } from "../mapping/fault.ts";
import type { Mapping } from "../mapping/mapping.ts";
import { apart, type SourceTable } from "../source/source-table.ts";
import type { MapOptions } from "./map-source.ts";
import { rowSorter } from "./row-sorter.ts";

const reasonOf = ({ allowed, column, value, words }: CellFault) =>
  `${column}: found ${words ? value : JSON.stringify(value)}; expected ${allowed}`;

/** CSV of the rejected rows with a column `reason`, some of it at once; the headings come first. */
export async function* rejectedRows(
  table: SourceTable,
  mapping: Mapping,
  { places, signal }: MapOptions = {},
): AsyncGenerator<string> {
  const { sort } = rowSorter(table, mapping, places);
  yield packageCells([apart([...table.columns, "reason"])]);
  for await (const rows of table.rows()) {
    signal?.throwIfAborted();
    const rejected = rows.flatMap((row) => {
      const sorted = sort(row);
      if (!("faults" in sorted)) return [];
      const cells = table.columns.map((_, at) => row.cells[at] ?? "");
      return [[...cells, sorted.faults.map(reasonOf).join("; ")]];
    });
    if (rejected.length > 0) yield packageCells(rejected);
  }
}
