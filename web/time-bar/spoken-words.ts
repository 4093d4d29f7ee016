import { formatKilometres } from "#web/i18n/format.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import type { AppState } from "#web/state/app-state.ts";
import { eventsInWords, sitesInWords } from "#web/view/words/readout-parts.ts";

/** What is said aloud of a date in words: its sites and how far they are, or its events where the dataset has no sites. */
export function spokenWords(app: AppState, date: string): string {
  const { dataset, events, hasSites, language, scene, separation } = app;
  const texts = messagesOf(language.value, dataset.meta);
  const { distance } = separation.value;
  const mean = distance && formatKilometres(distance.mean, language.value);
  if (hasSites)
    return texts.sliderValue(date, sitesInWords(separation.value, language.value, texts), mean);
  const count = events.areHeld
    ? scene.value.events.filter(({ isRecent }) => !isRecent).length
    : events.open.value?.all;
  if (count === undefined) return date;
  const said = eventsInWords(count, separation.value, language.value, texts);
  return texts.sliderValue(date, said, null);
}
