// What a picture, or the page, is headed with where nobody wrote a title: the first sentence of the dataset whose values
// are known for what is shown; over maps of its whole story its claim; or else its title.
import type { Dataset } from "#model/dataset/dataset.ts";
import { fillTemplate, type TitleValues } from "#model/dataset/title-template.ts";
import type { Separation } from "#model/measure/separation.ts";
import { isOneDay } from "#model/measure/separation-series.ts";
import { SIDES } from "#model/measure/site.ts";
import { type Filter, isEmptyFilter } from "#model/question/filter.ts";
import { labelMonth, labelYear } from "#model/time/date-label.ts";
import { addDays, civil, type Day, monthStart } from "#model/time/day.ts";
import type { Window } from "#model/time/span.ts";
import { type Language, textIn } from "#model/words/language.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { comparedPair } from "#web/view/address/period.ts";
import type { Selection } from "#web/view/question/selection.ts";
import { happenedIn, tallyOf } from "#web/view/scene/happened.ts";
import type { Scene } from "#web/view/scene/scene.ts";

/** What of a date or a stretch of days the sentence may speak of. */
export type TitledMoment = {
  readonly scene: Scene;
  readonly separation: Separation;
  readonly days: Window;
};

export type Titled = {
  readonly dataset: Dataset;
  readonly language: Language;
  /** In words, of all that is shown. */
  readonly date: string;
  /** Several are told by their date alone: no number is that of all. */
  readonly moments: readonly TitledMoment[];
  readonly filter: Filter;
  readonly selection: Selection | null;
};

export function defaultTitle(titled: Titled): string {
  const { dataset, language } = titled;
  const { title, titleTemplates } = dataset.meta;
  const values = titleTemplates.length > 0 ? valuesOf(titled) : {};
  for (const template of titleTemplates) {
    const filled = fillTemplate(textIn(template, language), values);
    if (filled !== null) return filled;
  }
  return textIn((isWholeStory(titled) && dataset.meta.headline) || title, language);
}

/** Several maps, from the earlier of the two dates that the dataset compares, or before it, to the later. */
function isWholeStory({ dataset, filter, moments, selection }: Titled): boolean {
  const { from, to } = comparedPair(dataset.meta);
  const first = moments[0]?.days.from;
  const until = moments.at(-1)?.days.until;
  if (moments.length < 2 || selection || !isEmptyFilter(filter)) return false;
  return (first ?? from) <= from && (until ?? Number.POSITIVE_INFINITY) > to;
}

function valuesOf({ dataset, date, filter, language, moments, selection }: Titled): TitleValues {
  const { meta, places } = dataset;
  const [moment, ...others] = moments;
  const place =
    selection?.kind === "place" ? places.find(({ id }) => id === selection.id) : undefined;
  const [category, ...more] = filter.categories;
  const term =
    more.length === 0 && meta.vocabularies.eventCategories.find(({ id }) => id === category);
  return {
    date,
    ...(place ? { place: textIn(place.name, language) } : {}),
    ...(term ? { category: textIn(term.label, language) } : {}),
    ...(moment && others.length === 0 ? ofMoment(moment, dataset, language) : {}),
  };
}

/** What is none is not told: "0 of 2" heads nothing. */
function ofMoment(
  { days, scene, separation }: TitledMoment,
  { eventsAs }: Dataset,
  language: Language,
): TitleValues {
  const numbers: Record<string, number> = isOneDay(days)
    ? {
        sites: separation.siteCounts.total,
        ...Object.fromEntries(SIDES.map((side) => [side, separation.siteCounts[side]])),
      }
    : {};
  const { all, certain } = tallyOf(happenedIn(scene));
  // A bare number would tell those that only may have happened as certain.
  if (eventsAs === "records" && certain === all) numbers.events = all;
  const told = Object.entries(numbers).filter(([, count]) => count > 0);
  return {
    ...calendarOf(days, language),
    ...Object.fromEntries(told.map(([name, count]) => [name, formatNumber(count, language)])),
  };
}

/** Month and year, where all days are of one. */
function calendarOf({ from, until }: Window, language: Language): TitleValues {
  if (from === null || until === null) return {};
  const last: Day = addDays(until, -1);
  const { year } = civil(from);
  return {
    ...(monthStart(from) === monthStart(last) ? { month: labelMonth(from, language) } : {}),
    ...(year === civil(last).year ? { year: labelYear(year, language) } : {}),
  };
}
