import { fieldsOf } from "#model/field/member.ts";
import type { DataPackage, KeptTable } from "../read/data-package.ts";
import type { Report } from "../report.ts";
import { type Row, TABLES, type TableName } from "../tables.ts";

/** Tables that are kept whole while a package is read. */
export const KEPT_TABLES = (Object.keys(TABLES) as TableName[]).filter(
  (name): name is KeptTable => name !== "events",
);

type Reference = readonly [column: string, { readonly references: readonly TableName[] }];

/** The columns of each table that name rows of others. */
const REFERENCES = Object.fromEntries(
  Object.entries(TABLES).map(([name, fields]) => [
    name,
    fieldsOf(fields).filter(([, { references }]) => references !== undefined),
  ]),
) as unknown as Readonly<Record<TableName, readonly Reference[]>>;

/** True for tables with a column that names events, which are known only once all of them were read. */
export function namesEvents(table: TableName): boolean {
  return REFERENCES[table].some(([, { references }]) => references.includes("events"));
}

/** Every id that a row names is the id of a row. */
export function checkReferences<Name extends TableName>(
  dataPackage: DataPackage,
  table: Name,
  { line, values }: Row<Name>,
  report: Report,
): void {
  for (const [column, { references }] of REFERENCES[table]) {
    const value = (values as Record<string, string | readonly string[] | null>)[column];
    if (value === null || value === undefined) continue;
    for (const id of typeof value === "string" ? [value] : value)
      if (references.every((target) => isMissing(dataPackage, target, id)))
        report.problem(table, line, column, ["quoted", id], ["id-of", references]);
  }
}

/** True where no row of the table has this id; nobody knows of a table whose rows could not all be read. */
export function isMissing(dataPackage: DataPackage, table: TableName, id: string): boolean {
  return knowsIds(dataPackage, table) && !dataPackage.ids.get(table)?.has(id);
}

/** False where ids of the table are not known: a row of it, or the whole, could not be read. */
export function knowsIds({ files, ids }: DataPackage, table: TableName): boolean {
  if (!files.has(table)) return true;
  return ids.get(table)?.isComplete ?? false;
}
