import { labelMonth } from "#model/date-label.ts";
import { addDays, addMonths, type Day, monthStarts } from "#model/day.ts";
import { binByMonth, type TimelineBin } from "#model/timeline.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { openByCategory } from "#web/events/columns/day-counts.ts";
import { crowdColours } from "#web/events/crowd-colours.ts";
import { formatNumber } from "#web/i18n/format.ts";
import type { AppState } from "#web/state/app-state.ts";
import { CATEGORY_FAMILIES, familyOf } from "#web/view/scene/category-family.ts";
import { viewBox } from "./time-scale.ts";

/** A part of a month's bar, from the bottom up. */
type Stripe = {
  readonly key: string;
  readonly count: number;
  readonly colours?: Readonly<Record<string, string>>;
};
type Bar = { readonly month: Day; readonly total: number; readonly stripes: readonly Stripe[] };

/**
 * Events by month: in families of categories, or a crowd in the colours of its map. Those that a filter does not leave
 * stand faintly on top of the others.
 */
export function EventHistogram() {
  const app = useApp();
  const { axis, hasCrowd, isTiled, period } = app;
  const { language, texts } = useTexts();
  const months = monthStarts(period.first, addDays(period.last, 1));
  const bars = (isTiled ? talliedBars : hasCrowd ? crowdBars : eventBars)(app, months);
  const top = Math.max(...bars.map(({ total }) => total), 1);
  return (
    <figure class="chart chart-events" aria-label={texts.chartEventsLong}>
      <figcaption>{texts.chartEvents}</figcaption>
      <span class="chart-top">{formatNumber(top, language)}</span>
      <span class="chart-zero">0</span>
      <svg viewBox={viewBox(axis.value, top)} preserveAspectRatio="none" aria-hidden="true">
        {bars.map(({ month, total, stripes }, index) => {
          const end = months[index + 1] ?? addDays(period.last, 1);
          let below = 0;
          return (
            <g key={month}>
              <title>{texts.eventsInMonth(labelMonth(month, language), total)}</title>
              {stripes.map(({ key, colours, count }, place) => {
                below += count;
                return count === 0 ? null : (
                  <rect
                    // The stripes are the same ones in the same order each time.
                    key={place}
                    class={`bar bar-${key}`}
                    {...(colours ? { style: colours } : {})}
                    x={month + 2}
                    width={end - month - 4}
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

function eventBars({ certainty, dataset, left }: AppState, months: readonly Day[]): Bar[] {
  const all = binByMonth(dataset.events, months, certainty.value);
  return binByMonth(left.value.events, months, certainty.value).map((left, index) => {
    const total = all[index]?.total ?? 0;
    return {
      month: left.month,
      total,
      stripes: [
        ...CATEGORY_FAMILIES.map((family) => ({ key: family, count: inFamily(left, family) })),
        { key: "faint", count: total - left.total },
      ],
    };
  });
}

function inFamily({ byCategory }: TimelineBin, family: string): number {
  return Object.entries(byCategory)
    .filter(([category]) => familyOf(category) === family)
    .reduce((sum, [, count]) => sum + count, 0);
}

function talliedBars(
  { crowdHead, filter, tallyTimeline, tallyTimelineOfAll }: AppState,
  months: readonly Day[],
): Bar[] {
  const chosen = new Set(filter.value.categories);
  return months.map((month) => {
    const counts = tallyTimeline.value?.months.get(month) ?? {};
    const all = Object.values(tallyTimelineOfAll.value?.months.get(month) ?? {});
    return stripedBar(
      month,
      all.reduce((sum, count) => sum + count, 0),
      (crowdHead.value?.categories ?? []).map((category) =>
        chosen.size === 0 || chosen.has(category) ? (counts[category] ?? 0) : 0,
      ),
    );
  });
}

function crowdBars({ crowdDays, crowdDaysOfAll }: AppState, months: readonly Day[]): Bar[] {
  return months.map((month) => {
    const window = { from: month, until: addMonths(month, 1) };
    const all = openByCategory(crowdDaysOfAll.value, window);
    const total = all.reduce((sum, count) => sum + count, 0);
    return stripedBar(month, total, openByCategory(crowdDays.value, window));
  });
}

/** A bar of a crowd; `counts`: of what the filter leaves, by category, in the order of their colours. */
function stripedBar(month: Day, total: number, counts: readonly number[]): Bar {
  const left = counts.reduce((sum, count) => sum + count, 0);
  return {
    month,
    total: Math.max(total, left),
    stripes: [
      ...counts.map((count, category) => ({
        key: "crowd",
        count,
        colours: crowdColours(category),
      })),
      { key: "faint", count: Math.max(total - left, 0) },
    ],
  };
}
