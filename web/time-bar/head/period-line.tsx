import { useComputed } from "@preact/signals";
import { labelDayRange } from "#model/time/date-label.ts";
import { addDays } from "#model/time/day.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Popover } from "#web/controls/popover.tsx";
import { Said } from "#web/controls/said.tsx";
import { periodAt } from "#web/view/scene/periods.ts";

/** The named period of the date, which opens the list of all; nothing in a dataset without any. */
export function PeriodLine() {
  const { dataset, day, period, selection, actions } = useApp();
  const { language, texts } = useTexts();
  const { phases } = dataset;
  const now = useComputed(() => periodAt(phases, day.value)).value;
  if (phases.length === 0) return null;
  const current = phases[now];
  const face = current ? (
    <>
      <b>
        <Said of={current.title} />
      </b>
      <span class="period-number"> · {texts.periodOf(now + 1, phases.length)}</span>
    </>
  ) : (
    texts.phasesLabel
  );
  return (
    <Popover class="period-line" label={texts.phasesLabel} face={face}>
      {(close) => (
        <ol class="period-list">
          {phases.map((phase, index) => {
            const from = phase.window.from ?? period.first;
            const until = phase.window.until ?? addDays(period.last, 1);
            return (
              <li key={phase.id}>
                <button
                  class="popover-choice"
                  type="button"
                  aria-current={index === now ? "time" : undefined}
                  aria-pressed={
                    selection.value?.kind === "phase" && selection.value.id === phase.id
                  }
                  onClick={() => {
                    close();
                    actions.beginMove();
                    if (index !== now) actions.moveTo(from);
                    actions.select({ kind: "phase", id: phase.id });
                  }}
                >
                  <b>
                    <Said of={phase.title} />
                  </b>
                  <span class="quiet">{labelDayRange(from, addDays(until, -1), language)}</span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </Popover>
  );
}
