import { labelDay } from "#model/time/date-label.ts";
import { parseDay } from "#model/time/day.ts";
import type { Language } from "#model/words/language.ts";

/** The day of a withdrawal, as it is written to the reader. */
export function withdrawnDay(withdrawnAt: string, language: Language): string {
  const text = withdrawnAt.slice(0, 10);
  const day = parseDay(text);
  return day === undefined ? text : labelDay(day, language);
}
