import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema/index.ts";

/** A database or a transaction on it, whichever driver is behind: queries take this and know no driver. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

/** A database that is open, migrated and ready. */
export type OpenDatabase = {
  readonly db: Db;
  /** What was opened, in words for the log; no secret in it. */
  readonly description: string;
  readonly close: () => Promise<void>;
};

/** The database cannot be used as it is; the message says why and what to do. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}
