// The rows of a CSV file of a package, below its headings.
import { type Refusal, unreadable } from "../refusal/refusal.ts";
import { type CsvRow, CsvScanner, WrongCsv } from "./csv-scanner.ts";
import { decoded, WrongBytes } from "./decode-bytes.ts";
import type { FileForm } from "./file-form.ts";
import type { PackageFiles } from "./package-files.ts";

/** What was read at once: the columns come first, by themselves. */
export type CsvPart = {
  readonly columns?: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly problems: readonly Refusal[];
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
  const scanner = new CsvScanner(form);
  const table = new Table(file, form);
  try {
    for await (const text of decoded(files.read(file), form.encoding))
      yield* table.parts(scanner.records(text, false));
    yield* table.parts(scanner.records("", true));
  } catch (error) {
    // What the headings are separated by is told of them.
    if (error instanceof WrongCsv && table.hasInHeading(error.after)) return;
    yield { rows: [], problems: [{ file, name: "file", ...faultOf(error, form) }] };
    return;
  }
  if (table.columns) return;
  const told = { got: ["empty-file"], allowed: ["headings-and-rows"] } as const;
  yield { rows: [], problems: [{ file, line: null, name: "file", ...told }] };
}

/** Sorts the records of a file into its headings, its rows, and those that are no rows of it. */
class Table {
  columns: readonly string[] | undefined;
  readonly #file: string;
  readonly #form: FileForm;

  constructor(file: string, form: FileForm) {
    this.#file = file;
    this.#form = form;
  }

  *parts(records: Iterable<CsvRow>): Generator<CsvPart> {
    let [rows, problems]: [CsvRow[], Refusal[]] = [[], []];
    for (const { cells: written, line } of records) {
      const read = this.#present(written);
      const filled = filledOf(read);
      if (filled === 0) continue;
      if (!this.columns) {
        this.columns = read.slice(0, filled);
        yield { columns: this.columns, rows: [], problems: [] };
        continue;
      }
      const { length } = this.columns;
      const hasEdge = read.length > length && filled <= length;
      const cells = hasEdge ? read.slice(0, length) : read;
      if (cells.length === length) rows.push({ line, cells });
      else problems.push(this.#widthProblem(line, cells.length, length));
      if (rows.length + problems.length < ROWS_AT_ONCE) continue;
      yield { rows, problems };
      [rows, problems] = [[], []];
    }
    yield { rows, problems };
  }

  /** Whether all headings are one, as they are where the file has another separator. */
  hasInHeading(separator: string | undefined): boolean {
    const [heading, ...others] = this.columns ?? [];
    return others.length === 0 && separator !== undefined && !!heading?.includes(separator);
  }

  /** The cells without the texts that mean nothing. */
  #present(cells: readonly string[]): readonly string[] {
    const { missing } = this.#form;
    return missing.size === 0 ? cells : cells.map((cell) => (missing.has(cell) ? "" : cell));
  }

  #widthProblem(line: number, got: number, expected: number): Refusal {
    const { delimiter, quote } = this.#form;
    const allowed = ["cells-of-header-quoted", expected, delimiter, quote] as const;
    return { file: this.#file, line, name: "row", got: ["cells", got], allowed };
  }
}

/** How many cells there are up to the last that holds anything. */
function filledOf(cells: readonly string[]): number {
  let count = cells.length;
  while (count > 0 && cells[count - 1] === "") count -= 1;
  return count;
}

/** Why a file could be read no further. */
function faultOf(error: unknown, { quote }: FileForm): Pick<Refusal, "line" | "got" | "allowed"> {
  if (error instanceof WrongBytes) {
    const { allowed, got, line } = error;
    return { line, got, allowed };
  }
  if (error instanceof WrongCsv) {
    const { after = "", got, line } = error;
    if (/[;\t|]/.test(after))
      return { line: null, got: ["cells-between", after], allowed: ["separated-by-commas", after] };
    return { line, got, allowed: ["quoted-csv", quote] };
  }
  return { line: null, ...unreadable(error) };
}
