// What came of a withdrawal, for whoever asked for it.
import type { Lifted } from "#db/queries/withdraw/restore-withdrawn.ts";
import type { Withdrawn } from "#db/queries/withdraw/withdraw.ts";
import { OF_VERSIONS, type Withdrawal } from "#model/dataset/withdrawal.ts";
import { describeProblem } from "#model/problem.ts";
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
    return;
  }
  const { alongside, label, rows, withdrawn } = report;
  say(`${isTrial ? "Would be withdrawn" : "Withdrawn"} of ${datasetId}: ${inOne(withdrawn)}.`);
  if (alongside.length > 0)
    say(
      `With it, since it is named there or nothing else is said of it: ${inOne(alongside.slice(0, SHOWN))}${alongside.length > SHOWN ? ` and ${alongside.length - SHOWN} more (--json)` : ""}.`,
    );
  const counted = Object.entries(rows).map(([table, count]) => `${table} ${count}`);
  const left = isTrial ? "would be left" : "is left";
  say(
    `${printCount(sum(Object.values(rows)), "row")} of all versions${counted.length > 0 ? ` (${counted.join(", ")})` : ""}; what ${left} is published as ${label}.`,
  );
  say(
    isTrial
      ? TRIAL
      : "Look for its name in what others say (--dry-run of the next package, the page’s search), and delete what was made before outside this database: packages, backups, downloads, pictures.",
  );
}

const inOne = (all: readonly Pick<Withdrawal, "collection" | "id">[]): string =>
  all
    .map(({ collection, id }) =>
      collection === OF_VERSIONS ? `version ${id}` : `${collection}/${id}`,
    )
    .join(", ");

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
