// `npm run import -- <folder or file>`: checks a data package, every row of it, and loads it. `--remove <id>` takes one away.
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseUnavailable, type Db, type OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { projectRoot, readEnvironmentFile } from "#db/project-root.ts";
import { findUndoable, undoVersion } from "#db/queries/publish/undo-version.ts";
import { removeDataset } from "#db/queries/remove-dataset.ts";
import { findVersions } from "#db/queries/versions.ts";
import { wordsOf } from "#db/words-of-error.ts";
import { PUBLISH_CLASSES, type PublishClass } from "#model/dataset/version.ts";
import { quote } from "#model/problem.ts";
import { textFault } from "#model/words/plain-text.ts";
import { TABLE_OPTIONS, type TableChoice } from "./brought/table-choice.ts";
import { broughtOnDisk } from "./disk/files-on-disk.ts";
import {
  FILE_OPTIONS,
  type FileOptions,
  fromFiles,
  WrongFile,
  writeFiles,
} from "./disk/table-files.ts";
import { filesInMemory, type PackageFiles } from "./files/package-files.ts";
import { A_PACKED_PACKAGE, NotBrought } from "./files/packed-files.ts";
import { HELP } from "./help.ts";
import { inspectPackage } from "./inspect-package.ts";
import { type ImportOptions, importPackage } from "./load/import-package.ts";
import { NOT_COMPARED, printReport, type Report, storedAre } from "./load/print-report.ts";
import { type TakenBack, takenBack, takenBackFault, WITHDRAWING } from "./load/take-back.ts";
import { type Tried, triedOut, tryPackage } from "./load/trial.ts";
import { unsaidOf } from "./load/unsaid.ts";
import { mayBePackage } from "./open-package.ts";
import { DESCRIPTOR_FILE } from "./read/descriptor.ts";
import { complain, runCommand, say } from "./run-command.ts";
import { toldWhere } from "./where-seen.ts";

type Asked = Readonly<Record<"dry-run" | "json" | "remove" | "undo", boolean>> &
  Pick<TableChoice, (typeof TABLE_OPTIONS)[number]> &
  FileOptions & {
    readonly note?: string;
    readonly class?: string;
    readonly dataset?: string;
  } & TakenBack;

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
  const takesBack = WITHDRAWING.some((name) => asked[name] !== undefined);
  if (asked.dataset !== undefined && !asked.undo && !takesBack) {
    complain(
      "--dataset names the dataset of --undo and --withdraw; that of a package is its own name",
    );
    return 2;
  }
  const wrong = takenBackFault(asked);
  if (wrong !== undefined) {
    complain(wrong);
    return 2;
  }
  const ofTables = [...TABLE_OPTIONS, ...FILE_OPTIONS];
  const isLoose = ofTables.some((name) => asked[name] !== undefined);
  const readsNoFile = ["remove", "undo", ...WITHDRAWING].find((name) => asked[name as keyof Asked]);
  let files: PackageFiles;
  try {
    files = readsNoFile ? filesInMemory("", {}) : broughtOnDisk(target);
  } catch (error) {
    if (!(error instanceof NotBrought)) throw error;
    return tell(target, notBrought(target, error), asked.json);
  }
  if (isLoose && (readsNoFile || files.names.includes(DESCRIPTOR_FILE))) {
    const given = ofTables.filter((name) => asked[name] !== undefined).map((one) => `--${one}`);
    const why = readsNoFile
      ? `--${readsNoFile} reads no file`
      : `${target} has a ${DESCRIPTOR_FILE}, which says this`;
    complain(
      `${given.join(", ")} can be said of a file without a ${DESCRIPTOR_FILE} only: ${why}.`,
    );
    return 2;
  }
  const publish = { note: asked.note, class: asked.class };
  let loose: TableChoice;
  try {
    loose = { ...tableChoice(asked), ...(await fromFiles(asked)) };
  } catch (error) {
    if (!(error instanceof WrongFile)) throw error;
    complain(error.message);
    return 2;
  }
  const work = asked.remove
    ? () => remove(target, asked["dry-run"], !asked.json)
    : asked.undo
      ? () => undo(asked.dataset, publish, asked["dry-run"], !asked.json)
      : takesBack
        ? () => takeBack(asked, !asked.json)
        : () => (asked["dry-run"] ? check : load)(files, !asked.json, { loose, publish });
  const report = await work();
  if (!readsNoFile)
    for (const written of await writeFiles(files, loose, asked)) complain(`Written: ${written}`);
  return tell(target, report, asked.json);
}

/** Prints what came of it, and gives the code with which the command ends. */
function tell(target: string, report: Report, isJson: boolean): number {
  if (isJson) say(JSON.stringify(report, null, 2));
  else printReport(target, report, seenAt);
  if (report.status === "checked" && report.notCompared !== undefined) return NOT_COMPARED;
  return FAILURES.has(report.status) ? 1 : 0;
}

const notBrought = (target: string, { message }: NotBrought): Report => ({
  status: "refused",
  problems: [
    {
      ...({ file: path.basename(target), line: null, name: "file" } as const),
      ...{ got: message, allowed: A_PACKED_PACKAGE },
    },
  ],
  notices: [],
});

/** What is said of a table in the command itself. */
const tableChoice = (asked: Asked): TableChoice =>
  Object.fromEntries(TABLE_OPTIONS.map((name) => [name, asked[name]]));

const FAILURES: ReadonlySet<Report["status"]> = new Set([
  ...(["refused", "failed", "not-stored", "nothing-to-undo"] as const),
  ...(["not-withdrawn", "not-lifted"] as const),
]);

/** Checks every row and, when nothing is wrong with any, publishes them on trial. */
async function check(files: PackageFiles, showProgress: boolean, said: Said): Promise<Report> {
  const { loose, publish } = said;
  const { dataPackage, levels, notices, problems, rows, where } = await inspectPackage(
    files,
    loose,
  );
  if (!dataPackage || problems.length > 0) return { status: "refused", problems, notices };
  const datasetId = dataPackage.descriptor.name;
  const madeIds = [...dataPackage.ids].flatMap(([table, { areMade }]) => (areMade ? table : []));
  const found = { rows, where, levels, notices, madeIds, unsaid: unsaidOf(dataPackage, publish) };
  const checked = { status: "checked", datasetId, ...found } as const;
  const progress = progressOf(showProgress);
  const tried = await tryOnStored(files, progress, said);
  if ("isFirst" in tried) {
    const { changes, isFirst, protects } = tried;
    return isFirst ? checked : { ...checked, changes, protects };
  }
  if (tried.status !== "failed") return tried as Report;
  try {
    const alone = await tryPackage(files, progress, loose);
    if (alone.status === "refused") return alone;
    return "isNowhere" in tried ? checked : { ...checked, notCompared: tried.message };
  } catch (error) {
    const message = `Every row is right by itself, but they could not be loaded on trial in ${tmpdir()}: ${wordsOf(error)}`;
    return { status: "failed", message };
  } finally {
    progress("");
  }
}

/** Publishes on trial where it would be published, and tells what would change. */
async function tryOnStored(files: PackageFiles, progress: (message: string) => void, said: Said) {
  readEnvironmentFile();
  const isThere = process.env.DATABASE_URL || existsSync(path.join(dataDirectory(), "pg"));
  // No database yet, and so nothing to compare with.
  if (!isThere) return { status: "failed", message: "", isNowhere: true } as const;
  let tried: Tried | undefined;
  const report = await withDatabase(progress, async ({ db }) => {
    const outcome = await triedOut((onTurned) => importPackage(db, files, { ...said, onTurned }));
    if ("status" in outcome) return outcome;
    tried = outcome;
    return NOTHING_WRITTEN;
  });
  return tried ?? report;
}

const NOTHING_WRITTEN = { status: "failed", message: "" } as const;

/** Publishes the state before the newest again, or says what that would change. */
async function undo(
  asked: string | undefined,
  publish: NonNullable<Said["publish"]>,
  isTrial: boolean,
  showProgress: boolean,
): Promise<Report> {
  return withDatabase(progressOf(showProgress), async ({ db, flush }) => {
    const datasetId = await datasetOf(db, asked);
    if (typeof datasetId !== "string") return datasetId;
    const hasNote = publish.note !== undefined;
    const outcome = isTrial
      ? await triedOut((onTurned) => undoVersion(db, datasetId, { ...publish, onTurned }))
      : await undoVersion(db, datasetId, publish);
    if ("isFirst" in outcome) {
      const { former, newest } = await findUndoable(db, datasetId);
      const labels = { undone: newest?.label ?? "", restored: former?.label ?? "" };
      const { changes, protects } = outcome;
      return { status: "would-undo", datasetId, ...labels, hasNote, changes, protects };
    }
    if (outcome.status === "undone") await flush();
    return { ...outcome, datasetId, hasNote };
  });
}

/** The dataset that is named, by the settings where not here, or the only one that is stored. */
async function datasetOf(db: Db, asked: string | undefined): Promise<string | Report> {
  const stored = (await findVersions(db)).map(({ id }) => id);
  const given = asked ?? (process.env.DEFAULT_DATASET?.trim() || undefined);
  const datasetId = given ?? (stored.length === 1 ? stored[0] : undefined);
  if (datasetId !== undefined) return datasetId;
  const message = `Of which dataset has to be said: --dataset ID. ${storedAre(stored)}`;
  return { status: "failed", message };
}

/** Withdraws records or versions, or lifts that. */
function takeBack(asked: Asked, showProgress: boolean): Promise<Report> {
  return withDatabase(progressOf(showProgress), async ({ db, flush }) => {
    const datasetId = await datasetOf(db, asked.dataset);
    if (typeof datasetId !== "string") return datasetId;
    const isTrial = asked["dry-run"];
    const outcome = await takenBack(db, { ...asked, datasetId, isTrial });
    if (!isTrial) await flush();
    return { ...outcome, datasetId, isTrial };
  });
}

/** One line that is written over, where somebody looks. */
function progressOf(isShown: boolean): (message: string) => void {
  return (message) => {
    if (isShown && process.stderr.isTTY) process.stderr.write(`\r\x1b[K${message}`);
  };
}

async function load(files: PackageFiles, showProgress: boolean, said: Said): Promise<Report> {
  // What is no package at all is told before a database is opened, or made.
  if (!mayBePackage(files)) {
    const { notices, problems } = await inspectPackage(files, said.loose);
    return { status: "refused", problems, notices };
  }
  const progress = progressOf(showProgress);
  return withDatabase(progress, async ({ db, flush }) => {
    const outcome = await importPackage(db, files, {
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

const dataDirectory = () => path.resolve(projectRoot(), process.env.DATA_DIR || ".data");

/** Works on the database of the settings, and closes it; whatever fails is told in words. */
async function withDatabase(
  progress: (message: string) => void,
  work: (database: OpenDatabase) => Promise<Report>,
): Promise<Report> {
  readEnvironmentFile();
  try {
    const database = await openDatabase({
      url: process.env.DATABASE_URL || undefined,
      dataDirectory: dataDirectory(),
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

const seenAt = (datasetId: string) => toldWhere(datasetId, projectRoot(), process.env);

await runCommand(
  {
    help: HELP,
    target: "package",
    flags: ["dry-run", "json", "remove", "undo"],
    withoutTarget: ["undo", ...WITHDRAWING],
    options: [
      ...TABLE_OPTIONS,
      ...FILE_OPTIONS,
      "note",
      "class",
      "dataset",
      "reason",
      ...WITHDRAWING,
    ] as const,
  },
  checkOrLoad,
);
