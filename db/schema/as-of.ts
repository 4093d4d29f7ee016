// A public view as it was in an earlier version: the same columns under the same name, of the rows of that version. It
// stands in the place of the view in a statement, so that nothing else in it differs.
import {
  getTableColumns,
  getTableName,
  getViewName,
  getViewSelectedFields,
  type Placeholder,
  type SQL,
  Subquery,
  sql,
} from "drizzle-orm";
import { PgDialect, type PgView } from "drizzle-orm/pg-core";
import { RECORD_VIEWS } from "./record-views.ts";
import { type Rows, rowsOfVersion } from "./rows.ts";
import { COLLECTION_VIEWS } from "./view-sql.ts";

/** Of which version a question is: its number, or undefined for the newest, whichever that is. */
export type AsOf = number | undefined;

const NUMBER = ":number:";
const dialect = new PgDialect();
/** What stands between the numbers in the SELECT of each view: it is put together once. */
const texts = new Map<string, readonly string[]>();

/**
 * Where a question of the version reads what the view has: `number` is that of the version, or the place that it takes in
 * a statement for all. Views that say which versions there are have them all.
 */
export function viewAsOf<View extends PgView>(
  view: View,
  asOf: AsOf,
  number: number | Placeholder | undefined = asOf,
): View | Subquery {
  if (asOf === undefined) return view;
  const name = getViewName(view);
  const text = texts.get(name) ?? textOf(name);
  texts.set(name, text);
  const own = sql.join(text.map(sql.raw), sql`${number}::integer`);
  return new Subquery(own, getViewSelectedFields(view), name);
}

function textOf(name: string): readonly string[] {
  const { params, sql: text } = dialect.sqlToQuery(selectOf(name, rowsOfVersion(NUMBER)));
  if (params.length > 0) throw new Error(`the view ${name} has values in it`);
  return text.split(NUMBER);
}

function selectOf(name: string, rows: Rows): SQL {
  const ofCollection: Readonly<Record<string, ((rows: Rows) => SQL) | undefined>> =
    COLLECTION_VIEWS;
  const made = ofCollection[name];
  if (made) return made(rows);
  const ofRecords: Readonly<Record<string, (typeof RECORD_VIEWS)[keyof typeof RECORD_VIEWS]>> =
    RECORD_VIEWS;
  const table = ofRecords[name];
  if (!table) throw new Error(`nothing says what the view ${name} has in an earlier version`);
  const columns = Object.values(getTableColumns(table)).map(
    (column) => sql`r.${sql.identifier(column.name)}`,
  );
  return sql`SELECT ${sql.join(columns, sql`, `)} FROM ${rows.of(getTableName(table))} r WHERE ${rows.alive("r")}`;
}
