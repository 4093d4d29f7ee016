import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Log } from "../log.ts";

/** What every request carries. */
export type AppEnv = {
  /** The connection, where a request came by one. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    log: Log;
    /** The address of the service as readers reach it, ending in a slash; everything it has is below. */
    root: URL;
    /** Label of the version of the data that answers. */
    version?: string;
    /** Headers of the request on which the answer depends. */
    varies?: Set<string>;
    /** Of the dataset, where an address asks about days. */
    timeZone?: string;
  };
};

/** The time zone in which an instant of the question has its day. */
export function timeZoneOf(context: Context<AppEnv>): string {
  return context.get("timeZone") ?? "UTC";
}
