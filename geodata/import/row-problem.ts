import type { Problem } from "#model/problem.ts";

/** Something wrong in a file of a data package. `line` is 1-based; of a GeoJSON file it is the feature's number. */
export type RowProblem = Problem & { readonly file: string; readonly line: number | null };

/** The problem as one line of a report: `places.csv:12 lat: got "95", allowed is …`. */
export function printRowProblem(problem: RowProblem): string {
  return `${printPlace(problem)}: got ${problem.got}, allowed is ${problem.allowed}`;
}

/** What is accepted and worth a look, as one line of a report: `notice: places.csv:12 lat: got …, expected …`. */
export function printNotice(notice: RowProblem): string {
  return `notice: ${printPlace(notice)}: got ${notice.got}, expected ${notice.allowed}`;
}

function printPlace({ file, line, name }: RowProblem): string {
  const position = file.endsWith(".csv") ? `:${line}` : `, feature ${line}`;
  return `${file}${line === null ? "" : position} ${name}`;
}
