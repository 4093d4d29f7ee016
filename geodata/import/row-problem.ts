import type { Problem } from "#model/problem.ts";
import { isGeoJsonFile } from "./file-kind.ts";

/** Where something was found in a package. `line` is 1-based; of a GeoJSON file it is the feature's number. */
export type ToldPlace = {
  readonly file: string;
  readonly line: number | null;
  readonly name: string;
};

/** Something wrong in a file of a data package. */
export type RowProblem = Problem & ToldPlace;

/** Something that is accepted and worth a look, as one sentence that says what becomes of it. */
export type RowNotice = ToldPlace & { readonly said: string };

/** The problem as one line of a report: `places.csv:12 lat: found "95"; expected …`. */
export function printRowProblem(problem: RowProblem): string {
  return `${printPlace(problem)}: found ${problem.got}; expected ${problem.allowed}`;
}

/** The notice as one line of a report: `notice: places.csv:12 lat: …`. */
export function printNotice(notice: RowNotice): string {
  return `notice: ${printPlace(notice)}: ${notice.said}`;
}

function printPlace({ file, line, name }: ToldPlace): string {
  const position = isGeoJsonFile(file) ? `, feature ${line}` : `:${line}`;
  return `${file}${line === null ? "" : position} ${name}`;
}
