import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";

type RequestHeader = "Accept" | "Accept-Encoding" | "Accept-Language";

/** Says that the answer depends on a header of the request: once, however many parts of the service heed it. */
export function vary(context: Context<AppEnv>, name: RequestHeader): void {
  context.header("Vary", varyWith(context, name));
}

/** The value of `Vary` with one header more; for answers that are made already. */
export function varyWith(context: Context<AppEnv>, name: RequestHeader): string {
  const names = context.get("varies") ?? new Set<string>();
  names.add(name);
  context.set("varies", names);
  return [...names].join(", ");
}
