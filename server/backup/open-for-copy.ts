import path from "node:path";
import type { OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { projectRoot, readEnvironmentFile } from "#db/project-root.ts";
import { describeProblem } from "#model/problem.ts";
import { parseConfig } from "../config.ts";

export const MIGRATIONS = path.join(projectRoot(), "db", "migrations");

/** The database of the settings, as for `npm start`, `.env` included. Throws with all that is wrong with them. */
export async function openForCopy(): Promise<OpenDatabase> {
  readEnvironmentFile();
  const config = parseConfig(process.env);
  if (!config.ok)
    throw new Error(
      `The settings cannot be used: ${config.problems.map(describeProblem).join("; ")}`,
    );
  const { databaseUrl, dataDirectory } = config.value;
  return openDatabase({
    url: databaseUrl,
    dataDirectory: path.resolve(projectRoot(), dataDirectory),
    migrationsFolder: MIGRATIONS,
    onProgress: () => {},
  });
}
