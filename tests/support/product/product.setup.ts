// Builds the product and starts it for a project: on PostgreSQL where the project wants it, else embedded. Products of a
// test's own are on PostgreSQL wherever there is one.
import type { TestProject } from "vitest/node";
import { emptyDatabase, findDatabase } from "../databases/postgres.setup.ts";
import { built } from "./built.ts";
import { prepareOnce } from "./prepared.ts";
import { type RunningProduct, startProduct } from "./product.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the running product. */
    productUrl: string;
  }
}

/** What all projects of a run have in common, whose set-ups are modules of their own. */
const ofThisRun = globalThis as {
  rocadeEmbedded?: { readonly product: Promise<RunningProduct>; users: number };
};

export default async function setup(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_PRODUCT_URL;
  if (given) {
    project.provide("productUrl", given);
    project.provide("postgresUrl", null);
    return undefined;
  }
  await built();
  prepareOnce();
  const wantsPostgres = project.config.env?.ROCADE_TEST_DATABASE === "postgres";
  const database = await (wantsPostgres ? emptyDatabase() : findDatabase());
  project.provide("postgresUrl", database?.url ?? null);
  try {
    const product =
      database && wantsPostgres
        ? await startProduct({ DATABASE_URL: database.url })
        : await embedded();
    project.provide("productUrl", product.url);
    return () => product.stop().finally(database?.stop);
  } catch (error) {
    database?.stop();
    throw error;
  }
}

/** The product as a reader starts it; stopped by the last project that uses it. */
async function embedded(): Promise<RunningProduct> {
  ofThisRun.rocadeEmbedded ??= { product: startProduct(), users: 0 };
  const running = ofThisRun.rocadeEmbedded;
  running.users += 1;
  const { url, stop } = await running.product;
  return {
    url,
    stop: async () => {
      running.users -= 1;
      if (running.users === 0) await stop();
    },
  };
}
