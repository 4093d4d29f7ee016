import path from "node:path";
import type { DatabaseChoice } from "#db/open.ts";
import { projectRoot, readEnvironmentFile } from "#db/project-root.ts";
import { describeProblem } from "#model/problem.ts";
import { type Config, parseConfig } from "../config.ts";

export const MIGRATIONS = path.join(projectRoot(), "db", "migrations");

/** The settings as for `npm start`, `.env` included. Throws with all that is wrong with them. */
export function chosenSettings(): Config {
  readEnvironmentFile();
  const config = parseConfig(process.env);
  if (!config.ok)
    throw new Error(
      `The settings cannot be used: ${config.problems.map(describeProblem).join("; ")}`,
    );
  return config.value;
}

/** The database of the settings. */
export function chosenDatabase(): DatabaseChoice {
  const { databaseUrl, dataDirectory } = chosenSettings();
  return {
    url: databaseUrl,
    dataDirectory: path.resolve(projectRoot(), dataDirectory),
    migrationsFolder: MIGRATIONS,
    onProgress: () => {},
  };
}
