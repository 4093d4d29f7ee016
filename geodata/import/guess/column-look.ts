// What the first rows of a table show of its columns, to whoever maps it and to the guess.
import { parseEdtf } from "#model/time/edtf.ts";
import type { Language } from "#model/words/language.ts";
import { dateReader } from "../mapping/date/read-date.ts";
import { parseDegrees } from "../mapping/place/degrees.ts";
import { pointsOfWkt } from "../mapping/place/wkt-points.ts";
import type { SourceTable } from "../source/source-table.ts";
import { spokenLanguage } from "./spoken-language.ts";

export type ColumnLook = {
  readonly column: string;
  /** Three cells that differ, as they are written. */
  readonly samples: readonly string[];
  /** How many of the rows that were looked at have a filled cell. */
  readonly filled: number;
  readonly distinct: number;
  /** What nearly all of the filled cells could be. */
  readonly mayBe: ReadonlySet<"date" | "number" | "wkt" | "pair" | "mgrs">;
};

export type TableLook = {
  readonly rows: number;
  /** Whether some rows have a geometry besides their cells. */
  readonly hasGeometry: boolean;
  readonly columns: readonly ColumnLook[];
  /** In which the texts plainly are. */
  readonly language: Language | undefined;
};

const LOOKED_AT = 500;
const SAMPLES = 3;
/** The part of the filled cells that have to be something for the column to be it. */
const NEARLY_ALL = 0.9;

/** Looks at the first rows. */
export async function lookAt(table: SourceTable): Promise<TableLook> {
  const cells: string[][] = table.columns.map(() => []);
  let [rows, hasGeometry] = [0, false];
  for await (const some of table.rows()) {
    for (const row of some.slice(0, LOOKED_AT - rows)) {
      hasGeometry ||= row.geometry !== null;
      for (const [at, own] of cells.entries()) own.push(row.cells[at] ?? "");
    }
    rows = Math.min(LOOKED_AT, rows + some.length);
    if (rows >= LOOKED_AT) break;
  }
  const columns = table.columns.map((column, at) => lookOf(column, cells[at] ?? []));
  return { rows, hasGeometry, columns, language: spokenLanguage(cells.flat()) };
}

const PAIR = /^[([]?\s*-?\d{1,3}[.,]\d+\s*[,;\s]\s*-?\d{1,3}[.,]\d+\s*[)\]]?$/;
const MGRS = /^\d{1,2}[C-HJ-NP-X]\s?[A-Z]{2}\s?(?:\d\s*){4,10}$/i;

const READING = { numbers: null, century: null, midnight: "time" } as const;

function lookOf(column: string, cells: readonly string[]): ColumnLook {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const distinct = new Set(filled);
  const read = dateReader({ ...READING, order: "dmy" }, []);
  const readOther = dateReader({ ...READING, order: "mdy" }, []);
  const are = (test: (cell: string) => boolean) =>
    filled.length > 0 && filled.filter(test).length >= NEARLY_ALL * filled.length;
  const isDate = (cell: string) =>
    typeof read(cell) === "string" || typeof readOther(cell) === "string";
  const mayBe = new Set<"date" | "number" | "wkt" | "pair" | "mgrs">();
  if (are((cell) => parseDegrees(cell, "lon") !== undefined && !/[°nsew]/i.test(cell)))
    mayBe.add("number");
  if (are((cell) => isDate(cell) && !/^\d{1,4}$/.test(cell))) mayBe.add("date");
  else if (are((cell) => /^\d{4}$/.test(cell) && parseEdtf(cell) !== undefined)) mayBe.add("date");
  if (are((cell) => pointsOfWkt(cell) !== undefined)) mayBe.add("wkt");
  if (are((cell) => PAIR.test(cell.trim()))) mayBe.add("pair");
  if (are((cell) => MGRS.test(cell.trim()))) mayBe.add("mgrs");
  return {
    column,
    samples: [...distinct].slice(0, SAMPLES),
    filled: filled.length,
    distinct: distinct.size,
    mayBe,
  };
}
