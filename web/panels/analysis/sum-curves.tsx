import { useComputed } from "@preact/signals";
import { type DeclaredSum, declaredSums } from "#model/collection/declared-sums.ts";
import { type EventSum, SUM_METHOD, sumOver } from "#model/measure/sum.ts";
import { labelDay, labelDayRange } from "#model/time/date-label.ts";
import { addDays, type Day } from "#model/time/day.ts";
import { type BinStep, binStepOf, binsOf } from "#model/time/timeline.ts";
import { isBrought, ownAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidParagraph } from "#web/controls/said.tsx";
import { barOf, dayAtShare, viewBox } from "#web/time-bar/axis/time-scale.ts";
import { inPeriod } from "#web/view/question/time.ts";
import { sumInWords } from "#web/view/words/readout-parts.ts";

type Props = { readonly shown: Day; readonly onHover: (day: Day | null) => void };

/** The sums that the dataset declares as bars over its period, those of its events, and as a file. */
export function SumCurves({ shown, onHover }: Props) {
  const { dataset, events, period } = useApp();
  const { texts } = useTexts();
  const sums = declaredSums(dataset.meta);
  if (sums.length === 0) return null;
  // A crowd's values are not in the page: the file has them.
  const drawn = events.areHeld ? sums : [];
  const step = binStepOf(period);
  return (
    <>
      {drawn.map((sum) => (
        <Bars key={sum.property.name} {...{ sum, step, shown, onHover }} />
      ))}
      {!isBrought() && (
        <p>
          <a href={ownAddress(`api/analysis/sums?step=${step}&f=csv`)}>{texts.downloadSums}</a>
        </p>
      )}
    </>
  );
}

type BarsProps = Props & { readonly sum: DeclaredSum; readonly step: BinStep };

function Bars({ sum, step, shown, onHover }: BarsProps) {
  const { actions, axis, certainty, dataset, period } = useApp();
  const { language, texts } = useTexts();
  const bins = useComputed(() => {
    const whole = { from: period.first, until: addDays(period.last, 1) };
    return binsOf(step, whole).map((window) => ({
      ...window,
      total: sumOver(dataset.events, sum.property, window, certainty.value).sum ?? 0,
    }));
  });
  const totals = bins.value.map(({ total }) => total);
  const [bottom, top] = [Math.min(0, ...totals), Math.max(0, ...totals)];
  const height = top - bottom || 1;
  const bin = bins.value.find(({ from, until }) => from <= shown && shown < until);
  const window = bin ?? { from: shown, until: addDays(shown, 1) };
  const last = addDays(window.until, -1);
  const when =
    window.from === last ? labelDay(shown, language) : labelDayRange(window.from, last, language);
  const [told, surely] = ([certainty.value, "certain"] as const).map((reading) =>
    sumOver(dataset.events, sum.property, window, reading),
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
        {bins.value.map(({ from, total, until }) => (
          <rect
            key={from}
            class="sum"
            {...barOf({ from, until })}
            y={top - Math.max(total, 0)}
            height={Math.abs(total)}
          />
        ))}
        <path class="curve-cursor" d={`M${shown + 0.5} 0V${height}`} />
      </svg>
      <SaidParagraph class="quiet method" of={SUM_METHOD} />
    </section>
  );
}
