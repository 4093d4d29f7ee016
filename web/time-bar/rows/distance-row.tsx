import { useApp, useTexts } from "#web/controls/app-context.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { hasConventions, runsOf, stepPath } from "#web/view/scene/series-path.ts";
import { viewBox } from "../axis/time-scale.ts";

const METRES_PER_KM = 1000;

/**
 * How far the places are from the reference place, as steps: a value holds until something changes. One unit across is a
 * day; the drawing is stretched to the width of the bar, so nothing is measured on screen.
 */
export function DistanceRow() {
  const { series, axis } = useApp();
  const { language, texts } = useTexts();
  const steps = series.value;
  const farthest = Math.max(
    ...steps.map(({ measured }) => measured.distance?.max ?? 0),
    METRES_PER_KM,
  );
  const top = Math.ceil(farthest / METRES_PER_KM);
  const y = (metres: number) => top - metres / METRES_PER_KM;
  const isDotted = steps.some(({ measured }) => hasConventions(measured));
  const label = isDotted
    ? texts.chartDistanceLong + texts.curveConvention
    : texts.chartDistanceLong;
  return (
    <figure class="chart chart-distance" aria-label={label} title={label}>
      <figcaption>{texts.chartDistance}</figcaption>
      <span class="chart-top">{formatNumber(top, language)}</span>
      <span class="chart-zero">0</span>
      <svg
        class="axis-drawing"
        viewBox={viewBox(axis.value, top)}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
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
        {[false, true].map((isByConvention) => (
          <path
            key={`${isByConvention}`}
            class={isByConvention ? "mean by-convention" : "mean"}
            d={stepPath(
              steps,
              (day) => day,
              ({ measured }) =>
                measured.distance && hasConventions(measured) === isByConvention
                  ? y(measured.distance.mean)
                  : null,
            )}
          />
        ))}
      </svg>
    </figure>
  );
}
