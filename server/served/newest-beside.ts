// The way from a former version to the newest one, for who was led to it or keeps an address of it. What is answered of a
// version stays the same, byte for byte, whatever follows it: the way stands in the head, and on pages for people.
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/app-env.ts";
import { linkHeader } from "../http/links.ts";
import type { ServedVersion } from "../http/served-version.ts";
import { type ServedDataset, servedVersion } from "./served-dataset.ts";

/** The address of a version below that of its dataset. */
const OF_VERSION = /v\/[^/]+\/$/;

/** The address of the dataset itself, whichever version is asked. */
export const rootOfNewest = (root: URL): URL => new URL(root.href.replace(OF_VERSION, ""));

/** An address below that of a version, in the newest one. */
export const inNewest = (url: string, root: URL): string =>
  url.startsWith(root.href) ? rootOfNewest(root).href + url.slice(root.href.length) : url;

/** Whether another version has taken its place. */
export const isFormer = ({ newest, number }: ServedVersion): boolean =>
  newest !== undefined && newest.number !== number;

/** Names the same of the newest version in the head of whatever the API answers of a former one (RFC 5829). */
export function newestBeside(served: ServedDataset) {
  return createMiddleware<AppEnv>(async function newestBeside(context, next) {
    await next();
    const { headers, ok, status } = context.res;
    if (!ok && status !== 304) return;
    const version = await servedVersion(served).catch(() => undefined);
    if (!version || !isFormer(version)) return;
    const type = headers.get("Content-Type")?.split(";")[0] ?? "application/json";
    const href = inNewest(context.req.url, context.get("root"));
    const link = { rel: "latest-version", type, title: "The newest version", href };
    headers.append("Link", linkHeader([link]));
  });
}

/** Leads from below a version to what is told of all of them. */
export function ofAllVersions({ asOf }: ServedDataset) {
  return createMiddleware<AppEnv>(async function ofAllVersions(context, next) {
    if (asOf === undefined) return next();
    return context.redirect(inNewest(context.req.url, context.get("root")), 308);
  });
}
