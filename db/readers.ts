// Reading from streaming replicas of PostgreSQL: questions go round those that have what the primary has; one that
// lags or dies is left out until it is back. Writing is the primary's alone.

/** `prepare`: the server keeps the statement prepared. `plan`: for its own values, or one for all that are sent. */
export type AskOptions = { readonly prepare?: boolean; readonly plan?: "own" | "shared" };

/** What is needed of a driver's client: one statement with its parameters. */
export type SqlClient = {
  readonly unsafe: (
    query: string,
    parameters: never[],
    options?: AskOptions,
  ) => PromiseLike<unknown> & {
    /** The rows as arrays of values, or of their bytes. */
    readonly values: () => PromiseLike<unknown>;
    readonly raw: () => PromiseLike<(Uint8Array | null)[][]>;
  };
};

export type Server = {
  /** For the log; no secret in it. */
  readonly name: string;
  readonly client: SqlClient;
  /** Fails what it is asked at this moment: it is known not to answer. */
  readonly giveUp: () => void;
};

export type Readers = {
  /** In place of a client, for questions: it chooses one of the servers for each. */
  readonly client: SqlClient & { readonly options: { parsers: object; serializers: object } };
  /** How many of the replicas are asked now. */
  readonly inUse: () => number;
  /** What the primary had when it was last asked: the text of `STATE`. */
  readonly state: () => string | undefined;
  /** Asks every server what it has; called again and again while the readers are in use. */
  readonly check: () => Promise<void>;
  /** Asks the primary alone what it has, unless it is known not to answer: what a replica has, the primary has. */
  readonly checkPrimary: () => Promise<void>;
  readonly close: () => void;
};

/** Every dataset with its newest version: what differs between a primary and a replica that lags, whatever their time zones. */
const STATE = `SELECT coalesce(json_agg(json_build_object(
    'id', dataset_id, 'number', number, 'label', label, 'contentHash', content_hash,
    'publishedAt', (published_at AT TIME ZONE 'UTC')::text || 'Z') ORDER BY dataset_id)::text, '[]') AS state
  FROM public_versions WHERE until IS NULL`;

const CHECK_EVERY_MS = 1000;
/** A server that has not answered within this time is left out. */
const LONGEST_CHECK_MS = 2500;

type Options = {
  readonly primary: Server;
  readonly replicas: readonly Server[];
  /** Tells of a replica that goes or comes back. */
  readonly onChange: (name: string, isInUse: boolean) => void;
};

export function createReaders({ primary, replicas, onChange }: Options): Readers {
  const inUse = new Set<Server>();
  /** Those that did not answer when they were asked last what they have. */
  const silent = new Set<Server>();
  let state: string | undefined;
  let turn = 0;

  const setInUse = (server: Server, isInUse: boolean) => {
    if (inUse.has(server) === isInUse) return;
    if (isInUse) inUse.add(server);
    else inUse.delete(server);
    onChange(server.name, isInUse);
  };

  const stateIn = async (server: Server) => {
    try {
      const found = await stateOf(server.client);
      silent.delete(server);
      return found;
    } catch (error) {
      if (error instanceof NoAnswerInTime && !silent.has(server)) server.giveUp();
      silent.add(server);
      return undefined;
    }
  };

  /** What each replica had when it was last asked. */
  const had = new Map<Server, string | undefined>();

  /** Without its primary a replica goes on with what it has. */
  const compareWith = (own: string | undefined) => {
    state = own ?? state;
    for (const replica of replicas) {
      const has = had.get(replica);
      setInUse(replica, has !== undefined && has === (state ?? has));
    }
  };

  const checkPrimary = async () => {
    if (silent.has(primary)) return;
    const own = await stateIn(primary);
    // What a replica does not have yet nobody may read there under its name, until it is seen to have it.
    if (own !== undefined && own !== state) compareWith(own);
  };

  const check = async () => {
    const [own, ...others] = await Promise.all([primary, ...replicas].map(stateIn));
    for (const [index, replica] of replicas.entries()) had.set(replica, others[index]);
    compareWith(own);
  };

  /** The servers to be asked one after the other, until one answers. */
  const inTurn = () => {
    const ready = replicas.filter((replica) => inUse.has(replica));
    if (ready.length === 0) return [primary];
    turn = (turn + 1) % ready.length;
    return [...ready.slice(turn), ...ready.slice(0, turn), primary];
  };

  const ask = async <Answer>(
    question: (client: SqlClient) => PromiseLike<Answer>,
  ): Promise<Answer> => {
    let lost: unknown;
    for (const server of inTurn()) {
      // Whoever has waited for one in vain does not wait for another.
      if (lost !== undefined && silent.has(server)) continue;
      try {
        return await question(server.client);
      } catch (error) {
        // A question that is wrong is wrong everywhere; one that a server did not live to answer is asked again.
        if (!isServerLost(error)) throw error;
        lost = error;
        setInUse(server, false);
      }
    }
    throw lost;
  };

  let isChecking = false;
  const timer = setInterval(() => {
    // One that waits is not joined by others.
    if (isChecking) return;
    isChecking = true;
    check()
      // It is made again in a moment.
      .catch(() => {})
      .finally(() => {
        isChecking = false;
      });
  }, CHECK_EVERY_MS);
  timer.unref();
  return {
    client: {
      options: { parsers: {}, serializers: {} },
      unsafe: (query, parameters, options) => ({
        // biome-ignore lint/suspicious/noThenProperty: a question is sent when it is awaited, as the driver's own
        then: (onAnswer, onError) =>
          ask((client) => client.unsafe(query, parameters, options)).then(onAnswer, onError),
        values: () => ask((client) => client.unsafe(query, parameters, options).values()),
        raw: () => ask((client) => client.unsafe(query, parameters, options).raw()),
      }),
    },
    inUse: () => inUse.size,
    state: () => state,
    check,
    checkPrimary,
    close: () => clearInterval(timer),
  };
}

class NoAnswerInTime extends Error {}

async function stateOf(client: SqlClient): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswerInTime()), LONGEST_CHECK_MS);
    timer.unref();
  });
  try {
    const [row] = (await Promise.race([client.unsafe(STATE, []), late])) as { state: string }[];
    if (!row) throw new Error("no answer");
    return row.state;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The driver's codes of a connection that is gone, the network's, and PostgreSQL's of a server that goes or starts
 * (57P0…, 08…) or took away what a question was reading (40001, a conflict with what it receives).
 */
const LOST = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|57P0|08|40001)/;

function isServerLost(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && LOST.test(code);
}
