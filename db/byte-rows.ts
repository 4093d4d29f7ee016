// Reading texts as the bytes that the server sent, for whoever passes them on and never looks inside. Drizzle reads all
// of them as strings. Beside `open.ts` and `copy.ts` the only file that knows the drivers.
import type { PGlite } from "@electric-sql/pglite";
import type { Db } from "./database.ts";
import type { SqlClient } from "./readers.ts";

/** A query of Drizzle. */
type Query = { readonly toSQL: () => { readonly sql: string; readonly params: unknown[] } };

/** The columns of a row in the order of the query, each as its text in UTF-8. */
export type ByteRow = readonly (Uint8Array | null)[];

/** The rows of the query. `isKept`: the servers keep the statement prepared, which only few statements are worth. */
export async function readBytes(
  db: Db,
  query: Query,
  { isKept }: { readonly isKept: boolean },
): Promise<readonly ByteRow[]> {
  const { sql, params } = query.toSQL();
  const { client } = (db as unknown as { session: { client: object } }).session;
  if ("unsafe" in client)
    return (client as SqlClient).unsafe(sql, params as never[], { prepare: isKept }).raw();
  const { rows } = await (client as PGlite).query<unknown[]>(sql, params, { rowMode: "array" });
  return rows.map((row) => row.map((value) => (value === null ? null : Buffer.from(`${value}`))));
}
