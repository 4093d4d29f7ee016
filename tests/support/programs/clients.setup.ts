// Finds the programs of others for the tests that read the product as they do.
import type { TestProject } from "vitest/node";
import { HEAVY, type JudgeName, LIGHT, provideJudges } from "./programs.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The programs of others that are there. */
    judges: readonly JudgeName[];
  }
}

export default function setup(project: TestProject): void {
  const isLaboratory = project.name === "lab";
  project.provide("judges", provideJudges(isLaboratory ? { ...LIGHT, ...HEAVY } : LIGHT));
  if (!isLaboratory && !process.env.CI)
    process.stdout.write(
      "\n  LEFT OUT: the laboratory (QGIS, OWSLib, feedparser, Inkscape, DuckDB, validators, the assertions of OGC's test suites). Run npm run lab.\n\n",
    );
}
