// The rows of the tables of a package, every cell of them checked by itself.
import type { Geometry } from "geojson";
import type { Vocabularies } from "#model/dataset/declared.ts";
import type { Language } from "#model/words/language.ts";
import { VOCABULARIES } from "#model/words/vocabulary.ts";
import { readGeoJson } from "../files/read-geojson.ts";
import type { SeenIds } from "../files/seen-ids.ts";
import { Findings } from "../findings.ts";
import { type Row, TABLES, type TableName } from "../tables.ts";
import { type CheckedTable, rowCheck, type TermIds } from "./check-rows.ts";
import { type OwnColumns, OwnColumnsReader } from "./own-columns.ts";
import { readTable, type TableFile } from "./read-table.ts";
import { readText } from "./read-text.ts";

/** A row of a GeoJSON table has a geometry besides its values. */
export type PackageRow<Name extends TableName> = Row<Name> & { readonly geometry?: Geometry };

/** The columns of tables that no record type knows; filled in as the tables are read. */
export type OwnColumnsOfTables = Map<TableName, OwnColumns>;

export type TableSource = TableFile & {
  readonly languages: readonly Language[];
  readonly vocabularies: Vocabularies;
  readonly own: OwnColumnsOfTables;
};

const NO_OWN: OwnColumns = { kept: [], refused: [], headings: new Map() };

/** Finds the columns of a table that no record type knows, by its header, or all of its rows where they tell types. */
export async function sortOutColumns(source: TableSource, name: TableName): Promise<void> {
  let reader: OwnColumnsReader | undefined;
  for await (const { columns, rows } of readTable(source, new Findings())) {
    if (columns) reader = new OwnColumnsReader({ ...source, name }, columns);
    if (!reader?.needsRows) break;
    for (const { cells } of rows) reader.row(cells);
  }
  if (reader) source.own.set(name, reader.found);
}

/** How the rows of the table are checked; columns of its own are told. */
function checkOf(
  { file, form, languages, own: ofTables, vocabularies }: TableSource,
  name: TableName,
  columns: readonly string[],
  { notice }: Findings,
) {
  const own = ofTables.get(name) ?? NO_OWN;
  const table: CheckedTable = { name, languages, own, form, terms: termIds(vocabularies) };
  const names = own.kept.map(({ attribute }) => `${attribute.name} (${attribute.type})`);
  if (names.length > 0) {
    const said = `these columns are the dataset’s own. They are published with each record, for all to read: ${names.join(", ")}`;
    notice("own columns", { file, line: null, name: "columns", said });
  }
  return rowCheck(file, columns, TABLES[name], table);
}

/** Ids by the labels of their terms, where these differ; a label that two terms have is nobody's. */
function termIds(vocabularies: Vocabularies): TermIds {
  const idsOf = (terms: Vocabularies[keyof Vocabularies]) => {
    const ids = new Map<string, string>();
    const taken = new Set(terms.map(({ id }) => id));
    for (const { id, label } of terms as readonly { id: string; label: Record<string, string> }[])
      for (const text of new Set(Object.values(label))) {
        if (taken.has(text)) ids.delete(text);
        else ids.set(text, id);
        taken.add(text);
      }
    return ids;
  };
  return new Map(VOCABULARIES.map((name) => [name, idsOf(vocabularies[name])]));
}

/** The rows of a table that are right by themselves, some at once; `ids` is given those of the table. */
export async function* checkedRows<Name extends TableName>(
  source: TableSource,
  name: Name,
  findings: Findings,
  ids: Map<TableName, SeenIds>,
): AsyncGenerator<Row<Name>[]> {
  let check: ReturnType<typeof rowCheck> | undefined;
  for await (const { columns, rows, problems } of readTable(source, findings)) {
    for (const problem of problems) findings.problem(problem);
    if (columns) {
      const made = checkOf(source, name, columns, findings);
      ids.set(name, made.ids);
      for (const problem of made.problems) findings.problem(problem);
      check = made.problems.length === 0 ? made : undefined;
      if (!check) made.ids.isComplete = false;
    }
    const known = ids.get(name);
    if (known && problems.length > 0) known.isComplete = false;
    const right: Row<Name>[] = [];
    for (const { line, cells } of rows) {
      const checked = check?.check(line, cells, findings.problem);
      if (checked) right.push(checked as unknown as Row<Name>);
    }
    yield right;
  }
}

/** The features of a GeoJSON table that are right by themselves. */
export async function* checkedFeatures(
  source: TableSource,
  name: TableName,
  findings: Findings,
  ids: Map<TableName, SeenIds>,
): AsyncGenerator<PackageRow<TableName>[]> {
  const { file, form, own: ofTables } = source;
  const text = await readText(source.source, file, findings, form.encoding);
  const table = text === undefined ? undefined : readGeoJson(file, text, findings);
  if (!table) return;
  const present = (cells: readonly string[]) =>
    cells.map((cell) => (form.missing.has(cell) ? "" : cell));
  const reader = new OwnColumnsReader({ ...source, name }, table.columns);
  for (const { cells } of table.rows) reader.row(present(cells));
  ofTables.set(name, reader.found);
  const { problems, check, ids: own } = checkOf(source, name, table.columns, findings);
  ids.set(name, own);
  if (table.rows.length === 0) return;
  for (const problem of problems) findings.problem(problem);
  if (problems.length > 0) own.isComplete = false;
  if (problems.length > 0) return;
  yield table.rows.flatMap(({ line, cells, geometry }) => {
    const checked = check(line, present(cells), findings.problem);
    return checked && geometry
      ? ({ ...checked, geometry } as unknown as PackageRow<TableName>)
      : [];
  });
}
