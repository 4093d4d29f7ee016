import { once } from "node:events";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { type Options, parse } from "csv-parse";
import { systemWords } from "#model/words/system-words.ts";
import type { RowProblem } from "../row-problem.ts";
import { decoded, WrongBytes } from "./decode-bytes.ts";
import { allowedSeparators, type FileForm } from "./file-form.ts";
import type { PackageFiles } from "./package-files.ts";

/** One record: its cells in the order of the columns, and the line on which it begins. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** What was read at once: the columns come first, by themselves. */
export type CsvPart = {
  readonly columns?: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly problems: readonly RowProblem[];
};

const ROWS_AT_ONCE = 500;

/**
 * Reads CSV with a header row, written as its form says, as it comes: a file of any length takes no more memory. What a
 * spreadsheet leaves at its edges is no data: rows without a filled cell, and columns at the end without a heading or a
 * filled cell.
 */
export async function* readCsv(
  files: PackageFiles,
  file: string,
  form: FileForm,
): AsyncGenerator<CsvPart> {
  const broken = (at: number | null, got: string, allowed: string): CsvPart => ({
    rows: [],
    problems: [{ file, line: at, name: "file", got, allowed }],
  });
  const widthProblem = (at: number, { length }: readonly string[], names: readonly string[]) => ({
    file,
    line: at,
    name: "row",
    got: `${length} cells`,
    allowed: `${names.length} cells, as in the header; a cell that holds ${JSON.stringify(form.delimiter)} has to stand in ${form.quote}quotes${form.quote}`,
  });
  const text = Readable.from(decoded(files.read(file), form.encoding));
  const records = text.pipe(parse(optionsOf(form)));
  text.on("error", (error) => records.destroy(error));
  let columns: readonly string[] | undefined;
  let line = 1;
  try {
    for await (const batch of batchesOf<string[]>(records)) {
      const part = { rows: [] as CsvRow[], problems: [] as RowProblem[] };
      for (const read of batch) {
        const filled = filledOf(read);
        if (filled > 0 && !columns) {
          columns = read.slice(0, filled);
          yield { columns, rows: [], problems: [] };
        } else if (filled > 0 && columns) {
          const hasEdge = read.length > columns.length && filled <= columns.length;
          const cells = hasEdge ? read.slice(0, columns.length) : read;
          if (cells.length === columns.length) part.rows.push({ line, cells });
          else part.problems.push(widthProblem(line, cells, columns));
        }
        line += linesOf(read);
      }
      yield part;
    }
  } catch (error) {
    if (error instanceof WrongBytes) {
      yield broken(error.line, error.got, error.allowed);
      return;
    }
    const separator = /Invalid Closing Quote: got "([;\t|])"/.exec(String(error))?.[1];
    if (separator !== undefined) {
      const got = `cells that are separated by ${JSON.stringify(separator)}`;
      yield broken(null, got, allowedSeparators(separator));
      return;
    }
    const unreadable = systemWords(error);
    const message = error instanceof Error ? error.message : String(error);
    yield broken(
      (error as { lines?: number }).lines ?? null,
      unreadable ?? message,
      unreadable === undefined ? "CSV as in RFC 4180" : "a file that can be read",
    );
    return;
  } finally {
    text.destroy();
  }
  if (!columns) yield broken(null, "an empty file", "a row of headings, and the rows below it");
}

function optionsOf(form: FileForm): Options {
  const { delimiter, missing, quote, skipsSpace } = form;
  return {
    bom: true,
    relax_column_count: true,
    delimiter,
    quote,
    escape: form.escape,
    ltrim: skipsSpace,
    ...(missing.size === 0 ? {} : { cast: (cell: string) => (missing.has(cell) ? "" : cell) }),
  };
}

/** How many cells there are up to the last that holds anything. */
function filledOf(cells: readonly string[]): number {
  let count = cells.length;
  while (count > 0 && cells[count - 1] === "") count -= 1;
  return count;
}

/** How many lines a record takes: its cells may hold line breaks. */
function linesOf(cells: readonly string[]): number {
  let count = 1;
  for (const cell of cells) if (cell.includes("\n")) count += cell.split("\n").length - 1;
  return count;
}

/** What a stream of objects has at hand, many at once: waiting for each would take longer than reading it. */
async function* batchesOf<Item>(stream: Readable): AsyncGenerator<Item[]> {
  const ended = finished(stream);
  // Awaited below; without this an early error would be nobody's for a moment.
  ended.catch(() => {});
  for (;;) {
    const batch: Item[] = [];
    while (batch.length < ROWS_AT_ONCE) {
      const item = stream.read();
      if (item === null) break;
      batch.push(item);
    }
    if (batch.length > 0) yield batch;
    else if (stream.readableEnded) return await ended;
    else await Promise.race([once(stream, "readable"), ended]);
  }
}
