import { labelDay } from "#model/time/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said } from "#web/controls/said.tsx";
import { useComparedDates } from "#web/controls/use-compared-dates.ts";
import { useDateWords } from "#web/controls/use-date-words.ts";
import { Readout } from "#web/time-bar/head/readout.tsx";

/** At the head of the printed page: of what, in which version, of which date, and what is known of it. */
export function PrintedHead() {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  const date = useDateWords();
  const compared = useComparedDates();
  return (
    <header class="printed-head">
      <p class="printed-of">
        {texts.appName} · {texts.figureVersion(dataset.meta.version.label)}
      </p>
      <h1>
        <Said of={dataset.meta.title} />
      </h1>
      {compared.length > 0 ? (
        <p class="printed-date">{compared.map(({ day }) => labelDay(day, language)).join(" | ")}</p>
      ) : (
        <>
          <p class="printed-date">{date}</p>
          <Readout isStill />
        </>
      )}
    </header>
  );
}
