import { labelDay, labelDayRange } from "#model/date-label.ts";
import type { AppState } from "./app-state.ts";

/** The date or the stretch of days that is shown, in words. */
export function dateInWords({ mode, day, start, period, language }: AppState): string {
  if (mode.value === "instant") return labelDay(day.value, language.value);
  const first = mode.value === "window" ? start.value : period.first;
  return labelDayRange(first, day.value, language.value);
}
