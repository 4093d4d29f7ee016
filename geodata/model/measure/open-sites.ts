// Which sites a measure is taken over: open in the window, no part of another open one, and lived in as far as is known.

import type { Count } from "../record/claim.ts";
import { restsOnConvention } from "../time/convention.ts";
import { type Certainty, matches, type Presence, presenceIn, type Window } from "../time/span.ts";
import { type Evidence, livedIn } from "./lived-in.ts";
import { currentClaims, type PeopleRange, peopleOf } from "./people.ts";
import type { Site } from "./site.ts";

/** What sites are found among. */
export type SiteRecords = Evidence & { readonly sites: readonly Site[] };

/** A site that is open in the window. */
export type OpenSite = Site & {
  /** What is known of it on the days of the window on which it is not known to be empty. */
  readonly presence: Exclude<Presence, "absent">;
  /** Nothing but a convention says that it may be there. */
  readonly byConvention: boolean;
  /** The figures that speak on the last of these days on which the site may have been there. */
  readonly claims: readonly Count[];
  /** Null when nobody's number is recent enough: unknown, not zero. */
  readonly people: PeopleRange | null;
};

/**
 * The sites open in the window that are counted: a part is left out while its whole is open, and so is a place that
 * nobody is known to live in.
 */
export function openSites(records: SiteRecords, window: Window, certainty: Certainty): OpenSite[] {
  const open = records.sites.filter((site) => matches(site.span, window, certainty));
  const openIds = new Set(open.map((site) => site.id));
  return open
    .filter((site) => site.partOf === null || !openIds.has(site.partOf))
    .flatMap((site) => {
      const stretches = livedIn(records, site, window, certainty);
      const last = stretches.at(-1);
      if (last === undefined) return [];
      const claims = currentClaims(records.counts, site.id, last);
      return { ...site, ...presenceOver(site, stretches), claims, people: peopleOf(claims) };
    });
}

/** What can be said at most of a phase on stretches of days on each of which it may have been there. */
export function presenceOver(
  phase: Pick<Site, "span" | "convention">,
  stretches: readonly Window[],
): Pick<OpenSite, "presence" | "byConvention"> {
  const isCertain = stretches.some((stretch) => presenceIn(phase.span, stretch) === "certain");
  return {
    presence: isCertain ? "certain" : "possible",
    byConvention: stretches.every((stretch) => restsOnConvention(phase, stretch)),
  };
}
