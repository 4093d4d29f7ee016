import { labelDayOfYear, labelShortMonth, labelYear } from "#model/time/date-label.ts";
import { civil } from "#model/time/day.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { axisTicks, percentAt, shareAt, type Tick } from "./time-scale.ts";

/** Of a tick farther along the axis the words would not fit any more. */
const LAST_WITH_WORDS = { day: 0.85, month: 0.96, year: 0.96 } as const;

/** So few ticks leave room for longer words. */
const ROOMY = 12;

/** Years, months or days under the charts, as many as have room. */
export function YearAxis() {
  const { axis } = useApp();
  const { language } = useTexts();
  const range = axis.value;
  const ticks = axisTicks(range);
  const hasYear = ticks.some(({ unit }) => unit === "year");
  // Where no tick is a year, one says which it is, as far as there is room.
  const withYear = hasYear || ticks.length > ROOMY ? undefined : ticks.find(({ isMain }) => isMain);
  const label = (tick: Tick) => {
    const { day, unit } = tick;
    if (shareAt(day, range) > LAST_WITH_WORDS[unit]) return "";
    const year = labelYear(civil(day).year, language);
    if (unit === "year") return year;
    const words = unit === "month" ? labelShortMonth(day, language) : labelDayOfYear(day, language);
    return tick === withYear ? `${words} ${year}` : words;
  };
  return (
    <ol class="year-axis" aria-hidden="true">
      {ticks.map((tick) => (
        <li
          key={tick.day}
          class={tick.isMain ? `${tick.unit} is-main` : tick.unit}
          style={{ insetInlineStart: percentAt(tick.day, range) }}
        >
          {label(tick)}
        </li>
      ))}
    </ol>
  );
}
