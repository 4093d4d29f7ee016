import type { Day } from "#model/time/day.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { DayField } from "#web/controls/day-field.tsx";
import { Narrowing } from "./narrowing.tsx";

/** From when to when it is looked for: the days that the page shows, which the bar of time tells and moves too. */
export function FindRange() {
  const { actions, day, mode, period, start } = useApp();
  const { texts } = useTexts();
  const isOn = mode.value === "window";
  const first = isOn ? start.value : period.first;
  const last = isOn ? day.value : period.last;
  const show = (from: Day, to: Day) =>
    actions.goToDate(from <= to ? { first: from, last: to } : { first: to, last: from }, true);
  return (
    <Narrowing title={texts.findWhen} chosen={isOn ? 1 : 0} isRange>
      <DayField
        class="range-day"
        label={texts.rangeFrom}
        day={first}
        onDay={(next) => show(next, last)}
      />
      <DayField
        class="range-day"
        label={texts.rangeTo}
        day={last}
        onDay={(next) => show(first, next)}
      />
      {isOn && (
        <button type="button" class="link" onClick={() => actions.setMode("instant")}>
          {texts.findAnyTime}
        </button>
      )}
    </Narrowing>
  );
}
