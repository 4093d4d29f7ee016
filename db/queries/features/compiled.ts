import { fillPlaceholders, Placeholder } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Query } from "../../byte-rows.ts";

/**
 * A value in a statement, under a name that no other value in it has: the value itself or, in a statement that is
 * compiled for all questions of its shape, the place that it will take.
 */
export type Values = <Value>(name: string, value: Value) => Value | Placeholder;

export const asGiven: Values = (_, value) => value;
const asPlace: Values = (name) => new Placeholder(name);

/** So many are kept, each some kB of SQL. */
const SHAPES = 500;
const compiled = new LRUCache<string, ReturnType<Query["toSQL"]>>({ max: SHAPES });

/**
 * The query of a shape, whose SQL is compiled once: Drizzle puts a statement together piece by piece each time, which
 * takes longer than many an answer. `shape` tells all that the SQL depends on but the values; `values` are all those that
 * `make` asks for, by their names. Throws where one is missing.
 */
export function compiledQuery(
  shape: string,
  values: Record<string, unknown>,
  make: (value: Values) => Query,
): Query {
  let query = compiled.get(shape);
  if (!query) {
    query = make(asPlace).toSQL();
    compiled.set(shape, query);
  }
  const { params, sql } = query;
  return { toSQL: () => ({ sql, params: fillPlaceholders(params, values) }) };
}
