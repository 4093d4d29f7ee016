import { useComputed, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { rangeOf } from "#model/measure/people.ts";
import { labelDate } from "#model/time/date-label.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { formatNumber, formatPeople } from "#web/i18n/format.ts";
import { wordFor } from "#web/i18n/messages.ts";
import { OneText } from "#web/panels/record/record-parts.tsx";
import { type CountedMark, countedMarks, counterLooks } from "#web/view/counted/counted-marks.ts";
import { countedScales } from "#web/view/counted/counted-scales.ts";
import { CounterShape } from "./counter-shape.tsx";
import { ClaimSources, WhoAndWhen } from "./who-and-when.tsx";

/** Fewer figures are told in words. */
const LEAST_FIGURES = 3;
const [WIDTH, HEIGHT] = [340, 210] as const;
const BOX = { left: 44, right: WIDTH - 8, top: 12, bottom: HEIGHT - 26 } as const;
/** Half the way that a finger has to a mark. */
const REACH = 12;

/** The figures of a place over time, a mark each: what is known stands there, and between two marks nothing. */
export function FiguresChart({ placeId }: { readonly placeId: string }) {
  const { dataset, day } = useApp();
  const { language, texts } = useTexts();
  const marks = useComputed(() => countedMarks(dataset.meta, dataset.counts, placeId));
  const read = useSignal<number | null>(null);
  const root = useRef<SVGSVGElement>(null);
  if (marks.value.length < LEAST_FIGURES) return null;
  const { people, x, y, years } = countedScales(marks.value, BOX, language);
  const now = x(day.value);
  const looks = counterLooks(
    dataset.meta,
    marks.value.map(({ count }) => count),
  );
  const current = read.value === null ? undefined : marks.value[read.value];
  const readRange = current ? rangeOf(current.count) : null;
  const onKeyDown = (event: KeyboardEvent) => {
    const last = marks.value.length - 1;
    const at = read.peek() ?? 0;
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    // The page's own arrows move the date.
    event.stopPropagation();
    event.preventDefault();
    const next = Math.min(Math.max(to, 0), last);
    root.current?.querySelectorAll<SVGGElement>("[data-figure]")[next]?.focus();
  };
  return (
    <div class="figures">
      <h4>{texts.figuresChart}</h4>
      <ul class="counters">
        {[...looks].map(([kind, look]) => (
          <li key={kind}>
            <svg viewBox="-8 -8 16 16" aria-hidden="true">
              <CounterShape look={look} />
            </svg>
            {wordFor(texts.counter, kind)}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose marks are a group */}
      <svg
        class="figures-chart"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        ref={root}
        role="group"
        aria-label={texts.figuresChart}
        onKeyDown={onKeyDown}
        onPointerLeave={() => {
          read.value = null;
        }}
      >
        {people.map(({ at, value }) => (
          <g key={value} class="figures-grid">
            <line x1={BOX.left} x2={BOX.right} y1={at} y2={at} />
            <text x={BOX.left - 6} y={at + 4} text-anchor="end">
              {formatNumber(value, language)}
            </text>
          </g>
        ))}
        {years.map(({ at, label }) => (
          <g key={label + at} class="figures-time">
            <line x1={at} x2={at} y1={BOX.bottom} y2={BOX.bottom + 4} />
            <text x={at} y={HEIGHT - 6} text-anchor="middle">
              {label}
            </text>
          </g>
        ))}
        {now >= BOX.left && now <= BOX.right && (
          <line class="figures-now" x1={now} x2={now} y1={BOX.top} y2={BOX.bottom} />
        )}
        {marks.value.map((mark, index) => (
          <Mark
            key={mark.count.id}
            mark={mark}
            from={x(mark.first)}
            to={x(mark.last)}
            y={y}
            isRead={read.value === index}
            isStop={index === (read.value ?? 0)}
            onRead={() => {
              read.value = index;
            }}
          />
        ))}
      </svg>
      {current ? (
        <div class="figure-read">
          <p>
            <strong class="number">{readRange && formatPeople(readRange, language)}</strong>{" "}
            <WhoAndWhen claim={current.count} />
          </p>
          {current.count.qualityNote && (
            <p class="quiet">
              <OneText>{current.count.qualityNote}</OneText>
            </p>
          )}
          <p class="quiet">
            <ClaimSources claim={current.count} />
          </p>
        </div>
      ) : (
        <p class="quiet">{texts.figuresHow(marks.value.length)}</p>
      )}
    </div>
  );
}

type MarkProps = {
  readonly mark: CountedMark;
  readonly from: number;
  readonly to: number;
  readonly y: (people: number) => number;
  readonly isRead: boolean;
  /** Tab comes to it. */
  readonly isStop: boolean;
  readonly onRead: () => void;
};

/** A figure: its mark in the middle of the days that it is of, with its bounds, or an arrow where it is the least. */
function Mark({ from, isRead, isStop, mark, onRead, to, y }: MarkProps) {
  const { language, texts, timeZone } = useTexts();
  const { count, isAtLeast, look, range, value } = mark;
  const [x, at] = [(from + to) / 2, y(value)];
  const told = rangeOf(count);
  const name = [
    told && formatPeople(told, language),
    labelDate(count.edtf, count.earliest, count.latest, language, timeZone),
    `${textIn(count.countedBy, language)} (${wordFor(texts.counter, count.countedByKind)})`,
  ].join(", ");
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a part of a drawing, which does nothing by itself
    <g
      class={isRead ? "figure-mark is-read" : "figure-mark"}
      data-figure={count.id}
      data-counter={look.colour}
      role="img"
      aria-label={name}
      tabIndex={isStop ? 0 : -1}
      onFocus={onRead}
      onPointerEnter={onRead}
      onClick={onRead}
    >
      <circle class="figure-reach" cx={x} cy={at} r={REACH} />
      {to - from > 2 && <line x1={from} x2={to} y1={at} y2={at} />}
      {range && (
        <path
          d={`M${x - 3} ${y(range.high)}h6M${x} ${y(range.high)}V${y(range.low)}M${x - 3} ${y(range.low)}h6`}
        />
      )}
      {isAtLeast && <path d={`M${x} ${at - 6}v-9m-3 3.5 3-3.5 3 3.5`} />}
      <g transform={`translate(${x} ${at})`}>
        <CounterShape look={look} />
      </g>
    </g>
  );
}
