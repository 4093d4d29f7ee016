// Tables in spreadsheets (XLSX), of which one sheet is read. What is packed in one may be a thousand times what it seems: its
// size is looked at before anything is unpacked.
import { unzipSync } from "fflate";
import readWorkbook from "read-excel-file/universal";
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

const MEGABYTE = 1024 * 1024;

type Sheets = readonly {
  readonly sheet: string;
  readonly data: readonly (readonly unknown[])[];
}[];

/** Opens a sheet of a workbook: the one that is said, or the first that has rows. */
export async function openXlsx(
  file: string,
  bytes: Uint8Array,
  choice: SourceChoice,
  limits: SourceLimits,
): Promise<SourceTable> {
  const sheets = await sheetsOf(file, bytes, limits);
  const names = sheets.map(({ sheet }) => sheet);
  const found =
    choice.sheet === undefined
      ? sheets.find(({ data }) => data.length > 1)
      : sheets.find(({ sheet }) => sheet === choice.sheet);
  if (!found) {
    if (choice.sheet === undefined)
      throw new WrongSource(file, "a workbook without a row", "a sheet with headings and rows");
    throw new WrongSource(file, `no sheet called ${choice.sheet}`, `one of ${names.join(", ")}`);
  }
  const guesses: Guessed[] =
    choice.sheet === undefined && names.length > 1
      ? [
          {
            what: "sheet",
            value: found.sheet,
            because: `it is the first of ${names.length} with rows`,
          },
        ]
      : [];
  const records = found.data.map((row) => row.map(cellOf));
  const filled = records.flatMap((cells, at) => (cells.some(Boolean) ? [{ cells, at }] : []));
  const sample = filled.slice(0, SAMPLE_RECORDS).map(({ cells }) => cells);
  const guess = guessHeader(sample);
  const header = choice.header ?? guess.header;
  if (choice.header === undefined && header !== 1)
    guesses.push({ what: "header", value: String(header), because: guess.because });
  const headings = header === 0 ? (sample[0] ?? []).map(() => "") : (sample[header - 1] ?? []);
  const width = headings.findLastIndex(Boolean) + 1 || headings.length;
  if (width > limits.columns)
    throw new WrongSource(file, `${width} columns`, `at most ${limits.columns}`);
  const columns = apart(headings.slice(0, width));
  const below = sample[header];
  const tags =
    header > 0 && below && isOfTags(below) ? columns.map((_, at) => below[at] ?? "") : [];
  const rows = filled.slice(header + (tags.length > 0 ? 1 : 0)).map(({ at, cells }): SourceRow => {
    const row = {
      line: at + 1,
      cells: columns.map((_, index) => cells[index] ?? ""),
      geometry: null,
    };
    const beyond = cells.slice(width).findIndex(Boolean);
    if (beyond === -1) return row;
    const got = `${width + beyond + 1} cells`;
    return { ...row, fault: { name: "row", got, allowed: `${width} cells, as in the header` } };
  });
  return {
    ...{ file, format: "xlsx", columns, tags, guesses, notes: [], sheets: names },
    rows: () => inParts(rows),
  };
}

async function sheetsOf(file: string, bytes: Uint8Array, limits: SourceLimits): Promise<Sheets> {
  let unpacked = 0;
  let isWorkbook = false;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        isWorkbook ||= name === "xl/workbook.xml";
        return false;
      },
    });
  } catch {
    throw new WrongSource(file, "an archive that is broken", "a workbook of Excel (.xlsx)");
  }
  if (!isWorkbook)
    throw new WrongSource(
      file,
      "an archive that is no workbook",
      "a workbook (.xlsx), or the file in it",
    );
  if (unpacked > limits.unpacked) {
    const got = `${Math.ceil(unpacked / MEGABYTE)} MB, packed in ${Math.ceil(bytes.length / MEGABYTE)} MB`;
    throw new WrongSource(file, got, `at most ${limits.unpacked / MEGABYTE} MB unpacked`);
  }
  try {
    const whole = bytes.slice().buffer;
    return (await readWorkbook(whole)) as unknown as Sheets;
  } catch (error) {
    const got = `a workbook that cannot be read (${error instanceof Error ? error.message : error})`;
    throw new WrongSource(file, got, "a workbook of Excel (.xlsx)");
  }
}

/** A day without a time as a day: spreadsheets know only instants. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (!(value instanceof Date)) return String(value).trim();
  if (Number.isNaN(value.getTime())) return "";
  const text = value.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}
