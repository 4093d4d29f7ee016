// Dates and stretches of days that words name, as results and as what is looked in.
import { labelDay, labelDayRange, labelMonth, labelYear } from "#model/time/date-label.ts";
import { addDays, addMonths, civil } from "#model/time/day.ts";
import { possiblyIn, type Span, type Window } from "#model/time/span.ts";
import type { TypedDate } from "#model/time/typed-date.ts";
import type { Language } from "#model/words/language.ts";
import type { Messages } from "#web/i18n/message-types.ts";
import type { SearchResult } from "./search-result.ts";

export const windowOfDate = ({ first, last }: TypedDate): Window => ({
  from: first,
  until: addDays(last, 1),
});

/** Whether any of the spans may be of the date. */
export const isOnDate = (date: TypedDate, spans: readonly Span[]): boolean =>
  spans.some((span) => possiblyIn(span, windowOfDate(date)));

/** A typed date in words: a day, a month, a year, or from one day to another. */
export function labelTyped({ first, last }: TypedDate, language: Language): string {
  if (first === last) return labelDay(first, language);
  const { date, month, year } = civil(first);
  if (date === 1 && last === addDays(addMonths(first, 1), -1)) return labelMonth(first, language);
  if (date === 1 && month === 1 && last === addDays(addMonths(first, 12), -1))
    return labelYear(year, language);
  return labelDayRange(first, last, language);
}

/** What can be done with a date: to go there, and to read what was there. */
export function dateResults(
  date: TypedDate,
  language: Language,
  texts: Messages,
): readonly SearchResult[] {
  const label = labelTyped(date, language);
  const plain = { otherName: null, when: "" };
  return [
    {
      ...plain,
      key: "date",
      target: { kind: "date", date },
      sign: { kind: "date" },
      title: { [language]: label },
      where: texts.searchGoTo[date.first === date.last ? "day" : "stretch"],
    },
    {
      ...plain,
      key: "list",
      target: { kind: "list", date },
      sign: { kind: "list" },
      title: { [language]: texts.searchList(label) },
      where: texts.searchListHow,
    },
  ];
}
