import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Ids in the order of their code points, so that no server's locale puts the same data in another order. */
export function byId(column: SQLWrapper): SQL {
  return sql`${column} COLLATE "C"`;
}
