// The charts over the time axis. Steps, never slopes: a value holds until something changes. One unit across is a
// day; the drawings are stretched to the width of the bar, so nothing is measured on screen.
import { labelMonth } from "#model/date-label.ts";
import { addDays, monthStarts } from "#model/day.ts";
import { binByMonth } from "#model/timeline.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { CATEGORY_FAMILIES, familyOf } from "#web/state/category-family.ts";
import { runsOf, stepPath } from "#web/state/series-path.ts";
import type { DayRange } from "#web/state/time-slice.ts";
import { useApp, useTexts } from "./app-context.ts";

const METRES_PER_KM = 1000;

export function Charts() {
  return (
    <div class="charts">
      <DistanceChart />
      <BeyondChart />
      <EventHistogram />
    </div>
  );
}

/** The part of a drawing, one unit a day, that the axis shows. */
function viewBox(axis: DayRange, height: number): string {
  return `${axis.first} 0 ${axis.last - axis.first} ${height}`;
}

function DistanceChart() {
  const { series, axis } = useApp();
  const { language, texts } = useTexts();
  const steps = series.value;
  const farthest = Math.max(
    ...steps.map(({ measured }) => measured.distance?.max ?? 0),
    METRES_PER_KM,
  );
  const top = Math.ceil(farthest / METRES_PER_KM);
  const y = (metres: number) => top - metres / METRES_PER_KM;
  return (
    <figure class="chart chart-distance" aria-label={texts.chartDistanceLong}>
      <figcaption>{texts.chartDistance}</figcaption>
      <span class="chart-top">{formatNumber(top, language)}</span>
      <span class="chart-zero">0</span>
      <svg viewBox={viewBox(axis.value, top)} preserveAspectRatio="none" aria-hidden="true">
        {runsOf(steps, ({ distance }) => distance && { min: distance.min, max: distance.max }).map(
          ({ from, until, value }) => (
            <rect
              key={from}
              class="range"
              x={from}
              width={until - from}
              y={y(value.max)}
              height={(value.max - value.min) / METRES_PER_KM}
            />
          ),
        )}
        <path
          class="mean"
          d={stepPath(
            steps,
            (day) => day,
            ({ measured }) => (measured.distance ? y(measured.distance.mean) : null),
          )}
        />
      </svg>
    </figure>
  );
}

function BeyondChart() {
  const { series, axis } = useApp();
  const { texts } = useTexts();
  return (
    <figure class="chart chart-beyond" aria-label={texts.chartBeyondLong}>
      <figcaption>{texts.chartBeyond}</figcaption>
      <svg viewBox={viewBox(axis.value, 1)} preserveAspectRatio="none" aria-hidden="true">
        {runsOf(series.value, ({ shareOfSitesBeyond }) => shareOfSitesBeyond).map(
          ({ from, until, value }) => (
            <rect
              key={from}
              class="share"
              x={from}
              width={until - from}
              y={1 - value}
              height={value}
            />
          ),
        )}
      </svg>
    </figure>
  );
}

/** Events by month, in families of categories, of what the filter leaves. */
function EventHistogram() {
  const { eventsLeft, certainty, axis, period } = useApp();
  const { language, texts } = useTexts();
  const months = monthStarts(period.first, addDays(period.last, 1));
  const bins = binByMonth(eventsLeft.value, months, certainty.value);
  const top = Math.max(...bins.map((bin) => bin.total), 1);
  return (
    <figure class="chart chart-events" aria-label={texts.chartEventsLong}>
      <figcaption>{texts.chartEvents}</figcaption>
      <span class="chart-top">{formatNumber(top, language)}</span>
      <span class="chart-zero">0</span>
      <svg viewBox={viewBox(axis.value, top)} preserveAspectRatio="none" aria-hidden="true">
        {bins.map((bin, index) => {
          const end = months[index + 1] ?? addDays(period.last, 1);
          let below = 0;
          return (
            <g key={bin.month}>
              <title>{texts.eventsInMonth(labelMonth(bin.month, language), bin.total)}</title>
              {CATEGORY_FAMILIES.map((family) => {
                const count = Object.entries(bin.byCategory)
                  .filter(([category]) => familyOf(category) === family)
                  .reduce((sum, [, number]) => sum + number, 0);
                below += count;
                return count === 0 ? null : (
                  <rect
                    key={family}
                    class={`bar bar-${family}`}
                    x={bin.month + 2}
                    width={end - bin.month - 4}
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
