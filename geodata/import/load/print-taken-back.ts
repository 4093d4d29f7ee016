// What came of a withdrawal, for whoever asked for it.
import type { Lifted } from "#db/queries/withdraw/restore-withdrawn.ts";
import type { Withdrawn } from "#db/queries/withdraw/withdraw.ts";
import { type CalledWithdrawn, OF_VERSIONS, printWithdrawn } from "#model/dataset/withdrawal.ts";
import { describeProblem } from "#model/problem.ts";
import { firstOf } from "../first-of.ts";
import { printCount } from "../print-findings.ts";
import { complain, say } from "../run-command.ts";

export type TookBack = (Withdrawn | Lifted) & {
  readonly datasetId: string;
  readonly isTrial: boolean;
};

/** Of more the JSON tells (--json). */
const SHOWN = 30;

const TRIAL = "Tried, and nothing was written (--dry-run).";

export function printTakenBack(report: TookBack): void {
  const { datasetId, isTrial } = report;
  if ("problems" in report) {
    for (const problem of report.problems) complain(describeProblem(problem));
    const what = report.status === "not-lifted" ? "lifted" : "withdrawn";
    complain(`\nNothing was ${what} of ${datasetId}.`);
    return;
  }
  if (report.status === "lifted") {
    say(
      `${inOne(report.lifted)}: ${isTrial ? "would be" : "is"} withdrawn no more of ${datasetId}. Nothing of it is stored: the next package may bring it again.${isTrial ? ` ${TRIAL}` : ""}`,
    );
    if (report.alongside.length > 0)
      say(
        `Withdrawn with it, and told to be gone until a package brings it again, as any may: ${firstOf(report.alongside.map(inWords), SHOWN)}.`,
      );
    return;
  }
  const { alongside, label, mentions, rows, withdrawn } = report;
  say(`${isTrial ? "Would be withdrawn" : "Withdrawn"} of ${datasetId}: ${inOne(withdrawn)}.`);
  if (alongside.length > 0)
    say(
      `With it, since it is named there or nothing else is said of it: ${firstOf(alongside.map(inWords), SHOWN)}.`,
    );
  const counted = Object.entries(rows).map(([table, count]) => `${table} ${count}`);
  const left = isTrial ? "would be left" : "is left";
  say(
    `${printCount(sum(Object.values(rows)), "row")} of all versions${counted.length > 0 ? ` (${counted.join(", ")})` : ""}; what ${left} is published as ${label}.`,
  );
  const named = Object.entries(mentions).flatMap(([table, ids]) =>
    ids.map((id) => `${table}/${id}`),
  );
  if (named.length > 0)
    complain(
      `Its name stands still, in full, in the words of ${firstOf(named, SHOWN)}: the next package can leave it out there, and from earlier versions it goes when they are withdrawn as well. Where others have a part of it, as the name of a street, is for you to look for.`,
    );
  say(
    isTrial
      ? TRIAL
      : "Delete what was made of it outside this database: packages, backups, downloads, pictures.",
  );
}

const inWords = (one: CalledWithdrawn): string =>
  one.collection === OF_VERSIONS ? `version ${one.id}` : printWithdrawn(one);

const inOne = (all: readonly CalledWithdrawn[]): string => all.map(inWords).join(", ");

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
