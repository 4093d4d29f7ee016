// What a database of the tests is made of, for those that open none.
import path from "node:path";
import { projectRoot } from "#db/project-root.ts";

/** The dataset that is shipped. */
export const CALAIS_ID = "calais-2013-2016";
export const MIGRATIONS = path.join(projectRoot(), "db", "migrations");
