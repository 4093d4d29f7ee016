import { type ReadonlySignal, useComputed, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { labelDay, labelDayRange } from "#model/time/date-label.ts";
import type { Day } from "#model/time/day.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { dayAfterSteps, type Step } from "#web/view/question/time.ts";
import { spokenWords } from "./spoken-words.ts";
import { edgeAt, shareAt } from "./time-scale.ts";

/**
 * The date as a native slider for keyboard and screen reader, and the marks that show it. In a window there are two;
 * the pointer is the plot's.
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
  const { axis, actions } = useApp();
  const cursor = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const share = shareAt(value.value, axis.value);
    const style = cursor.current?.style;
    style?.setProperty("inset-inline-start", `${share * 100}%`);
    style?.setProperty("visibility", share < 0 || share > 1 ? "hidden" : "visible");
  });
  const move = (day: Day) => {
    actions.setPlaying(false);
    onMove(day);
  };
  return (
    <>
      <div class="cursor" ref={cursor} />
      <input
        class="date-slider"
        type="range"
        min={range.first}
        max={range.last}
        step={1}
        value={value}
        aria-label={label}
        aria-valuetext={spoken}
        onKeyDown={(event) => {
          const next = keyTarget(event, value.value);
          if (next === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          move(next);
        }}
        onInput={(event) => move(Number(event.currentTarget.value) as Day)}
      />
    </>
  );
}

const KEY_STEPS: Readonly<Record<string, readonly [Step, number]>> = {
  PageUp: ["month", 1],
  PageDown: ["month", -1],
};
const SHIFT_STEPS: Readonly<Record<string, readonly [Step, number]>> = {
  ArrowRight: ["week", 1],
  ArrowUp: ["week", 1],
  ArrowLeft: ["week", -1],
  ArrowDown: ["week", -1],
  PageUp: ["year", 1],
  PageDown: ["year", -1],
};

/** Where a key leads that the native slider does not move as wanted; undefined for every other key. */
function keyTarget(event: KeyboardEvent, day: Day): Day | undefined {
  const step = event.shiftKey ? SHIFT_STEPS[event.key] : KEY_STEPS[event.key];
  return step && dayAfterSteps(day, step[0], step[1], []);
}
