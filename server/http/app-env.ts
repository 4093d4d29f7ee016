import type { Log } from "../log.ts";

/** What every request carries. */
export type AppEnv = {
  Variables: {
    requestId: string;
    log: Log;
    /** Headers of the request on which the answer depends. */
    varies?: Set<string>;
  };
};
