// Tables that are texts: their cells separated by commas, semicolons, tabs or bars, in whatever encoding.
import { type CsvForm, CsvScanner, WrongCsv } from "../files/csv-scanner.ts";
import { decoded, WrongBytes } from "../files/decode-bytes.ts";
import type { PackageFiles } from "../files/package-files.ts";
import type { Phrase } from "../refusal/refusal.ts";
import { guessEncoding } from "./guess-encoding.ts";
import { guessHeader, isOfTags } from "./guess-header.ts";
import { guessForm, mayQuote, separatorName } from "./guess-separator.ts";
import { sampleRecords } from "./record-sample.ts";
import {
  apart,
  asWrongSource,
  type Guessed,
  type SourceChoice,
  type SourceLimits,
  type SourceRow,
  type SourceTable,
  WrongSource,
} from "./source-table.ts";

type Opened = {
  readonly files: PackageFiles;
  readonly file: string;
  readonly limits: SourceLimits;
  readonly choice: SourceChoice;
  /** The first bytes of the file, and whether they are all. */
  readonly head: Uint8Array;
  readonly isWhole: boolean;
};

/** How the file is written, as it is said or guessed. */
export async function openCsv({
  choice,
  file,
  files,
  head,
  isWhole,
  limits,
}: Opened): Promise<SourceTable> {
  const guesses: Guessed[] = [];
  const guess = (what: Guessed["what"], value: string, because: string) =>
    guesses.push({ what, value, because });
  const encoding = choice.encoding ?? guessEncoding(head);
  if (choice.encoding === undefined && encoding !== undefined)
    guess("encoding", encoding, "its bytes are no UTF-8");
  const text = textOfHead(head, encoding ?? "utf-8");
  if (choice.encoding === undefined && isNoText(text)) {
    throw new WrongSource(file, ["no-text"], ["table-of-any-kind"]);
  }
  const form = guessForm(text, isWhole, choice.delimiter);
  if (choice.delimiter === undefined && form.delimiter !== ",")
    guess(
      "delimiter",
      form.delimiter,
      `most rows have as many cells, by ${separatorName(form.delimiter)}`,
    );
  const { records } = sampleRecords(text, form, isWhole);
  if (records.length === 0) {
    const isEmpty = text.trim() === "";
    throw new WrongSource(
      file,
      [isEmpty ? "empty-file" : "text-without-table"],
      ["headings-and-rows"],
    );
  }
  const guessed = guessHeader(records);
  const header = choice.header ?? guessed.header;
  if (choice.header === undefined && header !== 1) guess("header", String(header), guessed.because);
  const headings = header === 0 ? (records[0] ?? []).map(() => "") : (records[header - 1] ?? []);
  const width = widthOf(headings);
  if (width > limits.columns)
    throw new WrongSource(file, ["columns", width], ["at-most-columns", limits.columns]);
  const columns = apart(headings.slice(0, header === 0 ? headings.length : width));
  const below = records[header];
  const tags =
    header > 0 && below && isOfTags(below) ? columns.map((_, at) => below[at] ?? "") : [];
  if (form.delimiter !== ",") tellDecimal(records.slice(header), guess);
  const skipped = header + (tags.length > 0 ? 1 : 0);
  return {
    ...{ file, format: "csv", columns, tags, guesses, notes: [], sheets: [] },
    rows: () => rowsOf({ files, file, encoding, form, skipped, width: columns.length }),
  };
}

/** What the rows of the file are told by stands there in full; what cannot be read is told where it is reached. */
function textOfHead(head: Uint8Array, encoding: string): string {
  try {
    // Node takes another way for texts that may be wrong, on which windows-1252 is Latin 1.
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
  } catch {
    return new TextDecoder(encoding).decode(head);
  }
}

/** Characters that no text has, but for a stray one. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]/gu;

function isNoText(text: string): boolean {
  const sample = text.slice(0, 4000);
  return (sample.match(UNPRINTABLE)?.length ?? 0) > sample.length / 50;
}

/** Cells up to the last that holds anything. */
function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "") + 1;
}

function tellDecimal(
  records: readonly (readonly string[])[],
  guess: (what: "decimal", value: string, because: string) => void,
): void {
  const cell = records.flat().find((one) => /^-?\d+,\d+$/.test(one.trim()));
  if (cell !== undefined) guess("decimal", ",", `cells such as ${cell.trim()}`);
}

type Written = {
  readonly files: PackageFiles;
  readonly file: string;
  readonly encoding: string | undefined;
  readonly form: CsvForm;
  /** Filled records that are no rows: those above the headings, and these. */
  readonly skipped: number;
  readonly width: number;
};

const ROWS_AT_ONCE = 500;

async function* rowsOf(written: Written): AsyncGenerator<readonly SourceRow[]> {
  const { encoding, file, files, form, width } = written;
  const scanner = new CsvScanner(form);
  let left = written.skipped;
  let rows: SourceRow[] = [];
  const take = function* (text: string, isLast: boolean): Generator<readonly SourceRow[]> {
    for (const { cells, line } of scanner.records(text, isLast)) {
      const filled = widthOf(cells);
      if (filled === 0) continue;
      if (left > 0) left -= 1;
      else rows.push(rowOf(cells, { line, filled, width, form }));
      if (rows.length < ROWS_AT_ONCE) continue;
      yield rows;
      rows = [];
    }
  };
  try {
    for await (const text of decoded(files.read(file), encoding)) yield* take(text, false);
    yield* take("", true);
  } catch (error) {
    throw wrongSource(error, file, form);
  }
  if (rows.length > 0) yield rows;
}

type Width = {
  readonly line: number;
  readonly filled: number;
  readonly width: number;
  readonly form: CsvForm;
};

/** What spreadsheets leave empty at the end of a row is none of it; any other width is told. */
function rowOf(cells: readonly string[], { filled, form, line, width }: Width): SourceRow {
  if (cells.length === width) return { line, cells, geometry: null };
  if (cells.length > width && filled <= width)
    return { line, cells: cells.slice(0, width), geometry: null };
  const got = ["cells", cells.length] as const;
  const allowed: Phrase = mayQuote(form)
    ? ["cells-of-header-quoted", width, form.delimiter, form.quote]
    : ["cells-of-header", width];
  return { line, cells, geometry: null, fault: { name: "row", got, allowed } };
}

function wrongSource(error: unknown, file: string, { quote }: CsvForm): unknown {
  if (error instanceof WrongBytes)
    return new WrongSource(file, error.got, error.allowed, error.line);
  if (error instanceof WrongCsv)
    return new WrongSource(file, error.got, ["quoted-csv", quote], error.line);
  return asWrongSource(error, file);
}
