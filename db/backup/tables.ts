// The tables of a backup: every one of the schema, found in it, so that none can be forgotten.
import { getTableColumns, is, type SQL, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "../schema/index.ts";
import { isLiving, keyColumns } from "../schema/record-key.ts";

export type StoredTable = {
  readonly name: string;
  /** Those that are written; what the database derives from them it derives again. */
  readonly columns: readonly string[];
  /** Its rows one part after the other, each in the order of a key that an index has: the same rows make the same file. */
  readonly parts: readonly TablePart[];
  /** The column with the id of the dataset that a row is of. */
  readonly datasetColumn: string;
};

export type TablePart = {
  /** The condition of its rows; undefined of a table that has one part. */
  readonly where: SQL | undefined;
  readonly key: readonly string[];
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
    const { name, columns } = getTableConfig(table);
    const key = keyColumns(table);
    const datasetColumn = table === schema.datasets ? "id" : "dataset_id";
    if (!columns.some((column) => column.name === datasetColumn))
      throw new Error(`table ${name} does not say of which dataset its rows are`);
    return {
      name,
      datasetColumn,
      columns: Object.values(getTableColumns(table))
        .filter(({ generated }) => generated === undefined)
        .map((column) => column.name),
      parts: isLiving(table)
        ? [
            { where: sql`until IS NULL`, key },
            { where: sql`until IS NOT NULL`, key: [...key, "until"] },
          ]
        : [{ where: undefined, key }],
    };
  });
}
