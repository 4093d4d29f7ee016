// The published data package: its descriptor, and all of it as a ZIP.
import { type Context, Hono } from "hono";
import { type ServedDataset, servedDataset } from "../api/served-dataset.ts";
import { zipStream } from "../formats/zip-stream.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caching.ts";
import { badRequest } from "../http/problems.ts";
import { readQuery } from "../http/query.ts";
import { asLocalTime, dateOfVersion } from "../snapshot/version-date.ts";
import { packageDescriptor, packageFiles } from "./published-package.ts";

export function packageRoutes(served: ServedDataset) {
  const answered =
    (answer: (context: Context<AppEnv>) => Promise<Response>) =>
    async (context: Context<AppEnv>): Promise<Response> => {
      const query = readQuery(context, []);
      if (!query.ok) return badRequest(context, query.problems);
      const { meta } = await servedDataset(served);
      const question = `package ${context.req.path} ${context.get("root").href}`;
      return isUnchanged(context, entityTag(meta.version.contentHash, question), meta.version)
        ? context.body(null, 304)
        : answer(context);
    };
  return new Hono<AppEnv>()
    .get(
      "/datapackage.json",
      answered(async (context) =>
        context.json(packageDescriptor(await servedDataset(served), context.get("root").href)),
      ),
    )
    .get(
      "/package.zip",
      answered(async (context) => {
        const dataset = await servedDataset(served);
        const { id, version } = dataset.meta;
        const files = packageFiles(served, dataset, context.get("root").href);
        return context.body(zipStream(files, asLocalTime(dateOfVersion(dataset))), 200, {
          "Content-Type": "application/zip",
          "Content-Disposition": `attachment; filename="${id}-${version.label}.zip"`,
        });
      }),
    );
}
