import { labelDay, labelDayRange } from "#model/date-label.ts";
import type { AppState } from "#web/state/app-state.ts";
import { useApp } from "./app-context.ts";

/** The date or the stretch of days that is shown, in words. */
export function dateInWords({ mode, day, start, period, language }: AppState): string {
  if (mode.value === "instant") return labelDay(day.value, language.value);
  const first = mode.value === "window" ? start.value : period.first;
  return labelDayRange(first, day.value, language.value);
}

/** The same in a component, which renders again when it changes. */
export function useDateWords(): string {
  return dateInWords(useApp());
}
