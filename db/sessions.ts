// The connections to one PostgreSQL server. Loaded where there is one: the embedded database needs no driver of it.
import { makePgArray, parsePgArray } from "drizzle-orm/pg-core/utils";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { isOneHost, withHostsTurned } from "./database-address.ts";
import { lastingPools } from "./lasting-pools.ts";
import { postgresSocket } from "./postgres-socket.ts";
import type { SqlClient } from "./readers.ts";
import { READING_ROLE } from "./reading-role.ts";

const [WRITERS, OWN_PLANS, SHARED_PLANS] = [2, 10, 5];
/** A question that takes longer is given up: whoever asked is told to try again. */
const LONGEST_STATEMENT_MS = 30_000;
/** It may have waited as long for a connection. */
const LONGEST_ANSWER_MS = 2 * LONGEST_STATEMENT_MS;
/** After so long without a question a connection for writing is closed: hardly anybody writes. */
const IDLE_WRITER_SECONDS = 20;
/** A connection that was lost is opened again after so long: the driver's own would wait up to twenty seconds. */
const RECONNECT_SECONDS = 0.2;
const LONGEST_CONNECT_SECONDS = 4;
/** By then a server has answered the first question, or none of the hosts will. */
const LONGEST_FIRST_MS = 12_000;
/** PostgreSQL's number of the type text[], the same in every database. */
const TEXT_ARRAY = 1009;

/**
 * Of every connection. Arrays of texts are described here: the driver would ask the server for all types of arrays on
 * each new connection, and nobody waits for that answer, so that a connection cut meanwhile would end the process.
 */
const CONNECTION: postgres.Options<Record<string, postgres.PostgresType>> = {
  onnotice: () => {},
  connect_timeout: LONGEST_CONNECT_SECONDS,
  backoff: () => RECONNECT_SECONDS,
  fetch_types: false,
  types: {
    texts: {
      to: TEXT_ARRAY,
      from: [TEXT_ARRAY],
      serialize: (value: unknown) => (Array.isArray(value) ? makePgArray(value) : value),
      parse: parsePgArray,
    },
  },
};

/** A client of the server, or of the first of several hosts that answers; it connects when it is asked first. */
export function clientOf(
  url: string,
  options: postgres.Options<Record<string, postgres.PostgresType>>,
): postgres.Sql {
  const socket = isOneHost(url) ? { socket: postgresSocket } : {};
  return postgres(url, { ...CONNECTION, ...socket, ...options });
}

/** Resolves when the server has answered; fails when it does not within some seconds, whatever keeps it from that. */
export async function firstAnswer(client: postgres.Sql): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `nothing at the address answered as PostgreSQL does within ${LONGEST_FIRST_MS / 1000} s`;
    timer = setTimeout(() => {
      reject(Object.assign(new Error(message), { code: "CONNECTION_LATE" }));
    }, LONGEST_FIRST_MS);
  });
  try {
    await Promise.race([client`SELECT 1`, late]);
  } finally {
    clearTimeout(timer);
  }
}

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
  /** Gives up the connections for questions: the server is known not to answer. */
  readonly giveUp: () => void;
  readonly close: () => Promise<void>;
};

/** Questions are asked by the reading role, in sessions that write nothing. */
const READING_SETTINGS = { role: READING_ROLE, default_transaction_read_only: "on" } as const;

type PoolOptions = {
  readonly url: string;
  readonly max: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly idleSeconds?: number;
};

/**
 * Opens a pool for writing and two for questions, as PostgreSQL is told by the session and not by the statement how to
 * plan what is kept prepared: most questions are planned for their own box and days, since a plan for any of them reads
 * far too much for most. A pool connects when it is asked first.
 */
export function openSessions(
  url: string,
  hasReadingRole: boolean,
  longestAnswer = LONGEST_ANSWER_MS,
): Sessions {
  const pool = ({ idleSeconds, max, settings, url }: PoolOptions) => {
    const connection = { ...SESSION_SETTINGS, ...settings };
    const client = clientOf(url, { max, connection, idle_timeout: idleSeconds });
    // Sets how the client reads dates and JSON.
    drizzle(client);
    return client;
  };
  const reading = hasReadingRole ? READING_SETTINGS : {};
  const planned = (plan_cache_mode: string) => ({ ...reading, plan_cache_mode });
  const writer = pool({ url, max: WRITERS, settings: {}, idleSeconds: IDLE_WRITER_SECONDS });
  // The driver waits for a silent host longer than anybody may wait: new connections begin with the one after it.
  let opened = 0;
  const turned = () => withHostsTurned(url, opened - 1);
  const questions = lastingPools({
    isThere: (longest) => isThere(turned(), longest),
    longestAnswer,
    open: () => {
      opened += 1;
      const url = turned();
      const own = pool({ url, max: OWN_PLANS, settings: planned("force_custom_plan") });
      const shared = pool({ url, max: SHARED_PLANS, settings: planned("force_generic_plan") });
      const end = async (timeout: number) => {
        await Promise.all([own.end({ timeout }), shared.end({ timeout })]);
      };
      return {
        for: (plan) => (plan === "shared" ? shared : own),
        destroy: () => void end(0),
        close: () => end(5),
      };
    },
  });
  return {
    client: writer,
    questions: { ...questions.client, options: writer.options },
    giveUp: questions.renew,
    close: async () => {
      await Promise.all([writer.end({ timeout: 5 }), questions.close()]);
    },
  };
}

/** Whether a server answers at the address within so many milliseconds, be it that it takes no more connections. */
async function isThere(url: string, longest: number): Promise<boolean> {
  const client = clientOf(url, { max: 1 });
  // Ends the question too, which fails then.
  const end = () => void client.end({ timeout: 0 });
  const timer = setTimeout(end, longest);
  try {
    await client`SELECT 1`;
    return true;
  } catch (error) {
    return error instanceof postgres.PostgresError;
  } finally {
    clearTimeout(timer);
    end();
  }
}
