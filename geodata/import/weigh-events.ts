// How certain the events of a package are: their rows held against its sources and what these are cited for.
import { accountsOf, originsOf } from "#model/evidence/accounts.ts";
import { type Weighed, weigh, weighAccounts } from "#model/evidence/certainty.ts";
import { citationsOf } from "./cited-fields.ts";
import type { PackageTables } from "./read/data-package.ts";
import type { Row } from "./tables.ts";

/** Weighs events, for a package with these sources and citations. */
export function eventWeigher({
  citations,
  sources,
}: Pick<PackageTables, "citations" | "sources">): (event: Row<"events">["values"]) => Weighed {
  const origins = originsOf(sources.map(({ values }) => values));
  const ofEvents = citationsOf(citations, "event");
  /** By the list itself: rows with the same sources mostly share it. */
  const counts = new WeakMap<readonly string[], number>();
  const countOf = (sourceIds: readonly string[]) => {
    const known = counts.get(sourceIds);
    if (known !== undefined) return known;
    const count = accountsOf(sourceIds, origins).length;
    counts.set(sourceIds, count);
    return count;
  };
  return ({ certainty, certainty_reason: reason, id, source_ids: sourceIds }) => {
    const cited = ofEvents(id);
    const hasReason = reason !== null;
    if (cited.length === 0)
      return weighAccounts(
        { certainty, hasReason },
        sourceIds.length < 2 ? sourceIds.length : countOf(sourceIds),
      );
    return weigh(
      { certainty, sourceIds, hasReason },
      origins,
      cited.map(({ values }) => ({ sourceId: values.source_id, verdict: values.verdict })),
    );
  };
}
