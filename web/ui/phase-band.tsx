import { labelDay } from "#model/date-label.ts";
import { addDays } from "#model/day.ts";
import { useApp, useTexts } from "./app-context.ts";
import { percentAt } from "./time-scale.ts";

/** The named periods as bands; each leads to its first day and to its text. */
export function PhaseBand() {
  const { dataset, day, selection, actions } = useApp();
  const { language, texts } = useTexts();
  const { firstDay, lastDay } = dataset.meta;
  return (
    <ol class="phase-band" aria-label={texts.phasesLabel}>
      {dataset.phases.map((phase) => {
        const from = phase.window.from ?? firstDay;
        const until = phase.window.until ?? addDays(lastDay, 1);
        const title = phase.title[language];
        const isNow = day.value >= from && day.value < until;
        const days = `${labelDay(from, language)} – ${labelDay(addDays(until, -1), language)}`;
        return (
          <li
            key={phase.id}
            style={{
              insetInlineStart: percentAt(from, firstDay, lastDay),
              inlineSize: `${((until - from) / (lastDay - firstDay)) * 100}%`,
            }}
          >
            <button
              type="button"
              class={isNow ? "is-now" : ""}
              title={`${title}, ${days}`}
              aria-label={`${title}, ${days}`}
              aria-current={isNow ? "time" : undefined}
              aria-pressed={selection.value?.kind === "phase" && selection.value.id === phase.id}
              onClick={() => {
                if (!isNow) actions.moveTo(from);
                actions.select({ kind: "phase", id: phase.id });
              }}
            >
              {title}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
