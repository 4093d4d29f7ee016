import { useComputed } from "@preact/signals";
import type { Language } from "#model/language.ts";
import type { Separation } from "#model/separation.ts";
import { formatKilometres, formatPeople } from "#web/i18n/format.ts";
import { type Messages, messagesOf } from "#web/i18n/messages.ts";
import { useApp } from "./app-context.ts";

/** The measures of the date in one line. */
export function Readout() {
  const { dataset, separation, language } = useApp();
  const parts = useComputed(() =>
    readoutParts(separation.value, language.value, messagesOf(language.value, dataset.meta)),
  );
  const sites = useComputed(() => parts.value.sites);
  const sides = useComputed(() => parts.value.sides);
  const mean = useComputed(() => parts.value.mean);
  const people = useComputed(() => parts.value.people);
  return (
    <p class="readout">
      <strong>{sites}</strong>
      <span>{sides}</span>
      <span>{mean}</span>
      <span>{people}</span>
    </p>
  );
}

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
