// The charts over the time axis. Steps, never slopes: a value holds until a site opens or closes. One unit across is
// a day; the drawings are stretched to the width of the bar, so nothing is measured on screen.
import { labelMonth } from "#model/date-label.ts";
import { addDays, monthStarts } from "#model/day.ts";
import { binByMonth } from "#model/timeline.ts";
import { formatNumber } from "#web/i18n/format.ts";
import type { SeriesStep } from "#web/state/series.ts";
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

function DistanceChart() {
  const { series, dataset } = useApp();
  const { language, texts } = useTexts();
  const { firstDay, lastDay } = dataset.meta;
  const steps = series.value;
  const top = Math.ceil(
    Math.max(...steps.map((step) => step.maxM ?? 0), METRES_PER_KM) / METRES_PER_KM,
  );
  const y = (metres: number) => top - metres / METRES_PER_KM;
  return (
    <figure class="chart chart-distance" aria-label={texts.chartDistanceLong}>
      <figcaption>{texts.chartDistance}</figcaption>
      <span class="chart-top">{formatNumber(top, language)}</span>
      <span class="chart-zero">0</span>
      <svg
        viewBox={`0 0 ${lastDay - firstDay} ${top}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {steps.map((step) =>
          step.minM === null || step.maxM === null ? null : (
            <rect
              key={step.from}
              class="range"
              x={step.from - firstDay}
              width={step.until - step.from}
              y={y(step.maxM)}
              height={(step.maxM - step.minM) / METRES_PER_KM}
            />
          ),
        )}
        <path
          class="mean"
          d={stepPath(steps, firstDay, (step) => (step.meanM === null ? null : y(step.meanM)))}
        />
      </svg>
    </figure>
  );
}

function BeyondChart() {
  const { series, dataset } = useApp();
  const { texts } = useTexts();
  const { firstDay, lastDay } = dataset.meta;
  return (
    <figure class="chart chart-beyond" aria-label={texts.chartBeyondLong}>
      <figcaption>{texts.chartBeyond}</figcaption>
      <svg viewBox={`0 0 ${lastDay - firstDay} 1`} preserveAspectRatio="none" aria-hidden="true">
        {series.value.map((step) =>
          step.shareBeyond === null ? null : (
            <rect
              key={step.from}
              class="share"
              x={step.from - firstDay}
              width={step.until - step.from}
              y={1 - step.shareBeyond}
              height={step.shareBeyond}
            />
          ),
        )}
      </svg>
    </figure>
  );
}

function EventHistogram() {
  const { dataset, certainty } = useApp();
  const { language, texts } = useTexts();
  const { firstDay, lastDay } = dataset.meta;
  const months = monthStarts(firstDay, addDays(lastDay, 1));
  const bins = binByMonth(dataset.events, months, certainty.value);
  const top = Math.max(...bins.map((bin) => bin.total), 1);
  return (
    <figure class="chart chart-events" aria-label={texts.chartEventsLong}>
      <figcaption>{texts.chartEvents}</figcaption>
      <span class="chart-top">{formatNumber(top, language)}</span>
      <span class="chart-zero">0</span>
      <svg
        viewBox={`0 0 ${lastDay - firstDay} ${top}`}
        preserveAspectRatio="none"
        role="img"
        aria-hidden="true"
      >
        {bins.map((bin, index) => {
          const end = months[index + 1] ?? addDays(lastDay, 1);
          return (
            <rect
              key={bin.month}
              class="bar"
              x={bin.month - firstDay + 2}
              width={end - bin.month - 4}
              y={top - bin.total}
              height={bin.total}
            >
              <title>{texts.eventsInMonth(labelMonth(bin.month, language), bin.total)}</title>
            </rect>
          );
        })}
      </svg>
    </figure>
  );
}

/** A line that holds each value to the end of its step, broken where there is none. */
function stepPath(
  steps: readonly SeriesStep[],
  firstDay: number,
  y: (step: SeriesStep) => number | null,
): string {
  let isDrawing = false;
  return steps
    .map((step) => {
      const value = y(step);
      if (value === null) {
        isDrawing = false;
        return "";
      }
      const from = isDrawing
        ? `L${step.from - firstDay} ${value}`
        : `M${step.from - firstDay} ${value}`;
      isDrawing = true;
      return `${from}H${step.until - firstDay}`;
    })
    .join("");
}
