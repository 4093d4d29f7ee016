// The rows of a table whose records have one position each, as they stand in its file: CSV, or GeoJSON of points.
import { isGeoJsonFile } from "../file-kind.ts";
import type { FileForm } from "../files/file-form.ts";
import type { PackageFiles } from "../files/package-files.ts";
import { type CsvPart, readCsv } from "../files/read-csv.ts";
import { readPoints } from "../files/read-geojson.ts";
import { Findings } from "../findings.ts";
import { readText } from "./read-text.ts";

/** A file of a package, and how it is written. */
export type TableFile = {
  readonly source: PackageFiles;
  readonly file: string;
  readonly form: FileForm;
};

/** The headings of the file first, then its rows, some at once; what is wrong with rows as such comes with them. */
export async function* readTable(
  { file, form, source }: TableFile,
  findings: Findings,
): AsyncGenerator<CsvPart> {
  if (!isGeoJsonFile(file)) return yield* readCsv(source, file, form);
  const found = new Findings(findings);
  const text = await readText(source, file, found, form.encoding);
  const table = text === undefined ? undefined : readPoints(file, text, found);
  if (table) yield { columns: table.columns, rows: [], problems: [] };
  const present = (cell: string) => (form.missing.has(cell) ? "" : cell);
  const rows = (table?.rows ?? []).map(({ cells, line }) => ({ line, cells: cells.map(present) }));
  yield { rows, problems: found.refusals };
}
