import type { Problem } from "#model/problem.ts";

/** Something wrong in a file of a data package. `line` is 1-based; of a GeoJSON file it is the feature's number. */
export type RowProblem = Problem & { readonly file: string; readonly line: number | null };

/** The problem as one line of a report: `places.csv:12 lat: got "95", allowed is …`. */
export function printRowProblem({ file, line, name, got, allowed }: RowProblem): string {
  const position = file.endsWith(".csv") ? `:${line}` : `, feature ${line}`;
  return `${file}${line === null ? "" : position} ${name}: got ${got}, allowed is ${allowed}`;
}
