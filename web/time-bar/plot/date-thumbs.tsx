import { type ReadonlySignal, useComputed, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { labelDay, labelDayRange } from "#model/time/date-label.ts";
import type { Day } from "#model/time/day.ts";
import { strideFrom, stridesOf } from "#model/time/strides.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import type { DayRange } from "#web/view/question/time.ts";
import { edgeAt, shareAt } from "../axis/time-scale.ts";
import { spokenWords } from "./spoken-words.ts";

/**
 * The date as a native slider for keyboard and screen reader, as large as a fingertip around the knob that shows it. In a
 * window there are two; where the pointer takes them, they are the plot's.
 */
export function DateThumbs() {
  const app = useApp();
  const { period, day, start, mode, language, actions } = app;
  const { texts } = useTexts();
  const isWindow = mode.value === "window";
  const spoken = useComputed(() => {
    const date =
      mode.value === "window"
        ? labelDayRange(start.value, day.value, language.value)
        : labelDay(day.value, language.value);
    return spokenWords(app, date);
  });
  const spokenStart = useComputed(() => labelDay(start.value, language.value));
  return (
    <>
      <Stretch />
      {isWindow && (
        <Thumb
          label={texts.windowStart}
          value={start}
          spoken={spokenStart}
          range={{ first: period.first, last: day.value }}
          onMove={actions.moveStart}
        />
      )}
      <Thumb
        label={isWindow ? texts.windowEnd : texts.dateSlider}
        value={day}
        spoken={spoken}
        range={{ first: isWindow ? start.value : period.first, last: period.last }}
        onMove={isWindow ? actions.moveEnd : actions.moveTo}
      />
    </>
  );
}

/** The days that are shown, when they are more than one. */
function Stretch() {
  const { axis, mode, start, day, period } = useApp();
  const stretch = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const from = mode.value === "cumulative" ? period.first : start.value;
    const [left, right] = [from, day.value + 1].map((end) =>
      Math.min(Math.max(edgeAt(end, axis.value), 0), 1),
    );
    const style = stretch.current?.style;
    style?.setProperty("display", mode.value === "instant" ? "none" : "block");
    style?.setProperty("inset-inline-start", `${(left ?? 0) * 100}%`);
    style?.setProperty("inline-size", `${Math.max((right ?? 0) - (left ?? 0), 0) * 100}%`);
  });
  return <div class="stretch" ref={stretch} />;
}

type ThumbProps = {
  readonly label: string;
  readonly value: ReadonlySignal<Day>;
  readonly spoken: ReadonlySignal<string>;
  readonly range: { readonly first: Day; readonly last: Day };
  readonly onMove: (day: Day) => void;
};

function Thumb({ label, value, spoken, range, onMove }: ThumbProps) {
  const { axis, period, actions } = useApp();
  const cursor = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const share = shareAt(value.value, axis.value);
    const within = Math.min(Math.max(share, 0), 1);
    cursor.current?.style.setProperty("inset-inline-start", `${within * 100}%`);
    // Of a date that the axis does not show there is no mark; the slider stays within reach of the keyboard.
    cursor.current?.toggleAttribute("data-off", share !== within);
  });
  /** What is moved in one go, from when the slider has the focus until it has it no more, is undone as one. */
  const isMoving = useRef(false);
  const move = (day: Day) => {
    if (!isMoving.current) actions.beginMove();
    isMoving.current = true;
    actions.setPlaying(false);
    onMove(day);
  };
  return (
    <div class="cursor" ref={cursor}>
      <input
        class="date-slider"
        type="range"
        min={range.first}
        max={range.last}
        step={1}
        value={value}
        aria-label={label}
        aria-valuetext={spoken}
        onBlur={() => {
          isMoving.current = false;
        }}
        // The plot takes the pointer: a range would give it the days that lie within its own small box.
        onMouseDown={(event) => event.preventDefault()}
        onTouchStart={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          const next = keyTarget(event, value.value, range, period);
          if (next === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          move(next);
        }}
        onInput={(event) => move(Number(event.currentTarget.value) as Day)}
      />
      <div class="knob" />
    </div>
  );
}

/** The keys that move a slider, each with its direction; of the pages the strides are longer. */
const ARROWS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};
const PAGES: Readonly<Record<string, 1 | -1>> = { PageUp: 1, PageDown: -1 };

/** Where a key leads by what suits the period; undefined for every other key. */
function keyTarget(
  { key, shiftKey }: KeyboardEvent,
  day: Day,
  range: DayRange,
  period: DayRange,
): Day | undefined {
  const [arrow, shifted, page, shiftedPage] = stridesOf(period).keys;
  const [arrows, pages] = [ARROWS[key], PAGES[key]];
  if (key === "Home") return range.first;
  if (key === "End") return range.last;
  if (arrows) return strideFrom(day, shiftKey ? shifted : arrow, arrows);
  return pages && strideFrom(day, shiftKey ? shiftedPage : page, pages);
}
