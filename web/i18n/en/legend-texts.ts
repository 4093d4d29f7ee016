// What the marks mean.
import type { SiteNames } from "../site-names.ts";

export const legendTextsEn = ({ one }: SiteNames) => ({
  legendTitle: "Legend",
  legendPeople: "people counted: lowest figure, ring: highest",
  legendPeopleOver:
    "people counted, at each site on its last day shown: lowest figure, ring: highest",
  legendSite: one,
  legendUnknown: `${one}, nobody’s figure recent`,
  legendPossible: "possibly there",
  legendPossibleThing: (then: string) => `dashed: ${then}`,
  legendConvention: "possibly there, by a convention alone: no source gives the date",
  legendEmpty: "drawn, not counted: nobody known to live there",
  legendContext: "faint: for context",
  legendFaint: "faint: does not match the filter",
  legendDisc: "the place lies within this circle",
  legendGhost: `former ${one}`,
  legendEvents: "Events:",
  legendMovement: "movement, not the route",
  /** In their place where there is little room. */
  legendShort: {
    legendPeople: "people: low, ring high",
    legendPeopleOver: "people: low, ring high, on the last day",
    legendUnknown: "no recent figure",
    legendConvention: "by convention",
    legendEmpty: "nobody known there",
    legendDisc: "somewhere in it",
    legendSeparator: (precision: string) => precision,
  },
});
