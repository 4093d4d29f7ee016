// Why a row could not be read: of which kind that is, by which rows are grouped, and what stands in the cell.

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
  /** As it stands in the file. */
  readonly value: string;
  /** What would be right. */
  readonly allowed: string;
};

export const isFault = (read: unknown): read is CellFault =>
  typeof read === "object" && read !== null && "kind" in read && "allowed" in read;
