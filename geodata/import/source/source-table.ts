// One form for whatever people bring: a table of columns with the values as they are written, and where a row lies.
import type { Geometry } from "geojson";
import { systemWords } from "#model/words/system-words.ts";
import { type Phrase, problemOf, type Refusal, unreadable } from "../refusal/refusal.ts";
import type { RowProblem } from "../row-problem.ts";

export const SOURCE_FORMATS = [
  ...(["csv", "xlsx", "geojson", "geojson-seq", "json", "linked-places", "kml", "gpx"] as const),
] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** What is said of how a file is written, in the place of a guess. */
export type SourceChoice = {
  /** A label of the WHATWG Encoding Standard. */
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** The row of the headings, from 1; 0: there is none, and columns are called by their numbers. */
  readonly header?: number | undefined;
  /** The name of the sheet of a spreadsheet. */
  readonly sheet?: string | undefined;
};

/** What was guessed of how a file is written, and what it was guessed from, in words. */
export type Guessed = {
  readonly what: "encoding" | "delimiter" | "decimal" | "header" | "sheet";
  readonly value: string;
  readonly because: string;
};

/** What of a file is in no row: the heights of its positions. */
export type SourceNote = "heights";

export type SourceRow = {
  /** Where it stands: of texts the line, of spreadsheets the row, of others the number of the feature, from 1. */
  readonly line: number;
  /** As they are written, one for each column. */
  readonly cells: readonly string[];
  /** Null where the file gives none besides its cells. */
  readonly geometry: Geometry | null;
  /** Why it is no row of the table, where it is none. */
  readonly fault?: Pick<Refusal, "name" | "got" | "allowed">;
};

export type SourceTable = {
  readonly file: string;
  readonly format: SourceFormat;
  /** The headings, each once: a second one of a name has a number behind it. */
  readonly columns: readonly string[];
  /** The tags of the Humanitarian Exchange Language below the headings, one for each column; empty where there are none. */
  readonly tags: readonly string[];
  readonly guesses: readonly Guessed[];
  /** What of the file is not in its rows. */
  readonly notes: readonly SourceNote[];
  /** The names of all sheets of a spreadsheet; one of them was read. */
  readonly sheets: readonly string[];
  /** Every row, some at once, as often as it is asked; throws WrongSource where the file cannot be read further. */
  readonly rows: () => AsyncIterable<readonly SourceRow[]>;
};

/** Why a file is no table, or none that can be read to its end. */
export class WrongSource extends Error {
  readonly refusal: Refusal;
  readonly problem: RowProblem;

  constructor(file: string, got: Phrase, allowed: Phrase, line: number | null = null) {
    const refusal: Refusal = { file, line, name: "file", got, allowed };
    const problem = problemOf(refusal);
    super(problem.got);
    this.refusal = refusal;
    this.problem = problem;
  }
}

/** What the system says of a file that it does not let be read, as a WrongSource; any other error as it is. */
export function asWrongSource(error: unknown, file: string): unknown {
  if (systemWords(error) === undefined) return error;
  const { allowed, got } = unreadable(error);
  return new WrongSource(file, got, allowed);
}

/** How much of a file is read. */
export type SourceLimits = {
  /** Bytes of a table that is read as it comes, a row after the other. */
  readonly streamed: number;
  /** Bytes of a document that is held whole. */
  readonly whole: number;
  /** Bytes of what is packed in a spreadsheet. */
  readonly unpacked: number;
  readonly columns: number;
};

const MEGABYTE = 1024 * 1024;

export const ON_DISK: SourceLimits = {
  streamed: Number.POSITIVE_INFINITY,
  whole: 256 * MEGABYTE,
  unpacked: 256 * MEGABYTE,
  columns: 500,
};

/** A page has less room, and nobody waits for more. */
export const IN_BROWSER: SourceLimits = {
  streamed: 200 * MEGABYTE,
  whole: 100 * MEGABYTE,
  unpacked: 100 * MEGABYTE,
  columns: 500,
};

/** The headings, each once: the second `name` is `name (2)`; one that is empty is called by its number. */
export function apart(headings: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return headings.map((heading, at) => {
    const base = heading.trim() === "" ? `column ${at + 1}` : heading.trim();
    let name = base;
    for (let nth = 2; taken.has(name); nth += 1) name = `${base} (${nth})`;
    taken.add(name);
    return name;
  });
}

/** Rows that are in memory, as a table gives them. */
export async function* inParts(rows: readonly SourceRow[]): AsyncGenerator<readonly SourceRow[]> {
  const AT_ONCE = 500;
  for (let from = 0; from < rows.length; from += AT_ONCE) yield rows.slice(from, from + AT_ONCE);
}
