// Pools of connections that outlive their server's absence: a question waits a few seconds for a server that does not
// answer, whatever the network does with what was sent, and is then told so; the next one finds new connections.
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
  /** Whether the server answers within so many milliseconds, asked on a connection of its own; never fails. */
  readonly isThere: (longest: number) => Promise<boolean>;
};

export type LastingPools = {
  readonly client: SqlClient;
  /** Gives all connections up and opens new ones: their server is known not to answer. */
  readonly renew: () => void;
  readonly close: () => Promise<void>;
};

export function lastingPools({ open, isThere }: Parts): LastingPools {
  let pools = open();
  let isProbed = false;

  const renew = () => {
    const lost = pools;
    pools = open();
    lost.destroy();
  };

  const look = (asked: Pools) => {
    // Those that were asked are given up already, and the question will fail.
    if (isProbed || asked !== pools) return;
    isProbed = true;
    isThere(LONGEST_PROBE_MS)
      .then((is) => {
        if (!is && asked === pools) renew();
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
    const asked = pools;
    const timer = setInterval(() => look(asked), PATIENCE_MS);
    try {
      return await question(asked.for(plan));
    } finally {
      clearInterval(timer);
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
    close: () => pools.close(),
  };
}
