import { useSignal } from "@preact/signals";
import { countsPeople } from "#model/dataset/dataset.ts";
import type { Separation } from "#model/measure/separation.ts";
import { separationMethods } from "#model/measure/separation-methods.ts";
import { type SeriesStep, stepAt } from "#model/measure/separation-series.ts";
import { sideLook } from "#model/measure/side-look.ts";
import type { Side } from "#model/measure/site.ts";
import { labelDay } from "#model/time/date-label.ts";
import type { Day } from "#model/time/day.ts";
import { dayWindow } from "#model/time/span.ts";
import type { Localized } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { loadPart } from "#web/controls/part/load-part.ts";
import { SaidParagraph } from "#web/controls/said.tsx";
import { saveFile } from "#web/export/save-file.ts";
import { formatKilometres, formatShare, formatShares } from "#web/i18n/format.ts";
import { Heading } from "#web/panels/record/record-parts.tsx";
import type { AppState } from "#web/state/app-state.ts";
import { part } from "#web/state/part.ts";
import { dayAtShare, viewBox } from "#web/time-bar/axis/time-scale.ts";
import { hasConventions, runsOf, stepPath } from "#web/view/scene/series-path.ts";
import { peopleInWords, readoutParts, sitesInWords } from "#web/view/words/readout-parts.ts";
import { SumCurves } from "./sum-curves.tsx";

type Band = { readonly low: number; readonly high: number };

type Series = {
  readonly key: string;
  readonly title: string;
  readonly method: Localized;
  /** The bands that are drawn, widest first; a band without width is a line. */
  readonly bands: (measured: Separation) => readonly (Band | null)[];
  readonly value: (measured: Separation) => string;
  /** Whether it rests partly on a convention. */
  readonly isByConvention: (measured: Separation) => boolean;
  readonly top?: number;
  /** The side that it is about, whose hue it has. */
  readonly side?: Side;
};

const ofPeople = ({ people }: Separation) => people.byConvention !== null;

/** The measures as curves that can be questioned: values under the pointer, the method of each, and the table. */
export function AnalysisView() {
  const app = useApp();
  const { series, day, hasSites } = app;
  const { language, texts } = useTexts();
  const hovered = useSignal<Day | null>(null);
  const shown = hovered.value ?? day.value;
  const onHover = (next: Day | null) => {
    hovered.value = next;
  };
  const separation = useSeries();
  const step = stepAt(series.value, shown);
  if (!hasSites)
    return (
      <article class="record">
        <Heading kind={texts.analysis}>{labelDay(shown, language)}</Heading>
        <SumCurves shown={shown} onHover={onHover} />
      </article>
    );
  return (
    <article class="record">
      <Heading kind={texts.analysis}>{labelDay(shown, language)}</Heading>
      <SumCurves shown={shown} onHover={onHover} />
      {separation.map((entry) => (
        <Curve key={entry.key} entry={entry} step={step} onHover={onHover} shown={shown} />
      ))}
      <p class="quiet method">{texts.sampledByChange}</p>
      {series.value.some(({ measured }) => hasConventions(measured)) && (
        <p class="quiet method">{texts.curveConventionLong}</p>
      )}
      <button class="primary" type="button" onClick={() => void saveCsv(app)}>
        {texts.downloadCsv}
      </button>
    </article>
  );
}

const FORMATS = part(() => import("#formats/separation.ts"));

/** Hands the browser a file to save: the curves as they are drawn, written as the API writes them. */
async function saveCsv(state: AppState): Promise<void> {
  const { certainty, conventions, dataset, series } = state;
  const formats = await loadPart(state, FORMATS);
  if (!formats) return;
  const { rowsOfSeries, separationCsv } = formats;
  const file = {
    meta: dataset.meta,
    certainty: certainty.value,
    conventions: conventions.value,
    step: "change",
  } as const;
  const csv = separationCsv(file, rowsOfSeries(series.value));
  saveFile(new Blob([csv], { type: "text/csv;charset=utf-8" }), "rocade-separation.csv");
}

/** Curves that say something where people are counted alone. */
const OF_PEOPLE = ["weighted", "people", "beyond", "largest", "coverage"];

/** The curves; those of sides where something separates, those of people where they are counted. */
function useSeries(): readonly Series[] {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  const methods = separationMethods(dataset.meta);
  const km = (metres: number) => formatKilometres(metres, language);
  const kms = ({ low, high }: Band) =>
    km(low) === km(high) ? km(low) : `${km(low).replace(" km", "")}–${km(high)}`;
  const line = (value: number | null | undefined): Band | null =>
    value === null || value === undefined ? null : { low: value, high: value };
  const all: readonly Series[] = [
    ...(methods.distance
      ? [
          {
            key: "distance",
            title: texts.seriesDistance,
            method: methods.distance,
            isByConvention: hasConventions,
            bands: ({ distance }: Separation) => [
              distance && { low: distance.min, high: distance.max },
              line(distance?.median),
              line(distance?.mean),
            ],
            value: (measured: Separation) =>
              measured.distance
                ? texts.distanceValue(
                    km(measured.distance.min),
                    km(measured.distance.median),
                    km(measured.distance.mean),
                    km(measured.distance.max),
                  )
                : sitesInWords(measured, language, texts),
          },
        ]
      : []),
    ...(methods.weightedDistance
      ? [
          {
            key: "weighted",
            title: texts.seriesWeighted,
            method: methods.weightedDistance,
            isByConvention: ofPeople,
            bands: ({ people }: Separation) => [people.weightedDistance],
            value: ({ people }: Separation) =>
              people.weightedDistance ? kms(people.weightedDistance) : texts.unknown,
          },
        ]
      : []),
    {
      key: "sites",
      title: methods.side ? texts.seriesSites : texts.nowSites(countsPeople(dataset)),
      method: methods.side ?? methods.sites,
      isByConvention: hasConventions,
      ...(methods.side ? { side: "beyond" as const } : {}),
      bands: ({ siteCounts }) => [
        line(siteCounts.total),
        ...(methods.side ? [line(siteCounts.beyond)] : []),
      ],
      value: (measured) => {
        const { sites, sides } = readoutParts(measured, language, texts);
        return sides === "" ? sites : texts.labelled(sites, sides);
      },
    },
    {
      key: "people",
      title: texts.seriesPeople,
      method: methods.people,
      isByConvention: ofPeople,
      bands: ({ people }) => [people.total],
      value: (measured) => peopleInWords(measured, language, texts),
    },
    ...(methods.shareBeyond
      ? [
          {
            key: "beyond",
            side: "beyond" as const,
            title: texts.seriesBeyond,
            method: methods.shareBeyond,
            isByConvention: ofPeople,
            top: 1,
            bands: ({ people }: Separation) => [people.shareBeyond],
            value: ({ people }: Separation) =>
              people.shareBeyond ? formatShares(people.shareBeyond, language) : texts.unknown,
          },
        ]
      : []),
    {
      key: "largest",
      title: texts.seriesLargest,
      method: methods.largest,
      isByConvention: ofPeople,
      top: 1,
      bands: ({ people }) => [people.largest?.share ?? null],
      value: ({ people }) =>
        people.largest ? formatShares(people.largest.share, language) : texts.unknown,
    },
    {
      key: "coverage",
      title: texts.seriesCoverage,
      method: methods.coverage,
      isByConvention: hasConventions,
      top: 1,
      bands: ({ people }) => [
        line(people.sitesOpen === 0 ? null : people.sitesCounted / people.sitesOpen),
      ],
      value: (measured) => {
        const { sitesCounted, sitesOpen } = measured.people;
        return sitesOpen === 0
          ? sitesInWords(measured, language, texts)
          : formatShare(sitesCounted / sitesOpen, language);
      },
    },
  ];
  return countsPeople(dataset) ? all : all.filter(({ key }) => !OF_PEOPLE.includes(key));
}

type CurveProps = {
  readonly entry: Series;
  readonly step: SeriesStep | undefined;
  readonly shown: Day;
  readonly onHover: (day: Day | null) => void;
};

function Curve({ entry, step, shown, onHover }: CurveProps) {
  const { dataset, series, axis, actions } = useApp();
  const { texts } = useTexts();
  const range = axis.value;
  const steps = series.value;
  const highest = Math.max(
    ...steps.flatMap(({ measured }) => entry.bands(measured).map((band) => band?.high ?? 0)),
  );
  const top = entry.top ?? (highest || 1);
  const dayAt = (event: PointerEvent & { readonly currentTarget: Element }) => {
    const box = event.currentTarget.getBoundingClientRect();
    return dayAtShare((event.clientX - box.left) / box.width, range);
  };
  const count = steps[0] ? entry.bands(steps[0].measured).length : 0;
  return (
    <section
      class={entry.side ? `curve side-${sideLook(dataset.meta, entry.side).colour}` : "curve"}
    >
      <h3>{entry.title}</h3>
      {/* What is true since the first day of a step is told of the day that is shown. */}
      <p class="number">
        {step ? entry.value({ ...step.measured, window: dayWindow(shown) }) : texts.unknown}
      </p>
      <svg
        viewBox={viewBox(range, top)}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerMove={(event) => onHover(dayAt(event))}
        onPointerLeave={() => onHover(null)}
        onClick={(event) =>
          actions.moveTo(dayAt(event as unknown as PointerEvent & { currentTarget: Element }))
        }
      >
        {Array.from({ length: count }, (_, index) => (
          <BandPath
            key={index}
            steps={steps}
            top={top}
            isMain={index === count - 1}
            band={(measured) => entry.bands(measured)[index] ?? null}
            isByConvention={entry.isByConvention}
          />
        ))}
        <path class="curve-cursor" d={`M${shown + 0.5} 0V${top}`} />
      </svg>
      <SaidParagraph class="quiet method" of={entry.method} />
    </section>
  );
}

type BandPathProps = {
  readonly steps: readonly SeriesStep[];
  readonly top: number;
  readonly isMain: boolean;
  readonly band: (measured: Separation) => Band | null;
  readonly isByConvention: Series["isByConvention"];
};

/** A band as rectangles, and a line along it where it has no width. */
function BandPath({ steps, top, isMain, band, isByConvention }: BandPathProps) {
  return (
    <g class={isMain ? "main" : ""}>
      {runsOf(steps, (measured) => {
        const value = band(measured);
        return value && value.high > value.low ? { low: value.low, high: value.high } : null;
      }).map(({ from, until, value }) => (
        <rect
          key={from}
          class="range"
          x={from}
          width={until - from}
          y={top - value.high}
          height={value.high - value.low}
        />
      ))}
      {[false, true].map((isDotted) => (
        <path
          key={`${isDotted}`}
          class={isDotted ? "mean by-convention" : "mean"}
          d={stepPath(
            steps,
            (day) => day,
            ({ measured }) => {
              const value = band(measured);
              const isLine = value !== null && value.high === value.low;
              return isLine && isByConvention(measured) === isDotted ? top - value.low : null;
            },
          )}
        />
      ))}
    </g>
  );
}
