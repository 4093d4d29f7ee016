import type { Context } from "hono";
import type { Link } from "#formats/link.ts";
import type { AppEnv } from "./app-env.ts";
import { linkHeader } from "./links.ts";
import { problemResponse } from "./problems.ts";

/** 410, in words and with the way to what there is instead. */
export function gone(context: Context<AppEnv>, detail: string, links: readonly Link[]): Response {
  return problemResponse(
    context,
    410,
    { title: "Gone", detail, links },
    { Link: linkHeader(links) },
  );
}
