import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "#model/words/language.ts";
import { type Messages, messagesOf } from "#web/i18n/messages.ts";
import type { AppState } from "#web/state/app-state.ts";

export const AppContext = createContext<AppState | null>(null);

/** The state of the app around this component. */
export function useApp(): AppState {
  const state = useContext(AppContext);
  if (!state) throw new Error("no AppContext around this component");
  return state;
}

/** The present language and its texts, and the dataset's time zone; the component renders again when one changes. */
export function useTexts(): { language: Language; texts: Messages; timeZone: string } {
  const { language, dataset } = useApp();
  return {
    language: language.value,
    texts: messagesOf(language.value, dataset.meta),
    timeZone: dataset.meta.timeZone,
  };
}
