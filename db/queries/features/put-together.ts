import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";

const dialect = new PgDialect();
const known = new Map<string, SQL>();

/**
 * SQL without values as one piece of text, put together once under the name. Drizzle puts a statement together piece by
 * piece each time it is asked, which for a long list of columns takes as long as a small answer. Only for what has few
 * names, as all are kept. Throws where a value is in it.
 */
export function putTogether<Type>(name: string, pieces: () => SQL<Type>): SQL<Type> {
  const ready = known.get(name);
  if (ready) return ready as SQL<Type>;
  const { params, sql: text } = dialect.sqlToQuery(pieces());
  if (params.length > 0) throw new Error(`${name} has ${params.length} values in it`);
  const made = sql.raw(text) as SQL<Type>;
  known.set(name, made);
  return made;
}
