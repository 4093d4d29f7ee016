import { labelDay, labelDayRange, labelDayRangeInShort } from "#model/time/date-label.ts";
import type { Language } from "#model/words/language.ts";
import type { DayRange, ShownTime } from "#web/view/question/time.ts";

/** The date or the stretch of days that is shown, in words. */
export function dateInWords(shown: ShownTime, period: DayRange, language: Language): string {
  if (shown.mode === "instant") return labelDay(shown.day, language);
  return labelDayRange(firstOf(shown, period), shown.day, language);
}

/** The same where there is little room: a date is as long as it is, a stretch of days has short months. */
export function dateInShort(shown: ShownTime, period: DayRange, language: Language): string {
  if (shown.mode === "instant") return labelDay(shown.day, language);
  return labelDayRangeInShort(firstOf(shown, period), shown.day, language);
}

const firstOf = ({ mode, start }: ShownTime, period: DayRange) =>
  mode === "window" ? start : period.first;
