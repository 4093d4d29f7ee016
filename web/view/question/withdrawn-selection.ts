import type { Withdrawal, WithdrawnFrom } from "#model/dataset/withdrawal.ts";
import type { Selection } from "./selection.ts";

const FROM: Readonly<Record<Selection["kind"], readonly WithdrawnFrom[]>> = {
  place: ["places", "outlines"],
  event: ["events"],
  movement: ["movements"],
  phase: ["phases"],
  source: ["sources"],
};

/** The withdrawal of what was chosen; undefined where it was not withdrawn. */
export const withdrawalOf = (
  { withdrawals }: { readonly withdrawals: readonly Withdrawal[] },
  { id, kind }: Selection,
): Withdrawal | undefined =>
  withdrawals.find((one) => one.id === id && FROM[kind].includes(one.collection));
