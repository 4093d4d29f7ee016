// What is different between two dates: which sites opened and closed, where people went, whose numbers grew.

import type { Movement } from "../record/movement.ts";
import { addDays, type Day } from "../time/day.ts";
import { type Certainty, dayWindow, possiblyIn } from "../time/span.ts";
import { type OpenSite, openSites, type SiteRecords } from "./open-sites.ts";
import type { PeopleRange } from "./people.ts";

export type SizeChange = {
  readonly siteId: string;
  readonly before: PeopleRange;
  readonly after: PeopleRange;
};

export type Changes = {
  readonly opened: readonly OpenSite[];
  readonly closed: readonly OpenSite[];
  /** Movements that may have happened after the first date and up to the second. */
  readonly moved: readonly Movement[];
  /** Sites open at both dates whose whole range is now above what it was; overlapping ranges say nothing. */
  readonly grown: readonly SizeChange[];
  readonly shrunk: readonly SizeChange[];
};

/** Compares two dates; `from` must not be after `to`. */
export function changesBetween(
  records: SiteRecords,
  from: Day,
  to: Day,
  certainty: Certainty,
): Changes {
  const before = openSites(records, dayWindow(from), certainty);
  const after = openSites(records, dayWindow(to), certainty);
  const isIn = (list: readonly OpenSite[], id: string) => list.some((site) => site.id === id);
  const sizes = after.flatMap((site) => {
    const earlier = before.find((candidate) => candidate.id === site.id);
    return site.people && earlier?.people
      ? [{ siteId: site.id, before: earlier.people, after: site.people }]
      : [];
  });
  const between = { from: addDays(from, 1), until: addDays(to, 1) };
  return {
    opened: after.filter((site) => !isIn(before, site.id)),
    closed: before.filter((site) => !isIn(after, site.id)),
    moved: records.movements.filter((movement) => possiblyIn(movement.span, between)),
    grown: sizes.filter((size) => size.after.low > size.before.high),
    shrunk: sizes.filter((size) => size.after.high < size.before.low),
  };
}
