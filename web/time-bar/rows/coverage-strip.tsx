import { labelMonth } from "#model/time/date-label.ts";
import { addDays, addMonths, monthStarts } from "#model/time/day.ts";
import { momentSpan, possiblyIn } from "#model/time/span.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { viewBox } from "../axis/time-scale.ts";

const PALEST = 0.08;

/**
 * How many records and sources each month rests on, as shades: where it is pale little is written down, and silence
 * is no sign that nothing happened.
 */
export function CoverageStrip() {
  const { dataset, axis, period } = useApp();
  const { language, texts } = useTexts();
  const months = monthStarts(period.first, addDays(period.last, 1)).map((month) => {
    const window = { from: month, until: addMonths(month, 1) };
    const events = dataset.events.filter((event) => possiblyIn(event.span, window));
    const counts = dataset.counts.filter(({ earliest, latest }) =>
      possiblyIn(momentSpan(earliest, latest), window),
    );
    const sources = new Set([...events, ...counts].flatMap((record) => record.sourceIds));
    return {
      month,
      until: window.until,
      records: events.length + counts.length,
      sources: sources.size,
    };
  });
  const most = Math.max(...months.map(({ sources }) => sources), 1);
  return (
    <figure class="coverage" aria-label={texts.coverageLong}>
      <figcaption title={texts.coverageLong}>{texts.coverage}</figcaption>
      <svg
        class="axis-drawing"
        viewBox={viewBox(axis.value, 1)}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {months.map(({ month, until, records, sources }) => (
          <rect
            key={month}
            x={month}
            width={until - month}
            y={0}
            height={1}
            fill-opacity={PALEST + (1 - PALEST) * (sources / most)}
          >
            <title>{texts.coverageOf(labelMonth(month, language), records, sources)}</title>
          </rect>
        ))}
      </svg>
    </figure>
  );
}
