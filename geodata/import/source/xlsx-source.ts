// Tables in spreadsheets (XLSX), of which one sheet is read.
import { NotTaken } from "../refusal/refusal.ts";
import { guessHeader, isOfTags } from "./guess-header.ts";
import { SAMPLE_RECORDS } from "./record-sample.ts";
import {
  apart,
  type Guessed,
  inParts,
  type SourceChoice,
  type SourceLimits,
  type SourceRow,
  type SourceTable,
  WrongSource,
} from "./source-table.ts";
import { openWorkbook } from "./workbook/open-workbook.ts";
import { type SheetRow, sheetRows, TooWide } from "./workbook/sheet-rows.ts";

/** Opens a sheet of a workbook: the one that is said, or the first that has rows. */
export function openXlsx(
  file: string,
  bytes: Uint8Array,
  choice: SourceChoice,
  limits: SourceLimits,
): SourceTable {
  const { guesses, rows: filled, sheets } = rowsOfSheet(file, bytes, choice, limits);
  const sample = filled.slice(0, SAMPLE_RECORDS).map(({ cells }) => cells);
  const guess = guessHeader(sample);
  const header = choice.header ?? guess.header;
  if (choice.header === undefined && header !== 1)
    guesses.push({ what: "header", value: String(header), because: guess.because });
  const headings = header === 0 ? (sample[0] ?? []).map(() => "") : (sample[header - 1] ?? []);
  const columns = apart(headings);
  const width = columns.length;
  const below = sample[header];
  const hasTags = header > 0 && below !== undefined && isOfTags(below);
  const rows = filled.slice(header + (hasTags ? 1 : 0)).map(({ cells, line }): SourceRow => {
    const row = { line, cells: columns.map((_, at) => cells[at] ?? ""), geometry: null };
    if (cells.length <= width) return row;
    const got = ["cells", cells.length] as const;
    const allowed = ["cells-of-header", width] as const;
    return { ...row, fault: { name: "row", got, allowed } };
  });
  return {
    ...{ file, format: "xlsx", columns, guesses, notes: [], sheets },
    tags: hasTags ? columns.map((_, at) => below[at] ?? "") : [],
    rows: () => inParts(rows),
  };
}

type Sheet = {
  readonly guesses: Guessed[];
  readonly rows: readonly SheetRow[];
  readonly sheets: readonly string[];
};

function rowsOfSheet(
  file: string,
  bytes: Uint8Array,
  { sheet: said }: SourceChoice,
  limits: SourceLimits,
): Sheet {
  try {
    const book = openWorkbook(bytes, limits.unpacked);
    const { sheets } = book;
    if (said !== undefined && !sheets.includes(said))
      throw new WrongSource(file, ["no-sheet", said], ["one-of", sheets]);
    for (const name of said === undefined ? sheets : [said]) {
      const rows = sheetRows(book.sheet(name), book, limits.columns);
      if (rows.length < 2 && said === undefined) continue;
      const because = `it is the first of ${sheets.length} with rows`;
      const isGuessed = said === undefined && sheets.length > 1;
      return { sheets, rows, guesses: isGuessed ? [{ what: "sheet", value: name, because }] : [] };
    }
    throw new WrongSource(file, ["empty-workbook"], ["sheet-with-rows"]);
  } catch (error) {
    if (error instanceof TooWide)
      throw new WrongSource(file, ["far-cell", error.message], ["at-most-columns", limits.columns]);
    if (error instanceof NotTaken) throw new WrongSource(file, error.got, ["workbook-or-csv"]);
    throw error;
  }
}
