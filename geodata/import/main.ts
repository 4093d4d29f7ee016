// `npm run import -- <folder or file>`: checks a data package, every row of it, and loads it. `--remove <id>` takes one away.
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseUnavailable, type OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { projectRoot, readEnvironmentFile } from "#db/project-root.ts";
import { type Removal, removeDataset } from "#db/queries/remove-dataset.ts";
import { findVersions } from "#db/queries/versions.ts";
import { wordsOf } from "#db/words-of-error.ts";
import { PUBLISH_CLASSES, type PublishClass } from "#model/dataset/version.ts";
import { quote } from "#model/problem.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { textFault } from "#model/words/plain-text.ts";
import { namesAt } from "./files/files-on-disk.ts";
import type { Notices } from "./findings.ts";
import {
  type ImportOptions,
  type ImportOutcome,
  importPackage,
  inspectPackage,
} from "./load/import-package.ts";
import { tryPackage } from "./load/trial.ts";
import { LOOSE_OPTIONS, type LooseChoice } from "./loose/loose-choice.ts";
import { printCount, printNotices, printProblems, printVerdict } from "./print-findings.ts";
import { DESCRIPTOR_FILE } from "./read/descriptor.ts";
import { boxInWords } from "./read/surround.ts";
import { complain, runCommand, say } from "./run-command.ts";
import { pageOf } from "./where-seen.ts";

const HELP = `npm run import -- <folder> [--note TEXT] [--class CLASS] [--dry-run] [--json]
npm run import -- <file> [--as ID] [--title TEXT] [--lang TAG] [--time-zone NAME] [--encoding NAME] [--note TEXT]
                  [--class CLASS] [--dry-run] [--json]
npm run import -- --remove <id> [--dry-run] [--json]

Reads the data package in <folder> (datapackage.json beside its CSV and GeoJSON files), checks every row, and publishes
it as the next version of its dataset, in one transaction: all or nothing. When anything is wrong the problems are listed with file, line and column,
the database stays as it was, and the exit code is 1. Notices are about what is accepted and worth a look: they are
listed too, five of a kind, and change nothing.

A <file> of events needs no datapackage.json: CSV (separated by commas, semicolons, tabs or |) with a column of titles, one
of dates and one each of latitude and longitude, or GeoJSON of points. All other columns are kept, and what was taken for
what is told. A column id keeps the ids of rows the same from one import to the next.

  --as         the id of the dataset (default: of the name of the file)
  --title      its title (default: the name of the file)
  --lang       the language of its texts, such as fr or ar (default: of headings such as title_fr, or English)
  --time-zone  the zone whose days count, such as Europe/Paris (default: UTC)
  --encoding   of the file, such as windows-1252 (default: UTF-8)

  --note       what is new in this version, in the first language of the dataset (default: rocade.publish.note of the
               descriptor)
  --class      what it is to those who have read the one before: ${PUBLISH_CLASSES.join(", ")}
               (default: rocade.publish.class)

A version has the label that the descriptor gives it (version), or else its number. A label stands for one state: other
content under a label that was published already is refused, and the same content again writes nothing.

A database holds any number of datasets, each under the name in its datapackage.json: its id. A package is published
under its own id, and touches no other. The service answers the default one at / (DEFAULT_DATASET, or
that of DATA_PACKAGE), each at /d/<id>/, and lists all at /datasets.

  --remove    remove the dataset with this id and all that belongs to it, and nothing else

  --dry-run   check every row and load them into a database that is thrown away; touches nothing that is stored.
              With --remove: say what would be removed
  --json      print the outcome as one JSON document
  --help      this text

Database: DATABASE_URL, or the embedded one in DATA_DIR (default .data), as for npm start, .env included.
`;

type Report =
  | (ImportOutcome & { readonly others?: readonly string[] })
  | ({
      readonly status: "removed" | "would-remove" | "not-stored";
      readonly datasetId: string;
    } & Removal)
  | {
      readonly status: "checked";
      readonly datasetId: string;
      readonly rows: number;
      readonly where: Bbox | null;
      readonly notices: readonly Notices[];
    }
  | { readonly status: "failed"; readonly message: string };

type Asked = Readonly<Record<"dry-run" | "json" | "remove", boolean>> &
  LooseChoice & { readonly note?: string; readonly class?: string };

type Said = Pick<ImportOptions, "loose" | "publish">;

async function checkOrLoad(target: string, asked: Asked): Promise<number> {
  const isClass = (text: string): text is PublishClass =>
    (PUBLISH_CLASSES as readonly string[]).includes(text);
  if (asked.class !== undefined && !isClass(asked.class)) {
    complain(`--class: found ${quote(asked.class)}; expected one of ${PUBLISH_CLASSES.join(", ")}`);
    return 2;
  }
  const fault = textFault(asked.note ?? "");
  if (fault || asked.note === "") {
    complain(`--note: found ${fault?.got ?? "nothing"}; expected ${fault?.allowed ?? "a text"}`);
    return 2;
  }
  const isLoose = LOOSE_OPTIONS.some((name) => asked[name] !== undefined);
  if (isLoose && (asked.remove || namesAt(target).includes(DESCRIPTOR_FILE))) {
    const given = LOOSE_OPTIONS.filter((name) => asked[name] !== undefined).map(
      (one) => `--${one}`,
    );
    const why = asked.remove
      ? "--remove takes an id alone"
      : `${target} has a ${DESCRIPTOR_FILE}, which says this`;
    complain(
      `${given.join(", ")} can be said of a file without a ${DESCRIPTOR_FILE} only: ${why}.`,
    );
    return 2;
  }
  const work = asked.remove
    ? () => remove(target, asked["dry-run"], !asked.json)
    : () =>
        (asked["dry-run"] ? check : load)(target, !asked.json, {
          loose: asked,
          publish: { note: asked.note, class: asked.class as PublishClass | undefined },
        });
  const report = await work();
  if (asked.json) say(JSON.stringify(report, null, 2));
  else printReport(target, report);
  return ["refused", "failed", "not-stored"].includes(report.status) ? 1 : 0;
}

/** Checks every row and, when nothing is wrong with any, loads them where nothing is stored. */
async function check(from: string, showProgress: boolean, { loose }: Said): Promise<Report> {
  const { dataPackage, notices, problems, rows, where } = await inspectPackage(from, loose);
  if (!dataPackage || problems.length > 0) return { status: "refused", problems, notices };
  try {
    const tried = await tryPackage(from, progressOf(showProgress), loose);
    if (tried.status === "refused") return tried;
    return { status: "checked", datasetId: dataPackage.descriptor.name, rows, where, notices };
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

function load(from: string, showProgress: boolean, said: Said): Promise<Report> {
  const progress = progressOf(showProgress);
  return withDatabase(progress, async ({ db, flush }) => {
    const outcome = await importPackage(db, from, {
      ...said,
      onProgress: (table, done, total) =>
        progress(total === undefined ? `${table} ${done}` : `${table} ${done}/${total}`),
    });
    if (outcome.status === "loaded") await flush();
    if (outcome.status === "refused") return outcome;
    const ids = (await findVersions(db)).map(({ id }) => id);
    return { ...outcome, others: ids.filter((id) => id !== outcome.datasetId) };
  });
}

function remove(datasetId: string, isTrial: boolean, showProgress: boolean): Promise<Report> {
  return withDatabase(progressOf(showProgress), async ({ db, flush }) => {
    const removal = await removeDataset(db, datasetId, { isTrial });
    if (removal.removed === undefined) return { status: "not-stored", datasetId, ...removal };
    if (isTrial) return { status: "would-remove", datasetId, ...removal };
    await flush();
    return { status: "removed", datasetId, ...removal };
  });
}

/** Works on the database of the settings, and closes it; whatever fails is told in words. */
async function withDatabase(
  progress: (message: string) => void,
  work: (database: OpenDatabase) => Promise<Report>,
): Promise<Report> {
  readEnvironmentFile();
  try {
    const database = await openDatabase({
      url: process.env.DATABASE_URL || undefined,
      dataDirectory: path.resolve(projectRoot(), process.env.DATA_DIR || ".data"),
      migrationsFolder: path.join(projectRoot(), "db", "migrations"),
      onProgress: progress,
    });
    try {
      return await work(database);
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
      for (const line of printProblems(report.problems)) complain(line);
      complain(
        `\n${printCount(report.problems.length, "problem")} in ${folder}; nothing was written.`,
      );
      return;
    case "failed":
      complain(report.message);
      return;
    case "checked":
      say(
        `${folder}: ${printCount(report.rows, "row")}, ${printVerdict(report.notices)}. ${lies(report.where)}Loaded on trial, nothing was written (--dry-run). It would be published as the next version of ${report.datasetId}, and touch no other dataset.`,
      );
      return;
    case "not-stored":
      complain(
        `Nothing is stored of ${quote(report.datasetId)}, and nothing was removed. ${storedAre(report.others)}`,
      );
      return;
    case "would-remove":
      say(
        `${report.datasetId} ${report.removed} would be removed with all that belongs to it; nothing was written (--dry-run). ${besideIt(report.others)}`,
      );
      return;
    case "removed":
      say(
        `${report.datasetId} ${report.removed} is removed, with all that belongs to it. ${besideIt(report.others)} If it is the dataset of DATA_PACKAGE, the next npm start loads it again unless DEFAULT_DATASET names another.`,
      );
      return;
    case "kept":
    case "unchanged":
      say(
        `${report.datasetId} ${report.version.label} is in the database already, with the same content. ${besideIt(report.others ?? [])}\n${seenAt(report.datasetId)}`,
      );
      return;
    case "loaded":
      say(
        `${report.datasetId} ${report.version.label} published: ${printCount(report.rows, "row")}, ${printVerdict(report.notices)}, version ${report.version.number}. ${lies(report.where)}${besideIt(report.others ?? [])}\n${seenAt(report.datasetId)}`,
      );
  }
}

/** Always said: nothing else tells of two columns that are exchanged, where both may be either. */
const lies = (where: Bbox | null) =>
  where ? `Its positions lie ${boxInWords(where)}. ` : "It has no positions. ";

const seenAt = (datasetId: string) =>
  `See it at ${pageOf(datasetId, projectRoot(), process.env)} (npm start, where it does not run yet).`;

const storedAre = (ids: readonly string[]) =>
  ids.length === 0 ? "No dataset is stored." : `Stored are ${ids.join(", ")}.`;

const besideIt = (others: readonly string[]) =>
  others.length === 0
    ? "No other dataset is stored."
    : `Beside it, and as they were: ${others.join(", ")}.`;

await runCommand(
  {
    help: HELP,
    target: "package",
    flags: ["dry-run", "json", "remove"],
    options: [...LOOSE_OPTIONS, "note", "class"] as const,
  },
  checkOrLoad,
);
