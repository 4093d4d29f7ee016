import { type ReadonlySignal, useComputed } from "@preact/signals";
import { labelDay, labelDayRange, labelMonth, labelYear } from "#model/time/date-label.ts";
import { addDays, civil } from "#model/time/day.ts";
import { type BinStep, binStepOf, binsOf, type Stretch } from "#model/time/timeline.ts";
import type { Language } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import type { BarOfEvents } from "#web/events/event-source.ts";
import { formatNumber } from "#web/i18n/format.ts";
import type { Messages } from "#web/i18n/message-types.ts";
import { crowdColours } from "#web/view/crowd/crowd-colours.ts";
import { eventNumber } from "#web/view/words/readout-parts.ts";
import { barOf, viewBox } from "../axis/time-scale.ts";

export type Bars = ReadonlySignal<readonly BarOfEvents[]>;

/** The events by day, week, month, year or decade, whichever suits the period; counted when somebody reads them. */
export function useBars(): Bars {
  const { events, period } = useApp();
  return useComputed(() =>
    events.inBins(
      binsOf(binStepOf(period), { from: period.first, until: addDays(period.last, 1) }),
    ),
  );
}

/** "May 2014: 3 events (1 of them possibly)". */
export function barInWords(
  bar: BarOfEvents,
  step: BinStep,
  language: Language,
  texts: Messages,
): string {
  return texts.eventsInBin(labelBin(step, bar, language), eventNumber(bar, texts));
}

/**
 * The events in bars: in families of categories, or a crowd in the colours of its map. At the bottom stands what is
 * certain, paler above it what is only possible, faintly at the top what a filter does not leave.
 */
export function EventHistogram({ bars }: { readonly bars: Bars }) {
  const { axis, period } = useApp();
  const { language, texts } = useTexts();
  const step = binStepOf(period);
  const top = Math.max(...bars.value.map(({ all }) => all), 1);
  return (
    <figure class="chart chart-events" aria-label={texts.chartEventsLong[step]}>
      <figcaption>{texts.chartEvents}</figcaption>
      <span class="chart-top">{formatNumber(top, language)}</span>
      <svg
        class="axis-drawing"
        viewBox={viewBox(axis.value, top)}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {bars.value.map((bar) => {
          let below = 0;
          return (
            <g key={bar.from}>
              <title>{barInWords(bar, step, language, texts)}</title>
              {bar.stripes.map(({ count, isCertain, look, place }, index) => {
                below += count;
                return count === 0 ? null : (
                  <rect
                    // The stripes are the same ones in the same order each time.
                    key={index}
                    class={`bar bar-${look}${isCertain ? "" : " bar-possible"}`}
                    {...(place === null ? {} : { style: crowdColours(place) })}
                    {...barOf(bar)}
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
    case "decade": {
      const [first, last] = [from, addDays(until, -1)].map((day) => civil(day).year);
      return [first ?? 0, last ?? 0].map((year) => labelYear(year, language)).join("–");
    }
  }
}
