import { useSignal, useSignalEffect } from "@preact/signals";
import { useApp } from "#web/controls/app-context.ts";
import { shownDateInWords } from "#web/state/date-in-words.ts";
import { spokenWords } from "./spoken-words.ts";

/** A change is said when nothing has followed it for this long. */
const QUIET_MS = 1000;

/** Says the date and its measures to a screen reader once they have settled; never while playing. */
export function LiveDate() {
  const app = useApp();
  const said = useSignal("");
  useSignalEffect(() => {
    const sentence = spokenWords(app, shownDateInWords(app));
    if (app.isPlaying.value) return;
    const timer = setTimeout(() => {
      // The slider says its own changes.
      if (!document.activeElement?.matches(".date-slider")) said.value = sentence;
    }, QUIET_MS);
    return () => clearTimeout(timer);
  });
  return (
    <p class="spoken" aria-live="polite">
      {said}
    </p>
  );
}
