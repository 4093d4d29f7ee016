// The published data package: its descriptor, and all of it as a ZIP.
import { type Context, Hono } from "hono";
import { zipped } from "#formats/zipped.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caches/caching.ts";
import { answerFile } from "../http/files/file-answers.ts";
import { savedAs } from "../http/files/saved-file.ts";
import type { WholeFiles } from "../http/files/whole-files.ts";
import { badRequest } from "../http/problems.ts";
import { readQuery } from "../http/query.ts";
import { isStillServed, type ServedDataset, servedVersion } from "../served/served-dataset.ts";
import { servedDataset } from "../served/whole-dataset.ts";
import { asLocalTime, dateOfVersion } from "../snapshot/version-date.ts";
import { packageDescriptor, packageFiles } from "./published-package.ts";

type Asked = {
  readonly dataset: Dataset;
  readonly tag: string;
  /** The page of the service, which the package names as its own. */
  readonly homepage: string;
};

export function packageRoutes(served: ServedDataset, files: WholeFiles) {
  const answered =
    (answer: (context: Context<AppEnv>, asked: Asked) => Response | Promise<Response>) =>
    async (context: Context<AppEnv>): Promise<Response> => {
      const query = readQuery(context, []);
      if (!query.ok) return badRequest(context, query.problems);
      const dataset = await servedDataset(served);
      const version = await servedVersion(served);
      const homepage = context.get("root").href;
      const tag = entityTag(version, `package ${context.req.path} ${homepage}`);
      return isUnchanged(context, tag, version)
        ? context.body(null, 304)
        : answer(context, { dataset, tag, homepage });
    };
  return new Hono<AppEnv>()
    .get(
      "/datapackage.json",
      answered(async (context, { dataset, homepage }) =>
        context.json(await packageDescriptor(served, dataset, homepage)),
      ),
    )
    .get(
      "/package.zip",
      answered((context, { dataset, homepage, tag }) => {
        const { id, version } = dataset.meta;
        return answerFile(context, files, {
          tag,
          version,
          headers: {
            "Content-Type": "application/zip",
            "Content-Disposition": savedAs("attachment", [id, version.label], "zip"),
          },
          make: () =>
            zipped(packageFiles(served, dataset, homepage), asLocalTime(dateOfVersion(dataset))),
          check: () => isStillServed(served, version),
        });
      }),
    );
}
