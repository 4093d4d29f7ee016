import { labelShortMonth } from "#model/date-label.ts";
import { civil, monthStarts } from "#model/day.ts";
import { useApp, useTexts } from "./app-context.ts";
import { percentAt } from "./time-scale.ts";

const QUARTER = 3;

/** Years and quarters under the charts. */
export function YearAxis() {
  const { firstDay, lastDay } = useApp().dataset.meta;
  const { language } = useTexts();
  const ticks = monthStarts(firstDay, lastDay).filter(
    (day) => (civil(day).month - 1) % QUARTER === 0,
  );
  return (
    <ol class="year-axis" aria-hidden="true">
      {ticks.map((day) => {
        const { year, month } = civil(day);
        return (
          <li
            key={day}
            class={month === 1 ? "year" : "quarter"}
            style={{ insetInlineStart: percentAt(day, firstDay, lastDay) }}
          >
            {month === 1 ? year : labelShortMonth(day, language)}
          </li>
        );
      })}
    </ol>
  );
}
