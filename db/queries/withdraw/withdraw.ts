// A record or a version is taken back for good: its rows go from every version, and what is left says why. What remains is
// published as a version of its own, so that whoever follows the dataset learns of it.
import { desc, eq } from "drizzle-orm";
import { labelMadeHere } from "#model/dataset/version.ts";
import {
  type CalledWithdrawn,
  callWithdrawn,
  type WithdrawnName,
} from "#model/dataset/withdrawal.ts";
import type { Problem } from "#model/problem.ts";
import type { Db } from "../../database.ts";
import { versions } from "../../schema/index.ts";
import { tellChangesAgain } from "../changes/tell-again.ts";
import { beginComparing, noteWithdrawn } from "../changes/whole-states.ts";
import { beginWriting } from "../publish/take-place.ts";
import { takenLabels } from "../versions.ts";
import { findMentions, namesOf } from "./mentions.ts";
import { collectionIds, findNamed, type Named } from "./named.ts";
import { publishAgain } from "./publish-again.ts";
import { type TakenOut, takeOut } from "./take-out.ts";

export type Withdrawing = {
  readonly datasetId: string;
  /** `places/old-bridge`, by what the dataset calls its collections, or the label of a version. */
  readonly names: readonly string[];
  readonly reason: string;
  /** Nothing stays of it. */
  readonly isTrial?: boolean;
};

export type Withdrawn =
  | (Omit<TakenOut, "alongside"> & {
      readonly status: "withdrawn";
      /** The label of the version that is the newest now. */
      readonly label: string;
      /** In whose words what was withdrawn is named still: records by table, and versions by their labels. */
      readonly mentions: Readonly<Record<string, readonly string[]>>;
      /** What was asked for. */
      readonly withdrawn: readonly CalledWithdrawn[];
      /** What went with it: it named that, or nothing else was said of it. */
      readonly alongside: readonly CalledWithdrawn[];
    })
  | { readonly status: "not-withdrawn"; readonly problems: readonly Problem[] };

/** What a trial found, thrown so that nothing of it stays. */
class RolledBack extends Error {
  readonly outcome: Withdrawn;
  constructor(outcome: Withdrawn) {
    super("rolled back");
    this.outcome = outcome;
  }
}

/** Withdraws all that is named, in one transaction, or nothing. */
export async function withdraw(db: Db, asked: Withdrawing): Promise<Withdrawn> {
  try {
    return await db.transaction(async (transaction) => {
      await beginWriting(transaction);
      const outcome = await withdrawIn(transaction, asked);
      if (asked.isTrial) throw new RolledBack(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome;
    throw error;
  }
}

async function withdrawIn(transaction: Db, asked: Withdrawing): Promise<Withdrawn> {
  const { datasetId, reason } = asked;
  const all = await transaction
    .select()
    .from(versions)
    .where(eq(versions.datasetId, datasetId))
    .orderBy(desc(versions.number));
  const [newest] = all;
  if (!newest) {
    const allowed = "a dataset that is stored";
    return { status: "not-withdrawn", problems: [{ name: "--dataset", got: datasetId, allowed }] };
  }
  const found: Named[] = [];
  const problems: Problem[] = [];
  for (const name of new Set(asked.names)) {
    const dataset = { datasetId, declared: newest.declared, versions: all };
    const named = await findNamed(transaction, dataset, name);
    if (named.ok) found.push(named.value);
    else problems.push(...named.problems);
  }
  if (problems.length > 0) return { status: "not-withdrawn", problems };
  const label = labelMadeHere(
    "withdrawal",
    newest.label,
    await takenLabels(transaction, datasetId),
  );
  const number = newest.number + 1;
  await beginComparing(transaction, datasetId);
  await publishAgain(transaction, newest, { label, number, reason });
  const names = await namesOf(
    transaction,
    datasetId,
    found.flatMap(({ records }) => records),
  );
  const taking = { datasetId, newest: number, said: { number, reason } };
  const { alongside, rows } = await takeOut(transaction, taking, found);
  await noteWithdrawn(transaction, { datasetId, number });
  await tellChangesAgain(transaction, datasetId);
  const called = (one: WithdrawnName) => callWithdrawn(one, collectionIds(newest.declared));
  return {
    status: "withdrawn",
    label,
    withdrawn: found.map(called),
    alongside: alongside.map(called),
    rows,
    mentions: await findMentions(transaction, datasetId, names),
  };
}
