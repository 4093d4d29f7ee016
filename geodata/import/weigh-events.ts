// How certain the events of a package are: their rows held against its sources and what these are cited for.
import { originsOf } from "#model/evidence/accounts.ts";
import { type Weighed, weigh } from "#model/evidence/certainty.ts";
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
  return ({ certainty, certainty_reason: reason, id, source_ids: sourceIds }) =>
    weigh(
      { certainty, sourceIds, hasReason: reason !== null },
      origins,
      ofEvents(id).map(({ values }) => ({ sourceId: values.source_id, verdict: values.verdict })),
    );
}
