import { type ReadonlySignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Day } from "#model/time/day.ts";
import { strideFrom, stridesOf } from "#model/time/strides.ts";
import { useApp } from "#web/controls/app-context.ts";
import type { DateLetter } from "#web/view/question/date-letter.ts";
import type { DayRange } from "#web/view/question/time.ts";
import { shareAt } from "../axis/time-scale.ts";
import type { ThumbName } from "./grip.ts";

type Props = {
  readonly name: ThumbName;
  readonly label: string;
  /** Written on the knob. */
  readonly letter?: DateLetter;
  readonly value: ReadonlySignal<Day>;
  readonly spoken: ReadonlySignal<string>;
  /** The days that it reaches. */
  readonly range: DayRange;
  readonly onMove: (day: Day) => void;
};

/** A date as a native slider for keyboard and screen reader, as large as a fingertip around the knob that shows it. */
export function Thumb({ name, label, letter, value, spoken, range, onMove }: Props) {
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
        data-thumb={name}
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
      <div class="knob">{letter}</div>
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
