import { formatKilometres } from "#web/i18n/format.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import type { AppState } from "#web/state/app-state.ts";
import { happenedIn, tallyOf } from "#web/view/scene/happened.ts";
import { eventsInWords, sitesInWords } from "#web/view/words/readout-parts.ts";

/** What is said aloud of a date in words: its sites and how far they are, or its events where the dataset has no sites. */
export function spokenWords(app: AppState, date: string): string {
  const { dataset, events, hasSites, language, scene, separation } = app;
  const texts = messagesOf(language.value, dataset.meta);
  const { distance } = separation.value;
  const mean = distance && formatKilometres(distance.mean, language.value);
  if (hasSites)
    return texts.sliderValue(date, sitesInWords(separation.value, language.value, texts), mean);
  const tally = events.areHeld ? tallyOf(happenedIn(scene.value)) : events.open.value;
  if (!tally) return date;
  const said = eventsInWords(tally, separation.value, language.value, texts);
  return texts.sliderValue(date, said, null);
}
