// How well events are said to be attested, held against their sources.
import { CONFIRMING_ACCOUNTS } from "#model/evidence/certainty.ts";
import type { PackageTables } from "../read/data-package.ts";
import type { Report } from "../report.ts";
import type { Row } from "../tables.ts";
import { eventWeigher } from "../weigh-events.ts";

/** Tells of events that are said to be confirmed, and are not by their sources. */
export function certaintyCheck(
  tables: Pick<PackageTables, "citations" | "sources">,
  report: Report,
): (event: Row<"events">) => void {
  const weigh = eventWeigher(tables);
  return ({ line, values }) => {
    const { accounts, certainty, how } = weigh(values);
    if (how !== "lowered") return;
    const found = accounts === 0 ? "no source" : "one independent account";
    const said = `confirmed, with ${found}: confirmed needs ${CONFIRMING_ACCOUNTS} that do not repeat each other, or a certainty_reason; ${certainty} is published`;
    report.notice("certainty", "events", line, "certainty", said);
  };
}
