// The rows of a table with what somebody changed in them by hand. A row is known by what stands in it, not by its line: in the
// next version of a file it may stand elsewhere, and one that was corrected there is not changed again.
import { digestOf } from "../read/columns.ts";
import type { SourceRow } from "../source/source-table.ts";
import type { RowEdit } from "./edit.ts";

/** A row with its changed cells, and what else is said of it. */
export type EditedRow = SourceRow & { readonly edit?: RowEdit | undefined };

/** Names rows by what stands in them, from the first to the last; of rows that are alike the second is `…-2`. */
export class RowNames {
  readonly #seen = new Map<string, number>();

  nameOf({ cells, geometry }: SourceRow): string {
    const whole = `${cells.join("\u001f")}\u001e${geometry ? JSON.stringify(geometry) : ""}`;
    const digest = `${digestOf(whole)}${digestOf(`\u001d${whole}`)}`;
    const nth = (this.#seen.get(digest) ?? 0) + 1;
    this.#seen.set(digest, nth);
    return nth === 1 ? digest : `${digest}-${nth}`;
  }
}

/** Changes rows, from the first to the last, once. */
export class RowEditor {
  readonly #columns: readonly string[];
  readonly #left: Map<string, RowEdit>;
  readonly #names = new RowNames();

  constructor(columns: readonly string[], edits: readonly RowEdit[]) {
    this.#columns = columns;
    this.#left = new Map(edits.map((edit) => [edit.row, edit]));
  }

  edited(row: SourceRow): EditedRow {
    if (this.#left.size === 0) return row;
    const name = this.#names.nameOf(row);
    const edit = this.#left.get(name);
    if (!edit) return row;
    this.#left.delete(name);
    return withChanges(row, this.#columns, edit);
  }

  /** How many changes were of rows that have not come. */
  get left(): number {
    return this.#left.size;
  }
}

export function withChanges(row: SourceRow, columns: readonly string[], edit: RowEdit): EditedRow {
  const cells = columns.map((column, at) => edit.cells[column] ?? row.cells[at] ?? "");
  return { ...row, cells, edit };
}
