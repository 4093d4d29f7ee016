import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { DatasetVersion } from "#model/dataset/version.ts";
import type * as schema from "./schema/index.ts";

/** A database or a transaction on it, whichever driver is behind: queries take this and know no driver. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

/** The replicas behind `reads`. */
export type Replicas = {
  /** How many are asked now, and of how many. */
  readonly inUse: () => number;
  readonly count: number;
  /** Asks the primary what it has, unless it is known not to answer. */
  readonly checkPrimary: () => Promise<void>;
  /** The version that the dataset has in the primary, and in every replica that is asked, as far as is known. */
  readonly versionOf: (datasetId: string) => DatasetVersion | undefined;
};

/** A database that is open, migrated and ready. */
export type OpenDatabase = {
  /** For writing, as the owner of everything. */
  readonly db: Db;
  /** For readers' questions, by a role that may read what is public and nothing else; replicas, where there are some. */
  readonly reads: Db;
  /** Undefined where there are no replicas. */
  readonly replicas?: Replicas;
  /** What was opened, in words for the log; no secret in it. */
  readonly description: string;
  /** Why this program cannot work with the schema as it is now, which another program may have changed; in words. */
  readonly schemaProblem: () => Promise<string | undefined>;
  /** Brings what was written to the disk, where the database does not do so by itself. */
  readonly flush: () => Promise<void>;
  /** Why work on it failed, in words with a way out where one is known. */
  readonly explain: (error: unknown) => Promise<string>;
  /**
   * Resolves, to the same words, when nothing can be asked of the database any more and only a new process helps;
   * undefined where the database is a program of its own, which comes back.
   */
  readonly breakdown?: Promise<string>;
  readonly close: () => Promise<void>;
};

/** The database cannot be used as it is; the message says why and what to do. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}
