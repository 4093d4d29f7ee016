// The readout of the time bar: one sentence, which is the key of the sides too, and what it rests on.
import type { Separation } from "#model/measure/separation.ts";
import { isOneDay } from "#model/measure/separation-series.ts";
import { SIDES, type Side } from "#model/measure/site.ts";
import { labelDay } from "#model/time/date-label.ts";
import type { Language } from "#model/words/language.ts";
import { formatPeople } from "#web/i18n/format.ts";
import type { Messages } from "#web/i18n/message-types.ts";
import { peopleInWords, sitesInWords } from "./readout-parts.ts";

export type ReadoutSentence = {
  /** "14 sites known", or that these data know of none. */
  readonly known: string;
  /** Those on which there is one, from the middle out. */
  readonly sides: readonly { readonly side: Side; readonly count: number }[];
  /** "9 certainly there"; empty where only what is certain is asked for, and of none. */
  readonly certain: string;
  /** "5 possibly (1 by convention)"; empty where there is none. */
  readonly possible: string;
  /** "690–830 people counted at 6 of them"; and with all that there is to say of the number. */
  readonly people: string;
  readonly peopleInFull: string;
};

/** What is said of the sites of the days shown. `isCounted`: the dataset has numbers of people. */
export function readoutSentence(
  separation: Separation,
  language: Language,
  texts: Messages,
  isCounted: boolean,
): ReadoutSentence {
  const { certainty, siteCounts, window } = separation;
  const { byConvention, certain, total } = siteCounts;
  if (total === 0)
    return {
      known: sitesInWords(separation, language, texts),
      sides: [],
      certain: "",
      possible: "",
      people: "",
      peopleInFull: "",
    };
  const convention = byConvention > 0 ? ` (${texts.sitesByConvention(byConvention)})` : "";
  return {
    known: isOneDay(window) ? texts.sitesKnown(total) : texts.sitesKnownOver(total),
    sides: SIDES.filter((side) => siteCounts[side] > 0).map((side) => ({
      side,
      count: siteCounts[side],
    })),
    certain: certainty === "certain" ? "" : texts.certainlyThere(certain, total),
    possible: total > certain ? texts.possiblyToo(total - certain) + convention : "",
    people: isCounted ? peopleInShort(separation, language, texts) : "",
    peopleInFull: isCounted ? peopleInWords(separation, language, texts) : "",
  };
}

function peopleInShort(
  { people, window }: Separation,
  language: Language,
  texts: Messages,
): string {
  if (people.total === null || people.day === null) return texts.peopleUnknown;
  const { sitesCounted, sitesOpen, total } = people;
  const counted = texts.peopleAt(formatPeople(total, language), sitesCounted, sitesOpen);
  return isOneDay(window) ? counted : texts.peopleAtMost(labelDay(people.day, language), counted);
}
