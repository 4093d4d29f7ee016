import { Hono } from "hono";
import { findMeta } from "#db/queries/meta.ts";
import type { AppEnv } from "../http/app-env.ts";
import { badRequest } from "../http/problems.ts";
import { readQuery } from "../http/query.ts";
import type { ServedDataset } from "./served-dataset.ts";

/** Where a client starts: what the data is, and where its parts are. */
export function landingRoute({ db, datasetId }: ServedDataset) {
  return new Hono<AppEnv>().get("/", async (context) => {
    const query = readQuery(context, ["f"]);
    if (!query.ok) return badRequest(context, query.problems);
    const meta = await findMeta(db, datasetId);
    const at = (path: string) => new URL(path, context.req.url).href;
    const json = "application/json";
    return context.json({
      title: meta?.title.en,
      description: meta?.description.en,
      attribution: meta?.attribution.en,
      version: meta?.version.label,
      links: [
        { rel: "self", type: json, title: "This document", href: at("/api") },
        { rel: "data", type: json, title: "Collections", href: at("/api/collections") },
        {
          rel: "related",
          type: json,
          title: "Separation measures",
          href: at("/api/analysis/separation"),
        },
        {
          rel: "related",
          type: json,
          title: "Events by month",
          href: at("/api/analysis/timeline"),
        },
        { rel: "alternate", type: "text/html", title: "The map", href: at("/") },
        ...(meta?.licences ?? []).map(({ title, path }) => ({ rel: "license", title, href: path })),
      ],
    });
  });
}
