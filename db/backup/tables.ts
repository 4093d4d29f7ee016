// The tables of a backup: every one of the schema, found in it, so that none can be forgotten.
import { getTableColumns, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "../schema/index.ts";

export type StoredTable = {
  readonly name: string;
  /** Those that are written; what the database derives from them it derives again. */
  readonly columns: readonly string[];
  /** Columns of the primary key, in whose order the rows are read: the same rows make the same file. */
  readonly key: readonly string[];
  /** The column with the id of the dataset that a row is of. */
  readonly datasetColumn: string;
};

/** All tables, each after those that it refers to. */
export function storedTables(): readonly StoredTable[] {
  const tables = (Object.values(schema) as readonly unknown[]).filter((value): value is PgTable =>
    is(value, PgTable),
  );
  const ordered: PgTable[] = [];
  const add = (table: PgTable) => {
    if (ordered.includes(table)) return;
    for (const { reference } of getTableConfig(table).foreignKeys) {
      const { foreignTable } = reference();
      if (foreignTable !== table) add(foreignTable);
    }
    ordered.push(table);
  };
  for (const table of tables) add(table);
  return ordered.map((table) => {
    const { name, columns, primaryKeys } = getTableConfig(table);
    const own = columns.filter(({ primary }) => primary);
    const key = own.length > 0 ? own : (primaryKeys[0]?.columns ?? []);
    if (key.length === 0) throw new Error(`table ${name} has no primary key`);
    const datasetColumn = table === schema.datasets ? "id" : "dataset_id";
    if (!columns.some((column) => column.name === datasetColumn))
      throw new Error(`table ${name} does not say of which dataset its rows are`);
    return {
      name,
      datasetColumn,
      columns: Object.values(getTableColumns(table))
        .filter(({ generated }) => generated === undefined)
        .map((column) => column.name),
      key: key.map((column) => column.name),
    };
  });
}
