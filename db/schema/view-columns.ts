// The lists of columns of the public views, made from what is shown.
import { type SQL, sql } from "drizzle-orm";
import type { AnyCollection } from "#model/collection/collection.ts";
import type { Members } from "#model/field/member.ts";
import { storedColumns } from "#model/field/rows.ts";

type Expressions = Readonly<Record<string, SQL>>;

/** `expression AS name`, for each name. */
export function named(expressions: Expressions): SQL {
  const columns = Object.entries(expressions).map(
    ([name, expression]) => sql`${expression} AS ${sql.raw(quoted(name))}`,
  );
  return sql.join(columns, sql`, `);
}

/**
 * A column for each property of the collection, one for a text whatever its languages are: its expression where one is given, else the column of the record that
 * it shows, in the table that `tableOf` tells. Throws where a derived property has no expression.
 */
export function propertiesSql(
  { id, properties }: AnyCollection,
  expressions: Expressions,
  tableOf: (column: string) => string = () => "r",
): SQL {
  const all = properties.map(({ column, name }) => {
    const expression = expressions[name] ?? (column && ownColumn(tableOf(column), column));
    if (!expression) throw new Error(`nothing says how ${id} derive ${name}`);
    return [name, expression] as const;
  });
  return named(Object.fromEntries(all));
}

/** A column for each stored column of the record type: its expression where one is given, else itself. */
export function columnsSql(members: Members, expressions: Expressions): SQL {
  const all = storedColumns(members).map(
    ([name]) => [name, expressions[name] ?? ownColumn("r", name)] as const,
  );
  return named(Object.fromEntries(all));
}

const ownColumn = (table: string, column: string) => sql.raw(`${table}.${quoted(column)}`);

const quoted = (name: string) => `"${name}"`;
