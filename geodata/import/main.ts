// `npm run import -- <folder>`: checks a data package, every row of it, and loads it.
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseUnavailable } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { projectRoot, readEnvironmentFile } from "#db/project-root.ts";
import { wordsOf } from "#db/words-of-error.ts";
import type { Notices } from "./findings.ts";
import { type ImportOutcome, importPackage, inspectPackage } from "./load/import-package.ts";
import { tryPackage } from "./load/trial.ts";
import { printCount, printNotices, printVerdict } from "./print-findings.ts";
import { printRowProblem } from "./row-problem.ts";
import { complain, runCommand, say } from "./run-command.ts";

const HELP = `npm run import -- <folder> [--dry-run] [--json]

Reads the data package in <folder> (datapackage.json beside its CSV and GeoJSON files), checks every row, and loads
it in one transaction: all or nothing. When anything is wrong every problem is listed with file, line and column,
the database stays as it was, and the exit code is 1. Notices are about what is accepted and worth a look: they are
listed too, five of a kind, and change nothing.

  --dry-run   check every row and load them into a database that is thrown away; touches nothing that is stored
  --json      print the outcome as one JSON document
  --help      this text

Database: DATABASE_URL, or the embedded one in DATA_DIR (default .data), as for npm start, .env included.
`;

type Report =
  | ImportOutcome
  | {
      readonly status: "checked";
      readonly datasetId: string;
      readonly rows: number;
      readonly notices: readonly Notices[];
    }
  | { readonly status: "failed"; readonly message: string };

async function checkOrLoad(
  folder: string,
  asked: Readonly<Record<"dry-run" | "json", boolean>>,
): Promise<number> {
  const report = await (asked["dry-run"] ? check : load)(folder, !asked.json);
  if (asked.json) say(JSON.stringify(report, null, 2));
  else printReport(folder, report);
  return report.status === "refused" || report.status === "failed" ? 1 : 0;
}

/** Checks every row and, when nothing is wrong with any, loads them where nothing is stored. */
async function check(folder: string, showProgress: boolean): Promise<Report> {
  const { dataPackage, notices, problems, rows } = await inspectPackage(folder);
  if (!dataPackage || problems.length > 0) return { status: "refused", problems, notices };
  try {
    const tried = await tryPackage(folder, progressOf(showProgress));
    if (tried.status === "refused") return tried;
    return { status: "checked", datasetId: dataPackage.descriptor.name, rows, notices };
  } catch (error) {
    const message = `Every row is right by itself, but they could not be loaded on trial in ${tmpdir()}: ${wordsOf(error)}`;
    return { status: "failed", message };
  } finally {
    progressOf(showProgress)("");
  }
}

/** One line that is written over, where somebody looks. */
function progressOf(isShown: boolean): (message: string) => void {
  return (message) => {
    if (isShown && process.stderr.isTTY) process.stderr.write(`\r\x1b[K${message}`);
  };
}

async function load(folder: string, showProgress: boolean): Promise<Report> {
  const progress = progressOf(showProgress);
  readEnvironmentFile();
  try {
    const database = await openDatabase({
      url: process.env.DATABASE_URL || undefined,
      dataDirectory: path.resolve(projectRoot(), process.env.DATA_DIR || ".data"),
      migrationsFolder: path.join(projectRoot(), "db", "migrations"),
      onProgress: progress,
    });
    try {
      const outcome = await importPackage(database.db, folder, {
        onProgress: (table, done, total) =>
          progress(total === undefined ? `${table} ${done}` : `${table} ${done}/${total}`),
      });
      if (outcome.status === "loaded") await database.flush();
      return outcome;
    } catch (error) {
      return { status: "failed", message: await database.explain(error) };
    } finally {
      progress("");
      // One that has broken down cannot be closed, which has been told.
      await database.close().catch(() => {});
    }
  } catch (error) {
    const message = error instanceof DatabaseUnavailable ? error.message : wordsOf(error);
    return { status: "failed", message };
  }
}

function printReport(folder: string, report: Report): void {
  if ("notices" in report) for (const line of printNotices(report.notices)) complain(line);
  switch (report.status) {
    case "refused":
      for (const problem of report.problems) complain(printRowProblem(problem));
      complain(
        `\n${printCount(report.problems.length, "problem")} in ${folder}; nothing was written.`,
      );
      return;
    case "failed":
      complain(report.message);
      return;
    case "checked":
      say(
        `${folder}: ${report.rows} rows, ${printVerdict(report.notices)}. Loaded on trial, nothing was written (--dry-run).`,
      );
      return;
    case "kept":
    case "unchanged":
      say(
        `${report.datasetId} ${report.version.label} is in the database already, with the same content.`,
      );
      return;
    case "loaded":
      say(
        `${report.datasetId} ${report.version.label} loaded: ${report.rows} rows, ${printVerdict(report.notices)}, state ${report.version.number}.`,
      );
  }
}

await runCommand({ help: HELP, target: "folder", flags: ["dry-run", "json"] }, checkOrLoad);
