import type { Log } from "../log.ts";

/** What every request carries. */
export type AppEnv = { Variables: { requestId: string; log: Log } };
