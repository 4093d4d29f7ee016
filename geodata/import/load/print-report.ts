// What came of an import, for whoever asked for it.
import type { Undo } from "#db/queries/publish/undo-version.ts";
import type { Removal } from "#db/queries/remove-dataset.ts";
import { isOfWithdrawal } from "#model/dataset/version.ts";
import { quote } from "#model/problem.ts";
import type { Bbox } from "#model/space/bbox.ts";
import type { Notices } from "../findings.ts";
import { printCount, printNotices, printProblems, printVerdict } from "../print-findings.ts";
import { levelsInWords, type PublishedLevels } from "../read/published-levels.ts";
import { boxInWords } from "../read/surround.ts";
import { complain, say } from "../run-command.ts";
import type { TableName } from "../tables.ts";
import type { ImportOutcome } from "./import-package.ts";
import { printChanges, printMadeIds, printProtection } from "./print-changes.ts";
import { printTakenBack, type TookBack } from "./print-taken-back.ts";
import type { Tried } from "./trial.ts";
import { type Unsaid, unsaidInWords } from "./unsaid.ts";

export type Report =
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
      readonly levels: PublishedLevels;
      readonly notices: readonly Notices[];
      /** The tables whose rows have no ids: they are made of what the rows say. */
      readonly madeIds: readonly TableName[];
      readonly unsaid: Unsaid;
      /** Of what is stored; undefined where nothing is, or it could not be compared. */
      readonly changes?: Tried["changes"];
      readonly protects?: Tried["protects"];
      /** Why it could not be compared. */
      readonly notCompared?: string;
    }
  | (Undo & { readonly datasetId: string; readonly hasNote: boolean })
  | ({
      readonly status: "would-undo";
      readonly datasetId: string;
      /** Labels of the newest version, and of the one whose state would be there again. */
      readonly undone: string;
      readonly restored: string;
      /** Somebody says why. */
      readonly hasNote: boolean;
    } & Pick<Tried, "changes" | "protects">)
  | TookBack
  | { readonly status: "failed"; readonly message: string };

/** The code of a dry run whose rows are right, and which does not know what it would change. */
export const NOT_COMPARED = 3;

/** That a withdrawal is not undone, but what was published before it. */
const withdrawnStays = (undone: string) =>
  isOfWithdrawal(undone)
    ? ` ${undone} is a withdrawal, which stays: it is what was published before it that is taken back.`
    : "";

/** Where a dataset can be seen, in words. */
type SeenAt = (datasetId: string) => string;

export function printReport(folder: string, report: Report, seenAt: SeenAt): void {
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
      sayLevels(report.levels, true);
      if (report.notCompared !== undefined) complain(notCompared(report.notCompared));
      else if (report.changes === undefined) say("Nothing is published of it yet.");
      else {
        sayChanges(report.changes, report.protects);
        for (const line of printMadeIds(report.madeIds, report.changes)) say(line);
      }
      sayUnsaid(report.unsaid, (report.changes ?? []).length > 0);
      return;
    case "nothing-to-undo":
      complain(
        report.newest === undefined
          ? `Nothing is stored of ${quote(report.datasetId)}: there is nothing to undo.`
          : `${report.datasetId} ${report.newest} is the first version: there is none before it whose state could be published again.`,
      );
      return;
    case "would-undo":
      say(
        `${report.datasetId}: the state of ${report.restored} would be published again, in place of that of ${report.undone}; nothing was written (--dry-run).${withdrawnStays(report.undone)}`,
      );
      sayChanges(report.changes, report.protects);
      sayWhy(report);
      return;
    case "undone":
      sayWhy(report);
      say(
        `${report.datasetId} ${report.version.label} published: the state of ${report.restored} again, in place of that of ${report.undone}, which stays as a version of its own.${withdrawnStays(report.undone)} What was protected meanwhile is protected still.\n${seenAt(report.datasetId)}`,
      );
      return;
    case "withdrawn":
    case "not-withdrawn":
    case "lifted":
    case "not-lifted":
      printTakenBack(report);
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
      if (report.withdrawn > 0)
        say(
          `What was withdrawn of it (${report.withdrawn}) stays so, also where it is loaded again; --restore-withdrawn lifts that.`,
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
        `${report.datasetId} ${report.version.label} published: ${printCount(report.rows, "row")}, ${printVerdict(report.notices)}, version ${report.version.number}. ${lies(report.where)}${besideIt(report.others ?? [])}`,
      );
      sayLevels(report.levels);
      sayUnsaid(report.unsaid, report.version.number > 1);
      say(seenAt(report.datasetId));
  }
}

/** Its rows are right: what it would change is what was asked as well, and is not answered. */
const notCompared = (why: string) =>
  `What would change is not known: it could not be compared with what is published, so that this dry run ends with code ${NOT_COMPARED}. ${why} Or send it to the service that runs, with ?dry-run=true, which compares (server/OPERATING.md, Publish over HTTP).`;

function sayUnsaid(unsaid: Unsaid, isNews: boolean): void {
  for (const line of unsaidInWords(unsaid, isNews)) say(line);
}

function sayWhy({ hasNote }: { readonly hasNote: boolean }): void {
  if (!hasNote)
    say("Nothing says why that state is published again: --note TEXT tells the readers.");
}

function sayChanges(changes: Tried["changes"], protects: Tried["protects"] | undefined): void {
  say(
    changes.length === 0
      ? "No record would change."
      : `Compared with the newest version:\n${printChanges(changes).join("\n")}`,
  );
  if (protects) for (const line of printProtection(protects)) say(line);
}

/** Whoever has people to protect sees whether the levels were read as they were meant. */
function sayLevels(levels: PublishedLevels, isTrial = false): void {
  const words = levelsInWords(levels, isTrial);
  if (words !== "") say(words);
}

/** Always said: nothing else tells of two columns that are exchanged, where both may be either. */
const lies = (where: Bbox | null) =>
  where ? `Its positions lie ${boxInWords(where)}. ` : "It has no positions. ";

export const storedAre = (ids: readonly string[]) =>
  ids.length === 0 ? "No dataset is stored." : `Stored are ${ids.join(", ")}.`;

const besideIt = (others: readonly string[]) =>
  others.length === 0
    ? "No other dataset is stored."
    : `Beside it, and as they were: ${others.join(", ")}.`;
