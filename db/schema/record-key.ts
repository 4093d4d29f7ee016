import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";

/** Whether the rows of the table live from one version until another. */
export const isLiving = (table: PgTable): boolean =>
  getTableConfig(table).columns.some(({ name }) => name === "until") &&
  getTableConfig(table).columns.some(({ name }) => name === "since");

/** The columns by which a row is told from all others of the newest version, or of its table where rows do not live. */
export function keyColumns(table: PgTable): readonly string[] {
  const { columns, indexes, name, primaryKeys } = getTableConfig(table);
  const own = columns.filter(({ primary }) => primary);
  const newest = indexes.find(({ config }) => config.unique && config.name === `${name}_newest`);
  const ofNewest = isLiving(table) ? (newest?.config.columns as PgColumn[] | undefined) : undefined;
  const key = ofNewest ?? (own.length > 0 ? own : primaryKeys[0]?.columns) ?? [];
  if (key.length === 0) throw new Error(`table ${name} has no key`);
  return key.map((column) => column.name);
}
