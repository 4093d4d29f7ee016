// How well an event is attested: what its row states, held against its sources.
import type { Citation } from "../record/citation.ts";
import type { EventCertainty } from "../record/event.ts";
import { accountsOf, type Origins } from "./accounts.ts";

/** So many accounts that do not repeat each other make what they tell confirmed. */
export const CONFIRMING_ACCOUNTS = 2;

type Said = Pick<Citation, "sourceId" | "verdict">;

/** The sources of a record but those that, as they were read, say otherwise or nothing wherever they are cited for it. */
export function supporting(
  sourceIds: readonly string[],
  citations: readonly Said[],
): readonly string[] {
  if (citations.length === 0) return sourceIds;
  return sourceIds.filter((id) => {
    const own = citations.filter(({ sourceId }) => sourceId === id);
    return own.length === 0 || own.some(({ verdict }) => (verdict ?? "supports") === "supports");
  });
}

export type Statement = {
  /** What the row says. */
  readonly certainty: EventCertainty;
  readonly sourceIds: readonly string[];
  /** Whether the row says why it is confirmed though its sources do not show it. */
  readonly hasReason: boolean;
};

/** `override`: the row's word counts, for a reason; `lowered`: it is not shown, and gives no reason. */
export type Weighed = {
  readonly certainty: EventCertainty;
  readonly accounts: number;
  readonly how: "as-stated" | "override" | "lowered";
};

/**
 * How certain an event is. `confirmed` needs two independent accounts, or a reason; without either it is `reported`. A
 * more cautious word needs none: sources may be about different parts of an event, and `disputed` is for people to say.
 */
export function weigh(
  statement: Statement,
  origins: Origins,
  citations: readonly Said[] = [],
): Weighed {
  return weighAccounts(
    statement,
    accountsOf(supporting(statement.sourceIds, citations), origins).length,
  );
}

/** The same of an event with so many independent accounts. */
export function weighAccounts(
  { certainty, hasReason }: Omit<Statement, "sourceIds">,
  accounts: number,
): Weighed {
  if (certainty !== "confirmed" || accounts >= CONFIRMING_ACCOUNTS)
    return { certainty, accounts, how: "as-stated" };
  return hasReason
    ? { certainty, accounts, how: "override" }
    : { certainty: "reported", accounts, how: "lowered" };
}
