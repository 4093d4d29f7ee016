import { labelYear } from "#model/time/date-label.ts";
import { civil, type Day } from "#model/time/day.ts";
import type { Span } from "#model/time/span.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";

/** From when to when a place was there, along the period of the data: lighter where it only may have been. */
export function Life({ span }: { readonly span: Span }) {
  const { period } = useApp();
  const { language } = useTexts();
  const days = period.last + 1 - period.first;
  const within = (day: number) => Math.min(Math.max(day, period.first), period.last + 1);
  const stretch = (from: Day | null, until: Day | null) => {
    const [start, end] = [within(from ?? period.first), within((until ?? period.last) + 1)];
    return {
      insetInlineStart: `${((start - period.first) / days) * 100}%`,
      inlineSize: `${(Math.max(end - start, 0) / days) * 100}%`,
    };
  };
  const { endEarliest, endLatest, startEarliest, startLatest } = span;
  const isCertain = startLatest !== null && endEarliest !== null && startLatest <= endEarliest;
  return (
    <div aria-hidden="true">
      <div class="life">
        <i class="is-possible" style={stretch(startEarliest, endLatest)} />
        {isCertain && <i style={stretch(startLatest, endEarliest)} />}
      </div>
      <div class="life-years">
        <span>{labelYear(civil(period.first).year, language)}</span>
        <span>{labelYear(civil(period.last).year, language)}</span>
      </div>
    </div>
  );
}
