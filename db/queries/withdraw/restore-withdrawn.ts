// A withdrawal is lifted: the next package may bring again what was withdrawn, of which nothing is stored here.
import { and, eq, isNull } from "drizzle-orm";
import {
  alongsideOf,
  type CalledWithdrawn,
  callWithdrawn,
  parseWithdrawn,
  type WithdrawnName,
} from "#model/dataset/withdrawal.ts";
import { type Problem, quote } from "#model/problem.ts";
import type { Db } from "../../database.ts";
import { versions, withdrawals } from "../../schema/index.ts";
import { ANY_HASH } from "../protect/rewrite-versions.ts";
import { lockImports } from "../publish/take-place.ts";
import { isWithdrawalOf } from "../withdrawals.ts";
import { collectionIds } from "./named.ts";

export type Lifted =
  | {
      readonly status: "lifted";
      readonly lifted: readonly CalledWithdrawn[];
      /** What was withdrawn with it, which a package may bring again at any time; until then it is told to be gone. */
      readonly alongside: readonly CalledWithdrawn[];
    }
  | { readonly status: "not-lifted"; readonly problems: readonly Problem[] };

type Lifting = {
  readonly datasetId: string;
  readonly names: readonly string[];
  readonly isTrial: boolean;
};

/** Lifts all that are named, or none; `isTrial` leaves them. */
export async function restoreWithdrawn(
  db: Db,
  { datasetId, isTrial, names }: Lifting,
): Promise<Lifted> {
  return db.transaction(async (transaction): Promise<Lifted> => {
    await lockImports(transaction);
    const isNewest = and(eq(versions.datasetId, datasetId), isNull(versions.until));
    const [newest] = await transaction.select().from(versions).where(isNewest);
    // Of a dataset that was removed its collections are called as they are everywhere.
    const idOf = newest ? collectionIds(newest.declared) : (role: string) => role;
    const all = await transaction
      .select({
        ...{ collection: withdrawals.collection, id: withdrawals.id },
        ...{ asked: withdrawals.asked, number: withdrawals.number },
      })
      .from(withdrawals)
      .where(eq(withdrawals.datasetId, datasetId));
    const lifted: WithdrawnName[] = [];
    const numbers = new Set<number>();
    const problems: Problem[] = [];
    for (const name of new Set(names)) {
      const named = parseWithdrawn(name, idOf);
      const found = all.find(
        ({ collection, id }) => collection === named?.collection && id === named.id,
      );
      if (found) {
        lifted.push({ collection: found.collection, id: found.id });
        numbers.add(found.number);
      } else
        problems.push({
          name: "--restore-withdrawn",
          got: quote(name),
          allowed: `what was withdrawn of ${datasetId}, as COLLECTION/ID or the label of a version`,
        });
    }
    if (problems.length > 0) return { status: "not-lifted", problems };
    const alongside = [...numbers]
      .flatMap((number) => alongsideOf(number, all))
      .filter(
        (one) =>
          !lifted.some(({ collection, id }) => one.collection === collection && one.id === id),
      );
    const called = (names: readonly WithdrawnName[]) =>
      names.map((one) => callWithdrawn(one, idOf));
    const outcome = { lifted: called(lifted), alongside: called(alongside) };
    if (isTrial) return { status: "lifted", ...outcome };
    for (const one of lifted)
      await transaction.delete(withdrawals).where(isWithdrawalOf(datasetId, one));
    // What is told of it no more was told under another tag.
    await transaction.update(versions).set({ contentHash: ANY_HASH }).where(isNewest);
    return { status: "lifted", ...outcome };
  });
}
