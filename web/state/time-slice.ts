// The state of time: what stretch of days is shown, how much of the axis is in view, and how it plays.
import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Day } from "#model/time/day.ts";
import type { Certainty, Window } from "#model/time/span.ts";
import { stridesOf } from "#model/time/strides.ts";
import { fitAxis } from "#web/view/question/axis.ts";
import type { Question } from "#web/view/question/question.ts";
import {
  type DayRange,
  dayAfterSteps,
  inPeriod,
  movedTo,
  type ShownTime,
  type Step,
  startOfWindow,
  type TimeMode,
  windowOf,
} from "#web/view/question/time.ts";

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const;
export const SPEED_LIMITS = { least: 0.1, most: 20 } as const;

export type TimeSlice = {
  /** The whole period of the dataset. */
  readonly period: DayRange;
  readonly mode: ReadonlySignal<TimeMode>;
  /** The date shown; of a window its last day. */
  readonly day: ReadonlySignal<Day>;
  /** First day of the window; in other modes the day that was marked to become it. */
  readonly start: ReadonlySignal<Day>;
  readonly window: ReadonlySignal<Window>;
  readonly certainty: ReadonlySignal<Certainty>;
  /** Whether bounds of dates count that no source gives and a convention fills. */
  readonly conventions: ReadonlySignal<boolean>;
  /** The part of the period that the axis shows. */
  readonly axis: ReadonlySignal<DayRange>;
  readonly step: ReadonlySignal<Step>;
  readonly isPlaying: ReadonlySignal<boolean>;
  readonly speed: ReadonlySignal<number>;
  readonly isLooping: ReadonlySignal<boolean>;
  /** How many moves of the date have begun that are undone as one. */
  readonly moves: ReadonlySignal<number>;
};

export type TimeActions = {
  /** Moves the date; stops at the ends of the period. A window keeps its length. */
  readonly moveTo: (day: Day) => void;
  /** Begins a move that is undone as one: what the date was before is a step of the history. */
  readonly beginMove: () => void;
  /** Moves the first day of the window; it stays before the last. */
  readonly moveStart: (day: Day) => void;
  /** Moves the last day of the window; it stays after the first. */
  readonly moveEnd: (day: Day) => void;
  readonly setRange: (range: DayRange) => void;
  readonly setMode: (mode: TimeMode) => void;
  /** Goes so many steps, of the reader's kind or of another. */
  readonly stepBy: (count: number, step?: Step) => void;
  readonly setStep: (step: Step) => void;
  readonly setCertainty: (certainty: Certainty) => void;
  readonly setConventions: (conventions: boolean) => void;
  /** Shows this part of the axis; no less than a week, no more than the period. */
  readonly setAxis: (axis: DayRange) => void;
  readonly setPlaying: (isPlaying: boolean) => void;
  readonly setSpeed: (speed: number) => void;
  readonly setLooping: (isLooping: boolean) => void;
};

/** The date or the days that are shown now. Reads the signals. */
export function shownTime({
  day,
  mode,
  start,
}: Pick<TimeSlice, "day" | "mode" | "start">): ShownTime {
  return { day: day.value, mode: mode.value, start: start.value };
}

/** `eventDays`: the days on which events begin, ascending. */
export function createTimeSlice(
  period: DayRange,
  initial: Question,
  eventDays: ReadonlySignal<readonly Day[]>,
): TimeSlice & { readonly actions: TimeActions } {
  const mode = signal(initial.mode);
  const day = signal(initial.day);
  const start = signal(initial.start);
  const certainty = signal(initial.certainty);
  const conventions = signal(initial.conventions);
  const axis = signal(period);
  const step = signal<Step>(stridesOf(period).step);
  const isPlaying = signal(false);
  const speed = signal(1);
  const isLooping = signal(false);
  const moves = signal(0);

  const window = computed(() => windowOf(shownTime({ mode, day, start }), period));

  const moveTo = (next: Day) =>
    batch(() => {
      const moved = movedTo(shownTime({ mode, day, start }), next, period);
      day.value = moved.day;
      start.value = moved.start;
    });

  const actions: TimeActions = {
    moveTo,
    beginMove: () => {
      moves.value += 1;
    },
    moveStart: (next) => {
      start.value = Math.min(inPeriod(next, period), day.value) as Day;
    },
    moveEnd: (next) => {
      day.value = Math.max(inPeriod(next, period), start.value) as Day;
    },
    setRange: ({ first, last }) =>
      batch(() => {
        start.value = inPeriod(first, period);
        day.value = inPeriod(last, period);
      }),
    setMode: (next) =>
      batch(() => {
        if (next === "window" && mode.value !== "window")
          start.value = startOfWindow(day.value, period);
        mode.value = next;
      }),
    stepBy: (count, by = step.value) =>
      moveTo(dayAfterSteps(day.value, by, count, eventDays.peek())),
    setStep: (next) => {
      step.value = next;
    },
    setCertainty: (next) => {
      certainty.value = next;
    },
    setConventions: (next) => {
      conventions.value = next;
    },
    setAxis: (next) => {
      axis.value = fitAxis(next, period);
    },
    setPlaying: (next) =>
      batch(() => {
        if (next && !isPlaying.value) actions.beginMove();
        if (next && day.value >= period.last) moveTo(period.first);
        isPlaying.value = next;
      }),
    setSpeed: (next) => {
      speed.value = Math.min(Math.max(next, SPEED_LIMITS.least), SPEED_LIMITS.most);
    },
    setLooping: (next) => {
      isLooping.value = next;
    },
  };
  return {
    period,
    mode,
    day,
    start,
    window,
    certainty,
    conventions,
    axis,
    step,
    isPlaying,
    speed,
    isLooping,
    moves,
    actions,
  };
}
