// The connections to one PostgreSQL server. Loaded where there is one: the embedded database needs no driver of it.
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { SqlClient } from "./readers.ts";
import { READING_ROLE } from "./reading-role.ts";

const [WRITING, OWN_PLANS, SHARED_PLANS] = [2, 10, 5];
/** A question that takes longer is given up: whoever asked is told to try again. */
const LONGEST_STATEMENT_MS = 30_000;

/**
 * Many ask at the same time: a question takes one processor, and starts no processes that would help it. Nor is one
 * compiled, which takes longer than answering it. As texts, because the driver leaves out what is 0 or false.
 */
export const SESSION_SETTINGS = {
  statement_timeout: LONGEST_STATEMENT_MS,
  max_parallel_workers_per_gather: "0",
  jit: "off",
} as const;

export type Sessions = {
  /** For everything that writes, as the owner of the database. */
  readonly client: postgres.Sql;
  /** For questions; `plan: "shared"` where one plan is right whatever their values are. */
  readonly questions: SqlClient & Pick<postgres.Sql, "options">;
  readonly close: () => Promise<void>;
};

/** Questions are asked by the reading role, in sessions that write nothing. */
const READING_SETTINGS = { role: READING_ROLE, default_transaction_read_only: "on" } as const;

/**
 * Opens a pool that writes and two for questions, as PostgreSQL is told by the session and not by the statement how to plan what is kept prepared: most
 * questions are planned for their own box and days, since a plan for any of them reads far too much for most.
 */
export function openSessions(
  url: string,
  options: postgres.Options<Record<string, postgres.PostgresType>>,
  hasReadingRole: boolean,
): Sessions {
  const pool = (max: number, settings: Readonly<Record<string, string>>) => {
    const connection = { ...SESSION_SETTINGS, ...settings };
    const client = postgres(url, { ...options, max, connection });
    // Sets how the client reads dates and JSON.
    drizzle(client);
    return client;
  };
  const reading = hasReadingRole ? READING_SETTINGS : {};
  const client = pool(WRITING, {});
  const own = pool(OWN_PLANS, { ...reading, plan_cache_mode: "force_custom_plan" });
  const shared = pool(SHARED_PLANS, { ...reading, plan_cache_mode: "force_generic_plan" });
  return {
    client,
    questions: {
      options: own.options,
      unsafe: (query, parameters, asked) =>
        (asked?.plan === "shared" ? shared : own).unsafe(query, parameters, asked),
    },
    close: async () => {
      await Promise.all([client, own, shared].map((one) => one.end({ timeout: 5 })));
    },
  };
}
