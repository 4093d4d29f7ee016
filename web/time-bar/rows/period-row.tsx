import { useComputed } from "@preact/signals";
import { useRef } from "preact/hooks";
import { labelDayRange } from "#model/time/date-label.ts";
import { addDays } from "#model/time/day.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said } from "#web/controls/said.tsx";
import { formatNumber } from "#web/i18n/format.ts";
import { periodAt } from "#web/view/scene/periods.ts";
import { edgeAt, percent } from "../axis/time-scale.ts";
import { useMeasures } from "../axis/use-measures.ts";

/** Of a band, left and right of its name. */
const PADDING = 12;
const WEIGHT = 600;

/** The named periods over their days: with their names where these fit, else with their numbers. */
export function PeriodRow() {
  const { dataset, period, axis, day, selection, actions } = useApp();
  const { language, texts } = useTexts();
  const range = axis.value;
  const row = useRef<HTMLOListElement>(null);
  const { textWidth, width } = useMeasures(row);
  const now = useComputed(() => periodAt(dataset.phases, day.value)).value;
  return (
    <div class="period-row">
      <span class="row-label" aria-hidden="true">
        {texts.periodRow}
      </span>
      <ol class="phase-band" aria-label={texts.phasesLabel} ref={row}>
        {dataset.phases.map((phase, index) => {
          const from = phase.window.from ?? period.first;
          const until = phase.window.until ?? addDays(period.last, 1);
          const start = edgeAt(Math.max(from, range.first), range);
          const length = edgeAt(Math.min(until, range.last + 1), range) - start;
          if (length <= 0) return null;
          const title = textIn(phase.title, language);
          const isNow = index === now;
          const fits = textWidth(title, WEIGHT) + PADDING <= length * width;
          const number = formatNumber(index + 1, language);
          const days = labelDayRange(from, addDays(until, -1), language);
          // What is seen of it is part of what it is called.
          const label = `${fits ? "" : `${number}. `}${title}, ${days}`;
          return (
            <li
              key={phase.id}
              style={{ insetInlineStart: percent(start), inlineSize: percent(length) }}
            >
              <button
                type="button"
                class={isNow ? "is-now" : ""}
                title={label}
                aria-label={label}
                aria-current={isNow ? "time" : undefined}
                aria-pressed={selection.value?.kind === "phase" && selection.value.id === phase.id}
                onClick={() => {
                  actions.beginMove();
                  if (!isNow) actions.moveTo(from);
                  actions.select({ kind: "phase", id: phase.id });
                }}
              >
                {fits ? <Said of={phase.title} /> : number}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
