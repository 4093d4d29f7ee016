// Where readers reach the service: at the address that they ask or, behind a proxy, at one that the settings name, which
// may have a path. A proxy may take that path off or leave it: both are answered.
import { createMiddleware } from "hono/factory";
import { getPathNoStrict } from "hono/utils/url";
import type { AppEnv } from "./app-env.ts";

/** The path of a public address without the slash at its end: empty for one without a path. */
const prefixOf = (publicUrl: URL | undefined) => publicUrl?.pathname.replace(/\/+$/, "") ?? "";

function withoutPrefix(path: string, prefix: string): string {
  if (prefix === "" || !(path === prefix || path.startsWith(`${prefix}/`))) return path;
  return path.slice(prefix.length) || "/";
}

/**
 * The path by which a request finds its route: below the public address and the path that a dataset has there, `at`,
 * without the slash that an address may end in and with one slash where clients that join parts to an address make two.
 */
export function routedPath(publicUrl: URL | undefined, at = ""): (request: Request) => string {
  const prefix = decodeURI(prefixOf(publicUrl));
  return (request) => {
    const path = withoutPrefix(getPathNoStrict(request), prefix);
    const plain = path.includes("//")
      ? path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "")
      : path;
    return withoutPrefix(plain, at);
  };
}

/** The request as if it had come to the public address: whatever is printed or linked is made of it. */
function askedAt(request: Request, publicUrl: URL): Request {
  const { pathname, search } = new URL(request.url);
  const prefix = prefixOf(publicUrl);
  const address = publicUrl.origin + prefix + withoutPrefix(pathname, prefix) + search;
  return new Request(address, request);
}

/** The request as if it had come to the address of its version, which `asOf` in it names. */
function askedOfVersion(request: Request, at: string, told: string): Request {
  const { origin, pathname, search } = new URL(request.url);
  const others = search
    .slice(1)
    .split("&")
    .filter((one) => !one.startsWith("asOf="))
    .join("&");
  const rest = withoutPrefix(pathname, at);
  return new Request(`${origin}${told}${rest}${others === "" ? "" : `?${others}`}`, request);
}

/**
 * Tells every route two addresses: `service`, of all that is served here, and `root`, of the dataset that is asked, which
 * stands `at` a path below it, and lets it see its own below that. What is found at one path may be `told` at another. `isOfVersion`: an `asOf` in the address was followed.
 */
export function publicAddress(publicUrl: URL | undefined, at = "", told = at, isOfVersion = false) {
  const prefix = prefixOf(publicUrl);
  return createMiddleware<AppEnv>(async function publicAddress(context, next) {
    const { pathname, search } = new URL(context.req.url);
    if (publicUrl) context.req.raw = askedAt(context.req.raw, publicUrl);
    if (told !== at || (isOfVersion && /[?&]asOf=/.test(search)))
      context.req.raw = askedOfVersion(context.req.raw, prefix + at, prefix + told);
    const root = new URL(`${prefix}${told}/`, context.req.url);
    context.set("service", new URL(`${prefix}/`, root));
    context.set("root", root);
    // Relative addresses of the page start at its last slash.
    const isWithoutSlash = withoutPrefix(pathname, prefix) === at;
    if (prefix + at !== "" && (pathname === prefix + at || isWithoutSlash))
      return context.redirect(root.href + search, 308);
    return next();
  });
}
