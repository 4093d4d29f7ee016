import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Log } from "../log.ts";
import type { ServedVersion } from "./served-version.ts";

/** What every request carries. */
export type AppEnv = {
  /** The connection, where a request came by one. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    log: Log;
    /** The address of the service as readers reach it, ending in a slash; everything it has is below. */
    service: URL;
    /** The same of the dataset that is asked: that of the service, or below it. */
    root: URL;
    /** Id of the dataset that is asked; undefined where the service itself is. */
    dataset?: string;
    /** Label of the version of the data that answers. */
    version?: string;
    /** The version by which the answer is tagged. */
    tagged?: ServedVersion;
    /** Whether the answer is known to be of the version by which it is tagged. */
    isOfVersion?: boolean;
    /** Whether the answer is sent from a file that others read as well. */
    isOnDisk?: boolean;
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
