import { useEffect, useRef } from "preact/hooks";
import { labelDayRange } from "#model/time/date-label.ts";
import { addDays } from "#model/time/day.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said } from "#web/controls/said.tsx";
import { edgeAt, percent } from "./time-scale.ts";

/** The named periods as bands; each leads to its first day and to its text. */
export function PhaseBand() {
  const { dataset, period, axis, day, selection, sheet, actions } = useApp();
  const { language, texts } = useTexts();
  const range = axis.value;
  const row = useRef<HTMLOListElement>(null);
  const now = dataset.phases.findIndex(
    ({ window: { from, until } }) =>
      (from === null || day.value >= from) && (until === null || day.value < until),
  );
  // Where the periods are a row that is longer than the screen, that of the date is in sight.
  useEffect(() => {
    const current = row.current?.querySelector("[aria-current]")?.parentElement;
    if (row.current && current)
      row.current.scrollLeft = current.offsetLeft - row.current.offsetLeft;
  }, [now, sheet.value]);
  return (
    <ol class="phase-band" aria-label={texts.phasesLabel} ref={row}>
      {dataset.phases.map((phase) => {
        const from = phase.window.from ?? period.first;
        const until = phase.window.until ?? addDays(period.last, 1);
        const first = Math.max(from, range.first);
        const end = Math.min(until, range.last + 1);
        if (end <= first) return null;
        const title = textIn(phase.title, language);
        const isNow = day.value >= from && day.value < until;
        const label = `${title}, ${labelDayRange(from, addDays(until, -1), language)}`;
        return (
          <li
            key={phase.id}
            style={{
              insetInlineStart: percent(edgeAt(first, range)),
              inlineSize: percent(edgeAt(end, range) - edgeAt(first, range)),
            }}
          >
            <button
              type="button"
              class={isNow ? "is-now" : ""}
              title={label}
              aria-label={label}
              aria-current={isNow ? "time" : undefined}
              aria-pressed={selection.value?.kind === "phase" && selection.value.id === phase.id}
              onClick={() => {
                if (!isNow) actions.moveTo(from);
                actions.select({ kind: "phase", id: phase.id });
              }}
            >
              <Said of={phase.title} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
