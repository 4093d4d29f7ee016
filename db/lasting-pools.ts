// Pools of connections that outlive their server's absence: a question waits a few seconds for a server that does not
// answer, whatever the network does with what was sent, and is then told so; the next one finds new connections. No
// question waits for ever: one whose answer was lost while its server is well is given up when it cannot come any more.
import type { AskOptions, SqlClient } from "./readers.ts";

/** A question that has no answer after so long has the server asked whether it is there at all, again and again. */
const PATIENCE_MS = 2000;
/** How long that may take. Both together are the longest that anybody waits for a database that is away. */
const LONGEST_PROBE_MS = 2500;

/** Connections that are opened, and given up, together. */
export type Pools = {
  /** The pool for questions that are planned so. */
  readonly for: (plan: AskOptions["plan"]) => SqlClient;
  /** Ends them at once: whoever waits for an answer is told that there will be none. */
  readonly destroy: () => void;
  /** Ends them when they have answered. */
  readonly close: () => Promise<void>;
};

type Parts = {
  readonly open: () => Pools;
  /** By then the server has answered any question or given it up, in milliseconds: what comes later never comes. */
  readonly longestAnswer: number;
  /** Whether the server answers within so many milliseconds, asked on a connection of its own; never fails. */
  readonly isThere: (longest: number) => Promise<boolean>;
};

export type LastingPools = {
  readonly client: SqlClient;
  /** Gives all connections up and opens new ones: their server is known not to answer. */
  readonly renew: () => void;
  readonly close: () => Promise<void>;
};

/** Pools with what tells those who wait for their answers that there will be none: the driver forgets some. */
type Asked = { readonly pools: Pools; readonly waiting: Set<(error: Error) => void> };

export function lastingPools({ isThere, longestAnswer, open }: Parts): LastingPools {
  const opened = (): Asked => ({ pools: open(), waiting: new Set() });
  let present = opened();
  let isProbed = false;

  const renew = () => {
    const { pools, waiting } = present;
    present = opened();
    pools.destroy();
    for (const giveUp of waiting)
      giveUp(connectionError("DESTROYED", "the connection was given up"));
  };

  const look = (asked: Asked) => {
    // Those that were asked are given up already, and the question will fail.
    if (isProbed || asked !== present) return;
    isProbed = true;
    isThere(LONGEST_PROBE_MS)
      .then((is) => {
        if (!is && asked === present) renew();
      })
      // It is asked again while somebody waits.
      .catch(() => {})
      .finally(() => {
        isProbed = false;
      });
  };

  const ask = async <Answer>(
    plan: AskOptions["plan"],
    question: (client: SqlClient) => PromiseLike<Answer>,
  ): Promise<Answer> => {
    const asked = present;
    const until = performance.now() + longestAnswer;
    let giveUp: (error: Error) => void = () => {};
    const lost = new Promise<never>((_, reject) => {
      giveUp = reject;
    });
    asked.waiting.add(giveUp);
    const timer = setInterval(() => {
      if (performance.now() < until) {
        look(asked);
        return;
      }
      giveUp(connectionError("LOST", "the answer was lost"));
      // The server is there, and its answer was lost on the way: so may those of other connections be.
      if (asked === present) renew();
    }, PATIENCE_MS);
    try {
      return withoutGaps(await Promise.race([question(asked.pools.for(plan)), lost]));
    } finally {
      clearInterval(timer);
      asked.waiting.delete(giveUp);
    }
  };

  return {
    client: {
      unsafe: (query, parameters, options) => {
        const send = (client: SqlClient) => client.unsafe(query, parameters, options);
        return {
          // biome-ignore lint/suspicious/noThenProperty: a question is sent when it is awaited, as the driver's own
          then: (onAnswer, onError) => ask(options?.plan, send).then(onAnswer, onError),
          values: () => ask(options?.plan, (client) => send(client).values()),
          raw: () => ask(options?.plan, (client) => send(client).raw()),
        };
      },
    },
    renew,
    close: () => present.pools.close(),
  };
}

/**
 * The rows of an answer, and nothing before them. A connection that was cut while rows came in goes on counting from there
 * when the driver has opened it anew: the first answer then has as many gaps in front as there were rows.
 */
function withoutGaps<Answer>(answer: Answer): Answer {
  if (Array.isArray(answer) && answer.length > 0 && !(0 in answer))
    answer.splice(0, Number(Object.keys(answer)[0]));
  return answer;
}

const connectionError = (what: string, message: string) =>
  Object.assign(new Error(message), { code: `CONNECTION_${what}` });
