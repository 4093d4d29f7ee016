// Which rows are taken and which are rejected: one rule for the package that is written, and for the table of what is not.
import { SeenIds } from "../files/seen-ids.ts";
import { RowEditor } from "../mapping/edited-rows.ts";
import { toldValue } from "../mapping/fault.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { KnownPlace } from "../mapping/place/known-places.ts";
import {
  isRejected,
  type MappedRow,
  type RejectedRow,
  type RowMapper,
  rowMapper,
} from "../mapping/row-mapper.ts";
import type { SourceRow, SourceTable } from "../source/source-table.ts";

/** A row that is taken, or why it is not; of one that is like another, which one that is. */
export type SortedRow =
  | { readonly taken: MappedRow; readonly like: number | undefined }
  | Omit<RejectedRow, "line">;

export type RowSorter = Pick<RowMapper, "headings" | "output"> & {
  readonly sort: (row: SourceRow) => SortedRow;
  /** How many changes by hand are of rows that have not come. */
  readonly unmade: () => number;
};

/** Sorts the rows of a table, from the first to the last, once. */
export function rowSorter(
  table: SourceTable,
  mapping: Mapping,
  places: readonly KnownPlace[] = [],
): RowSorter {
  const mapper = rowMapper(table, mapping, places);
  const ids = new SeenIds();
  const rows = new SeenIds();
  const idAt = table.columns.indexOf(mapping.id?.column ?? "");
  const editor = new RowEditor(table.columns, mapping.edits);
  const sort = (given: SourceRow): SortedRow => {
    const row = editor.edited(given);
    const read = mapper.read(row);
    if (isRejected(read)) return read;
    const { date, id, line, positions, title } = read;
    const sameId = id === null ? undefined : ids.add(id, line);
    if (sameId !== undefined) {
      const [column, value] = [mapping.id?.column ?? "id", row.cells[idAt] ?? ""];
      const allowed = `an id of its own for each row: row ${sameId} has it already`;
      return { faults: [{ kind: "same-id", column, value, allowed }] };
    }
    const like = rows.add(`${date.edtf}\n${title}\n${positions.join(";")}`, line);
    if (like === undefined || mapping.duplicates === "kept") return { taken: read, like };
    const told = toldValue(["row-again", like]);
    const allowed = "one row for each event";
    return { faults: [{ kind: "repeated", column: "row", ...told, allowed }] };
  };
  return { headings: mapper.headings, output: mapper.output, sort, unmade: () => editor.left };
}
