// `--withdraw` and `--restore-withdrawn`: what is said with them, and what comes of it.
import type { Db } from "#db/database.ts";
import { type Lifted, restoreWithdrawn } from "#db/queries/withdraw/restore-withdrawn.ts";
import { type Withdrawn, withdraw } from "#db/queries/withdraw/withdraw.ts";
import { LONGEST_REASON } from "#model/dataset/withdrawal.ts";
import { textFault } from "#model/words/plain-text.ts";

export const WITHDRAWING = ["withdraw", "restore-withdrawn"] as const;

export type TakenBack = {
  readonly [name in (typeof WITHDRAWING)[number]]?: string;
} & {
  readonly reason?: string;
};

/** What is wrong with what is said, in words; undefined where nothing is. */
export function takenBackFault(asked: TakenBack): string | undefined {
  const { reason, withdraw: withdrawn } = asked;
  if (WITHDRAWING.every((name) => asked[name] !== undefined))
    return `${WITHDRAWING.map((name) => `--${name}`).join(" and ")} are not said at once`;
  if (withdrawn === undefined)
    return reason === undefined ? undefined : "--reason: expected --withdraw, which it is said of";
  const allowed = `why, in a sentence that readers are told for ever, of up to ${LONGEST_REASON} characters`;
  if (!reason?.trim()) return `--reason: found nothing; expected ${allowed}`;
  const fault = textFault(reason);
  if (fault) return `--reason: found ${fault.got}; expected ${fault.allowed}`;
  return reason.length > LONGEST_REASON
    ? `--reason: found ${reason.length} characters; expected ${allowed}`
    : undefined;
}

/** Withdraws what is named, or lifts that; on trial nothing stays of it. */
export function takenBack(
  db: Db,
  asked: TakenBack & { readonly datasetId: string; readonly isTrial: boolean },
): Promise<Withdrawn | Lifted> {
  const { datasetId, isTrial, reason = "", withdraw: withdrawn } = asked;
  const names = (withdrawn ?? asked["restore-withdrawn"] ?? "").split(",").map((one) => one.trim());
  return withdrawn === undefined
    ? restoreWithdrawn(db, { datasetId, names, isTrial })
    : withdraw(db, { datasetId, names, reason: reason.trim(), isTrial });
}
