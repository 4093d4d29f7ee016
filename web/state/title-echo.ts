import { effect, untracked } from "@preact/signals";
import { interfaceLanguage } from "#model/words/language.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { defaultTitle } from "#web/view/words/default-title.ts";
import type { AppState } from "./app-state.ts";
import { shownDateInWords } from "./date-in-words.ts";
import { shownTime } from "./time-slice.ts";

/** A title that changed with each step of a scrub would cost a tenth of it, and nobody could read it. */
const WRITE_EVERY_MS = 350;

/** Writes what the page shows into its title, and the language of the interface into its root. */
export function echoTitle(state: AppState, window: Window): void {
  const { document } = window;
  // The browser finds the styles of the whole page anew whenever it is told, though the language be the same.
  effect(() => {
    document.documentElement.lang = interfaceLanguage(state.language.value);
  });
  let timer: number | undefined;
  const write = () => {
    timer = undefined;
    document.title = untracked(() => titleOf(state));
  };
  write();
  effect(() => {
    readTitled(state);
    if (timer === undefined) timer = window.setTimeout(write, WRITE_EVERY_MS);
  });
}

/** Reads every signal that the title tells of. */
function readTitled(state: AppState): void {
  const { filter, language, scene, selection, separation } = state;
  shownTime(state);
  for (const signal of [filter, language, scene, selection, separation]) signal.value;
}

function titleOf(state: AppState): string {
  const { dataset, filter, scene, selection, separation } = state;
  const language = state.language.value;
  const date = shownDateInWords(state);
  const moment = { scene: scene.value, separation: separation.value, days: scene.value.days };
  return messagesOf(language, dataset.meta).documentTitle(
    date,
    defaultTitle({
      dataset,
      language,
      date,
      moments: [moment],
      filter: filter.value,
      selection: selection.value,
    }),
  );
}
