import { labelMonth } from "#model/time/date-label.ts";
import { addDays, monthStarts } from "#model/time/day.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { crowdColours } from "#web/events/crowd-colours.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { viewBox } from "./time-scale.ts";

/**
 * Events by month: in families of categories, or a crowd in the colours of its map. Those that a filter does not leave
 * stand faintly on top of the others.
 */
export function EventHistogram() {
  const { axis, events, period } = useApp();
  const { language, texts } = useTexts();
  const months = monthStarts(period.first, addDays(period.last, 1));
  const bars = events.inMonths(months);
  const top = Math.max(...bars.map(({ total }) => total), 1);
  return (
    <figure class="chart chart-events" aria-label={texts.chartEventsLong}>
      <figcaption>{texts.chartEvents}</figcaption>
      <span class="chart-top">{formatNumber(top, language)}</span>
      <span class="chart-zero">0</span>
      <svg viewBox={viewBox(axis.value, top)} preserveAspectRatio="none" aria-hidden="true">
        {bars.map(({ month, total, stripes }, nth) => {
          const end = months[nth + 1] ?? addDays(period.last, 1);
          // Of a month that the period cuts, the days in it; between two bars there is a little room.
          const start = Math.max(month, period.first);
          const room = Math.min(2, (end - start) / 14);
          let below = 0;
          return (
            <g key={month}>
              <title>{texts.eventsInMonth(labelMonth(month, language), total)}</title>
              {stripes.map(({ count, look, place }, index) => {
                below += count;
                return count === 0 ? null : (
                  <rect
                    // The stripes are the same ones in the same order each time.
                    key={index}
                    class={`bar bar-${look}`}
                    {...(place === null ? {} : { style: crowdColours(place) })}
                    x={start + room}
                    width={end - start - 2 * room}
                    y={top - below}
                    height={count}
                  />
                );
              })}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
