// Rows that somebody looks for, to change them by hand: as they are in the file, whatever is left out of what is published.
import type { Position } from "geojson";
import { rowSorter } from "#import/mapped/row-sorter.ts";
import { type ShownDate, shownDate } from "#import/mapping/date/row-date.ts";
import type { RowEdit } from "#import/mapping/edit.ts";
import { RowNames, withChanges } from "#import/mapping/edited-rows.ts";
import type { CellFault } from "#import/mapping/fault.ts";
import type { Mapping } from "#import/mapping/mapping.ts";
import { type MappedRow, type RejectedRow, rowMapper } from "#import/mapping/row-mapper.ts";
import type { SourceRow, SourceTable } from "#import/source/source-table.ts";
import { containsWords, searchable } from "#model/words/fold.ts";

/** What is made of a row. */
export type RowReading = {
  readonly title: string;
  /** Null where it cannot be read, and where nobody got as far. */
  readonly date: ShownDate | null;
  readonly position: Position | null;
  readonly precisionM: number | null;
  readonly faults: readonly CellFault[];
};

export type FoundRow = {
  /** By what stands in it. */
  readonly name: string;
  readonly line: number;
  /** As they stand in the file. */
  readonly cells: readonly string[];
  readonly edit: RowEdit | null;
  readonly read: RowReading;
};

export type FoundRows = {
  /** The first of them. */
  readonly rows: readonly FoundRow[];
  readonly count: number;
  /** Where all rows lie, as many as a map can do with. */
  readonly around: readonly Position[];
};

export type RowsAsked = {
  readonly words: string;
  /** Those that cannot be read, or could not before they were changed. */
  readonly onlyWrong: boolean;
  /** The one of which this event was made, whatever else is asked; null: not asked. */
  readonly event: string | null;
};

const MAX_SHOWN = 30;
const MAX_AROUND = 3000;

/** Remembers the rows that were found, so that a change of one is read at once. */
export class RowFinder {
  readonly #table: SourceTable;
  readonly #found = new Map<string, SourceRow>();

  constructor(table: SourceTable) {
    this.#table = table;
  }

  /** `line`: the row that is asked for alone; null: all that fit. */
  async find(
    published: Mapping,
    { onlyWrong, words }: Omit<RowsAsked, "event">,
    line: number | null = null,
  ): Promise<FoundRows> {
    const mapping = bare(published);
    const { sort } = rowSorter(this.#table, mapping);
    const names = new RowNames();
    const edits = new Map(mapping.edits.map((edit) => [edit.row, edit]));
    const rows: FoundRow[] = [];
    const around: Position[] = [];
    let count = 0;
    for await (const some of this.#table.rows())
      for (const row of some) {
        const name = names.nameOf(row);
        const sorted = sort(row);
        const [position] = "taken" in sorted ? sorted.taken.positions : [];
        if (position && around.length < MAX_AROUND) around.push(position);
        const edit = edits.get(name) ?? null;
        const texts = edit ? [...row.cells, ...Object.values(edit.cells)] : row.cells;
        const isAsked =
          line !== null
            ? row.line === line
            : !(onlyWrong && "taken" in sorted && !edit) &&
              (words === "" || containsWords(searchable(texts), words));
        if (!isAsked) continue;
        count += 1;
        if (rows.length >= MAX_SHOWN) continue;
        this.#found.set(name, row);
        const read = "taken" in sorted ? readingOf(sorted.taken, mapping) : faulty(sorted, mapping);
        rows.push({ name, line: row.line, cells: row.cells, edit, read });
      }
    return { rows, count, around };
  }

  /** What is made of a row that was found, with this change. */
  read(published: Mapping, edit: RowEdit): RowReading {
    const mapping = bare(published);
    const row = this.#found.get(edit.row);
    if (!row) throw new Error("no row of this name was found");
    const { columns } = this.#table;
    const read = rowMapper(this.#table, mapping).read(withChanges(row, columns, edit));
    return "faults" in read ? faulty(read, mapping) : readingOf(read, mapping);
  }
}

/** Whoever changes a row sees all of it. */
const bare = (mapping: Mapping): Mapping => ({
  ...mapping,
  rounding: null,
  numbered: [],
  smallCounts: [],
});

const faulty = (
  { date, faults, place }: Omit<RejectedRow, "line">,
  { dataset }: Mapping,
): RowReading => ({
  title: "",
  date: date ? shownDate(date, dataset.timeZone) : null,
  position: place?.positions[0] ?? null,
  precisionM: place?.precisionM ?? null,
  faults,
});

const readingOf = (row: MappedRow, { dataset }: Mapping): RowReading => ({
  title: row.title,
  date: shownDate(row.date, dataset.timeZone),
  position: row.positions[0] ?? null,
  precisionM: row.precisionM,
  faults: [],
});
