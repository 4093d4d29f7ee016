import { labelDay, labelDayRange } from "#model/time/date-label.ts";
import type { Language } from "#model/words/language.ts";
import type { DayRange, ShownTime } from "#web/view/question/time.ts";

/** The date or the stretch of days that is shown, in words. */
export function dateInWords(
  { day, mode, start }: ShownTime,
  period: DayRange,
  language: Language,
): string {
  if (mode === "instant") return labelDay(day, language);
  return labelDayRange(mode === "window" ? start : period.first, day, language);
}
