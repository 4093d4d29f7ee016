import type { Language } from "#model/language.ts";
import type { Separation } from "#model/separation.ts";
import { formatKilometres, formatPeople } from "./format.ts";
import type { Messages } from "./message-types.ts";

type Parts = Readonly<Record<"sites" | "sides" | "mean" | "people", string>>;

/** The four parts of the line; parts that say nothing are empty. */
export function readoutParts(separation: Separation, language: Language, texts: Messages): Parts {
  const { siteCounts, distance, people } = separation;
  const { total, certain, inside, edge, beyond } = siteCounts;
  if (total === 0) return { sites: texts.noSites, sides: "", mean: "", people: "" };
  const ofWhich = certain === total ? "" : ` (${texts.sitesOfWhichCertain(certain)})`;
  return {
    sites: texts.sitesOpen(total) + ofWhich,
    sides: [
      inside > 0 ? texts.sideInside(inside) : "",
      edge > 0 ? texts.sideEdge(edge) : "",
      beyond > 0 ? texts.sideBeyond(beyond) : "",
    ]
      .filter(Boolean)
      .join(", "),
    mean: distance ? texts.meanDistance(formatKilometres(distance.mean, language)) : "",
    people: people.total
      ? texts.peopleCounted(
          formatPeople(people.total, language),
          people.sitesCounted,
          people.sitesOpen,
        )
      : texts.peopleUnknown,
  };
}
