// What is asked of a version that is not there, and the other form of the address of one that is.
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { quote } from "#model/problem.ts";
import type { AppEnv } from "../http/app-env.ts";
import { badRequest, notFound } from "../http/problems.ts";
import { asOfProblem, namedVersion, noSuchVersion } from "./asked-version.ts";
import type { ServedDataset } from "./served-dataset.ts";
import { goneVersion } from "./withdrawn.ts";

/** Refuses what `asOf` says of the newest version: where it names one, that one is asked (`app.ts`). */
export function knownAsOf(newest: ServedDataset) {
  return createMiddleware<AppEnv>(async function knownAsOf(context, next) {
    if (!context.req.raw.url.includes("asOf=")) return next();
    const [text, ...others] = context.req.queries("asOf") ?? [];
    if (text === undefined) return next();
    const got = `${1 + others.length} times`;
    if (others.length > 0) return badRequest(context, [{ name: "asOf", got, allowed: "once" }]);
    const gone = await goneVersion(context, newest, { by: "asOf", text });
    if (gone) return gone;
    const problem = await asOfProblem(newest, text);
    return badRequest(context, problem.ok ? [] : problem.problems);
  });
}

/** `/v/LABEL/`: page and pictures of a version are at `v=LABEL`, which printed addresses have; the API is below. */
export function versionRoutes(newest: ServedDataset) {
  return new Hono<AppEnv>().get("/:label/*", async (context) => {
    const label = context.req.param("label");
    const rest = context.req.path.replace(/^\/v\/[^/]+\/?/, "");
    const version = await namedVersion(newest, { by: "v", text: label });
    if (!version)
      return (
        (await goneVersion(context, newest, { by: "v", text: label })) ??
        notFound(context, await noSuchVersion(newest, label))
      );
    if (/^api(\/|$)/.test(rest)) {
      const got = (context.req.queries("asOf") ?? []).map(quote).join(", ");
      const allowed = `no other version than ${quote(label)}, which the path names`;
      return badRequest(context, [{ name: "asOf", got, allowed }]);
    }
    const address = new URL(rest, context.get("root"));
    address.search = new URL(context.req.url).search;
    // The feed tells of every version.
    if (rest !== "feed.xml") address.searchParams.set("v", version.label);
    return context.redirect(address.href, 308);
  });
}
