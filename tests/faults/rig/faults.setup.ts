// Builds the product, finds what makes its faults, and starts a PostgreSQL whose databases the tests make and destroy.
import type { TestProject } from "vitest/node";
import { emptyDatabase } from "../../support/postgres.setup.ts";
import { buildOnce } from "../../support/product.setup.ts";
import { FAULT_MAKERS, type JudgeName, provideJudges } from "../../support/programs.ts";
import { IS_LONG } from "./extent.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The programs that make faults and are there. */
    faultMakers: readonly JudgeName[];
  }
}

export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  project.provide("faultMakers", provideJudges(FAULT_MAKERS));
  buildOnce();
  const database = await emptyDatabase();
  project.provide("postgresUrl", database?.url ?? null);
  if (!IS_LONG && !process.env.CI)
    process.stdout.write(
      "\n  LEFT OUT: the long form of the faults (500 kills, 200,000 random requests, a soak). Run npm run faults.\n\n",
    );
  return database?.stop;
}
