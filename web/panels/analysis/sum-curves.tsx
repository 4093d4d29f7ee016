import { useMemo } from "preact/hooks";
import { type DeclaredSum, declaredSums } from "#model/collection/declared-sums.ts";
import { type EventSum, SUM_METHOD } from "#model/measure/sum.ts";
import { labelDay, labelDayRange } from "#model/time/date-label.ts";
import { addDays, type Day } from "#model/time/day.ts";
import { binStepOf, binsOf, type Stretch } from "#model/time/timeline.ts";
import { isBrought, ownAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidParagraph } from "#web/controls/said.tsx";
import { barOf, dayAtShare, viewBox } from "#web/time-bar/axis/time-scale.ts";
import { inPeriod } from "#web/view/question/time.ts";
import { sumInWords } from "#web/view/words/readout-parts.ts";
import { type BothSums, useSums } from "./use-sums.ts";

type Props = { readonly shown: Day; readonly onHover: (day: Day | null) => void };

/** The sums that the dataset declares as bars over its period, those of its events, and as a file. */
export function SumCurves(props: Props) {
  const { dataset } = useApp();
  return declaredSums(dataset.meta).length === 0 ? null : <Curves {...props} />;
}

function Curves({ shown, onHover }: Props) {
  const { dataset, period } = useApp();
  const { texts } = useTexts();
  const step = binStepOf(period);
  const stretches = useMemo(
    () => binsOf(step, { from: period.first, until: addDays(period.last, 1) }),
    [period, step],
  );
  const summed = useSums(step, stretches).value;
  return (
    <>
      {summed === "coming" && (
        <p class="quiet" role="status">
          {texts.crowdCounting}
        </p>
      )}
      {summed === "failed" && (
        <p class="message" role="status">
          {texts.sumsFailed}
        </p>
      )}
      {typeof summed !== "string" &&
        declaredSums(dataset.meta).map((sum, at) => (
          <Bars key={sum.property.name} {...{ at, sum, stretches, summed, shown, onHover }} />
        ))}
      {!isBrought() && (
        <p>
          <a href={ownAddress(`api/analysis/sums?step=${step}&f=csv`)}>{texts.downloadSums}</a>
        </p>
      )}
    </>
  );
}

type BarsProps = Props & {
  readonly sum: DeclaredSum;
  /** Its place among those that are declared. */
  readonly at: number;
  readonly stretches: readonly Stretch[];
  readonly summed: BothSums;
};

const NONE: EventSum = { sum: null, told: 0, events: 0 };

function Bars({ at, sum, stretches, summed, shown, onHover }: BarsProps) {
  const { actions, axis, certainty } = useApp();
  const { language, texts } = useTexts();
  const totals = stretches.map((_, bin) => summed[certainty.value][bin]?.[at]?.sum ?? 0);
  const [bottom, top] = [Math.min(0, ...totals), Math.max(0, ...totals)];
  const height = top - bottom || 1;
  const bin = stretches.findIndex(({ from, until }) => from <= shown && shown < until);
  const window = stretches[bin] ?? { from: shown, until: addDays(shown, 1) };
  const last = addDays(window.until, -1);
  const when =
    window.from === last ? labelDay(shown, language) : labelDayRange(window.from, last, language);
  const [told, surely] = ([certainty.value, "certain"] as const).map(
    (reading) => summed[reading][bin]?.[at] ?? NONE,
  ) as [EventSum, EventSum];
  const range = axis.value;
  const dayAt = (event: MouseEvent & { readonly currentTarget: Element }) => {
    const box = event.currentTarget.getBoundingClientRect();
    return inPeriod(dayAtShare((event.clientX - box.left) / box.width, range), range);
  };
  return (
    <section class="curve">
      <h3>
        <Said of={sum.label} />
      </h3>
      <p class="number">{texts.labelled(when, sumInWords(told, surely, sum, language, texts))}</p>
      <svg
        viewBox={viewBox(range, height)}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerMove={(event) => onHover(dayAt(event))}
        onPointerLeave={() => onHover(null)}
        onClick={(event) => actions.moveTo(dayAt(event))}
      >
        {stretches.map((stretch, place) => {
          const total = totals[place] ?? 0;
          return (
            <rect
              key={stretch.from}
              class="sum"
              {...barOf(stretch)}
              y={top - Math.max(total, 0)}
              height={Math.abs(total)}
            />
          );
        })}
        <path class="curve-cursor" d={`M${shown + 0.5} 0V${height}`} />
      </svg>
      <SaidParagraph class="quiet method" of={SUM_METHOD} />
    </section>
  );
}
