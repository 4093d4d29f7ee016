import { dateInWords } from "#web/view/words/date-in-words.ts";
import type { AppState } from "./app-state.ts";
import { shownTime } from "./time-slice.ts";

/** The date or the stretch of days that the page shows, in words. */
export function shownDateInWords(state: AppState): string {
  return dateInWords(shownTime(state), state.period, state.language.value);
}
