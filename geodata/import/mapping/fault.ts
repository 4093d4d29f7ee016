// Why a row could not be read: of which kind that is, by which rows are grouped, and what stands in the cell.

import { inEnglish, type Phrase } from "../refusal/refusal.ts";

export const FAULT_KINDS = [
  ...(["no-date", "not-a-date", "open-order", "impossible-order", "number-date"] as const),
  ...(["short-year", "reversed", "left-out-time"] as const),
  ...(["not-a-position", "out-of-range", "half-position", "unknown-place", "not-points"] as const),
  ...(["no-title", "no-category", "no-source", "no-id", "same-id"] as const),
  ...(["not-allowed", "not-a-row", "repeated"] as const),
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export type CellFault = {
  readonly kind: FaultKind;
  /** The heading of the column, or of both with a comma. */
  readonly column: string;
  /** As it stands in the file; where no cell has it, in English words. */
  readonly value: string;
  /** The value, where it is told in words. */
  readonly words?: Phrase | undefined;
  /** What would be right. */
  readonly allowed: string;
};

/** A value that is told in words. */
export const toldValue = (words: Phrase): Required<Pick<CellFault, "value" | "words">> => ({
  value: inEnglish(words),
  words,
});

/** The column of what is wrong; empty where that is the row as a whole, which is told in words. */
export const columnIn = ({ column, words }: Pick<CellFault, "column" | "words">): string =>
  words && column === "row" ? "" : column;

export const isFault = (read: unknown): read is CellFault =>
  typeof read === "object" && read !== null && "kind" in read && "allowed" in read;
