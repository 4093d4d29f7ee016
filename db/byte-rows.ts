// Reading texts as the bytes that the server sent, for whoever passes them on and never looks inside. Drizzle reads all
// of them as strings. One of the few files that know the drivers.
import type { PGlite } from "@electric-sql/pglite";
import type { Db } from "./database.ts";
import type { AskOptions, SqlClient } from "./readers.ts";

/** A query of Drizzle, or one that is compiled. */
export type Query = { readonly toSQL: () => { readonly sql: string; readonly params: unknown[] } };

/** The columns of a row in the order of the query, each as its text in UTF-8. */
export type ByteRow = readonly (Uint8Array | null)[];

/** The rows of the query. Only few statements are worth being kept prepared. */
export async function readBytes(
  db: Db,
  query: Query,
  options: AskOptions,
): Promise<readonly ByteRow[]> {
  const { sql, params } = query.toSQL();
  const { client } = (db as unknown as { session: { client: object } }).session;
  if ("unsafe" in client)
    return (client as SqlClient).unsafe(sql, params as never[], options).raw();
  const { rows } = await (client as PGlite).query<unknown[]>(sql, params, { rowMode: "array" });
  return rows.map((row) => row.map((value) => (value === null ? null : Buffer.from(`${value}`))));
}
