import { labelDay, labelDayRange, labelMonth, labelYear } from "#model/time/date-label.ts";
import { addDays, civil } from "#model/time/day.ts";
import { type BinStep, binStepOf, binsOf, type Stretch } from "#model/time/timeline.ts";
import type { Language } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { crowdColours } from "#web/events/crowd-colours.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { eventNumber } from "#web/view/words/readout-parts.ts";
import { barOf, viewBox } from "./time-scale.ts";

/**
 * Events by day, week, month or year, whichever suits the period: in families of categories, or a crowd in the colours of
 * its map. At the bottom stands what is certain, paler above it what is only possible, faintly at the top what a filter does
 * not leave.
 */
export function EventHistogram() {
  const { axis, events, period } = useApp();
  const { language, texts } = useTexts();
  const step = binStepOf(period);
  const bars = events.inBins(binsOf(step, { from: period.first, until: addDays(period.last, 1) }));
  const top = Math.max(...bars.map(({ all }) => all), 1);
  return (
    <figure class="chart chart-events" aria-label={texts.chartEventsLong[step]}>
      <figcaption>{texts.chartEvents}</figcaption>
      <span class="chart-top">{formatNumber(top, language)}</span>
      <span class="chart-zero">0</span>
      <svg viewBox={viewBox(axis.value, top)} preserveAspectRatio="none" aria-hidden="true">
        {bars.map(({ all, certain, stripes, ...bin }) => {
          let below = 0;
          return (
            <g key={bin.from}>
              <title>
                {texts.eventsInBin(
                  labelBin(step, bin, language),
                  eventNumber({ all, certain }, texts),
                )}
              </title>
              {stripes.map(({ count, isCertain, look, place }, index) => {
                below += count;
                return count === 0 ? null : (
                  <rect
                    // The stripes are the same ones in the same order each time.
                    key={index}
                    class={`bar bar-${look}${isCertain ? "" : " bar-possible"}`}
                    {...(place === null ? {} : { style: crowdColours(place) })}
                    {...barOf(bin)}
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

function labelBin(step: BinStep, { from, until }: Stretch, language: Language): string {
  switch (step) {
    case "day":
      return labelDay(from, language);
    case "week":
      return labelDayRange(from, addDays(until, -1), language);
    case "month":
      return labelMonth(from, language);
    case "year":
      return labelYear(civil(from).year, language);
  }
}
