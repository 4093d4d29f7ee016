import { labelDayOfYear, labelShortMonth, labelYear } from "#model/date-label.ts";
import { civil } from "#model/day.ts";
import { useApp, useTexts } from "./app-context.ts";
import { axisTicks, percentAt, type Tick } from "./time-scale.ts";

/** Years, months or days under the charts, as many as have room. */
export function YearAxis() {
  const { axis } = useApp();
  const { language } = useTexts();
  const range = axis.value;
  const label = ({ day, unit }: Tick) => {
    if (unit === "year") return labelYear(civil(day).year, language);
    if (unit === "month") return labelShortMonth(day, language);
    return labelDayOfYear(day, language);
  };
  return (
    <ol class="year-axis" aria-hidden="true">
      {axisTicks(range).map((tick) => (
        <li
          key={tick.day}
          class={tick.unit}
          style={{ insetInlineStart: percentAt(tick.day, range) }}
        >
          {label(tick)}
        </li>
      ))}
    </ol>
  );
}
