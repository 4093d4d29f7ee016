// From the text of one file to checked rows. Every cell is checked; all problems are reported, not only the first.
import { parse } from "csv-parse/sync";
import type { Geometry } from "geojson";
import { quote } from "#model/problem.ts";
import { geometryProblem } from "./check-geometry.ts";
import type { Field } from "./field.ts";
import type { RowProblem } from "./row-problem.ts";
import type { Fields, Values } from "./tables.ts";

export type RawRow = {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
  readonly geometry?: Geometry;
};

export type RawTable = {
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
  readonly problems: readonly RowProblem[];
};

/** Reads CSV (RFC 4180, UTF-8, header row); `line` is the line on which a record begins. */
export function readCsv(file: string, text: string): RawTable {
  const broken = (line: number | null, got: string, allowed: string): RawTable => ({
    columns: [],
    rows: [],
    problems: [{ file, line, name: "file", got, allowed }],
  });
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as typeof records;
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? null;
    const message = error instanceof Error ? error.message : String(error);
    return broken(line, message, "CSV as in RFC 4180");
  }
  const [header, ...body] = records;
  if (!header) return broken(null, "an empty file", "a header row");
  const columns = header.record;
  const problems: RowProblem[] = [];
  const rows = body.map(({ record, info }) => {
    const line = info.lines - record.reduce((sum, cell) => sum + lineBreaks(cell), 0);
    if (record.length !== columns.length) {
      const got = `${record.length} cells`;
      problems.push({
        file,
        line,
        name: "row",
        got,
        allowed: `${columns.length} cells, as in the header`,
      });
    }
    return { line, cells: new Map(columns.map((column, index) => [column, record[index] ?? ""])) };
  });
  return { columns, rows, problems };
}

function lineBreaks(cell: string): number {
  return cell.split("\n").length - 1;
}

/** Reads a GeoJSON FeatureCollection (RFC 7946); `line` is the number of the feature, from 1. */
export function readGeoJson(file: string, text: string): RawTable {
  const broken = (got: string, allowed: string): RawTable => ({
    columns: [],
    rows: [],
    problems: [{ file, line: null, name: "file", got, allowed }],
  });
  let document: { type?: unknown; features?: unknown };
  try {
    document = JSON.parse(text);
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error), "JSON");
  }
  const { features } = document ?? {};
  if (document?.type !== "FeatureCollection" || !Array.isArray(features))
    return broken(quote(String(document?.type)), "a GeoJSON FeatureCollection");
  const problems: RowProblem[] = [];
  const columns = new Set<string>();
  const rows = features.map((feature, index) => {
    const line = index + 1;
    const wrong = geometryProblem(feature?.geometry);
    if (wrong) problems.push({ file, line, name: "geometry", ...wrong });
    const properties = Object.entries(feature?.properties ?? {});
    for (const [name] of properties) columns.add(name);
    const cells = new Map(properties.map(([name, value]) => [name, cellOf(value)]));
    return { line, cells, geometry: feature?.geometry as Geometry };
  });
  return { columns: [...columns], rows, problems };
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.join(";") : String(value);
}

/** Checks the columns and every cell. A row with a problem is reported and left out of the answer. */
export function checkRows<F extends Fields>(
  file: string,
  table: RawTable,
  fields: F,
): { rows: { line: number; values: Values<F>; geometry?: Geometry }[]; problems: RowProblem[] } {
  const problems = [...table.problems, ...columnProblems(file, table, fields)];
  if (problems.some((problem) => problem.line === null)) return { rows: [], problems };
  const seen = new Map<string, number>();
  const rows = table.rows.flatMap((row) => {
    const values: Record<string, unknown> = {};
    const before = problems.length;
    for (const [name, field] of Object.entries(fields)) {
      const cell = row.cells.get(name) ?? "";
      const value = readCell(field, cell);
      if (value === undefined)
        problems.push({ file, line: row.line, name, got: quote(cell), allowed: allowedIn(field) });
      else values[name] = value;
    }
    const id = row.cells.get("id") ?? "";
    const first = seen.get(id);
    if (first !== undefined)
      problems.push({
        file,
        line: row.line,
        name: "id",
        got: `${quote(id)}, which row ${first} has already`,
        allowed: "an id of its own for each row",
      });
    else seen.set(id, row.line);
    return problems.length > before ? [] : [{ ...row, values: values as Values<F> }];
  });
  return { rows, problems };
}

function readCell(field: Field<unknown>, cell: string): unknown {
  if (cell === "") return field.required ? undefined : field.empty;
  return field.parse(cell);
}

function allowedIn(field: Field<unknown>): string {
  return field.required ? field.allowed : `${field.allowed}, or an empty cell`;
}

function columnProblems(file: string, table: RawTable, fields: Fields): RowProblem[] {
  if (table.problems.some((problem) => problem.line === null) || table.rows.length === 0) return [];
  const known = Object.keys(fields);
  const missing = known.filter(
    (name) => !table.columns.includes(name) && !fields[name]?.optionalColumn,
  );
  const unknown = table.columns.filter((name) => !known.includes(name));
  return [
    ...missing.map((name) => ({
      file,
      line: null,
      name,
      got: "no such column",
      allowed: "this column",
    })),
    ...unknown.map((name) => ({
      file,
      line: null,
      name: quote(name),
      got: "a column that is not known",
      allowed: `the columns ${known.join(", ")}`,
    })),
  ];
}
