// The state of time: what stretch of days is shown, how much of the axis is in view, and how it plays.
import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { addDays, addMonths, type Day } from "#model/day.ts";
import { type Certainty, dayWindow, type Window } from "#model/span.ts";

export const TIME_MODES = ["instant", "window", "cumulative"] as const;
/** One day; two days and what lies between; everything from the start of the period. */
export type TimeMode = (typeof TIME_MODES)[number];

export const STEPS = ["day", "week", "month", "year", "event"] as const;
/** How far one step through time goes; `event` goes to the next day on which something begins. */
export type Step = (typeof STEPS)[number];

/** A stretch of the axis; both days are included. */
export type DayRange = { readonly first: Day; readonly last: Day };

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
};

export type TimeActions = {
  /** Moves the date; stops at the ends of the period. A window keeps its length. */
  readonly moveTo: (day: Day) => void;
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

export type InitialTime = {
  readonly day: Day;
  readonly range: DayRange | undefined;
  readonly mode: TimeMode | undefined;
  readonly certainty: Certainty | undefined;
  readonly conventions: boolean | undefined;
};

const SHORTEST_AXIS_DAYS = 7;
const FIRST_WINDOW_MONTHS = 3;

/** `eventDays`: the days on which events begin, ascending. */
export function createTimeSlice(
  period: DayRange,
  initial: InitialTime,
  eventDays: ReadonlySignal<readonly Day[]>,
): TimeSlice & { readonly actions: TimeActions } {
  const clamp = (day: Day) => Math.min(Math.max(day, period.first), period.last) as Day;
  const mode = signal<TimeMode>(initial.range ? "window" : (initial.mode ?? "instant"));
  const day = signal(clamp(initial.range?.last ?? initial.day));
  const start = signal(clamp(initial.range?.first ?? addMonths(day.value, -FIRST_WINDOW_MONTHS)));
  const certainty = signal<Certainty>(initial.certainty ?? "possible");
  const conventions = signal(initial.conventions ?? true);
  const axis = signal(period);
  const step = signal<Step>("day");
  const isPlaying = signal(false);
  const speed = signal(1);
  const isLooping = signal(false);

  const window = computed<Window>(() => {
    const { until } = dayWindow(day.value);
    if (mode.value === "instant") return dayWindow(day.value);
    return { from: mode.value === "window" ? start.value : period.first, until };
  });

  const moveTo = (next: Day) =>
    batch(() => {
      const target = clamp(next);
      const length = day.value - start.value;
      day.value = target;
      if (mode.value === "window") start.value = clamp(addDays(target, -length));
    });

  const actions: TimeActions = {
    moveTo,
    moveStart: (next) => {
      start.value = Math.min(clamp(next), day.value) as Day;
    },
    moveEnd: (next) => {
      day.value = Math.max(clamp(next), start.value) as Day;
    },
    setRange: ({ first, last }) =>
      batch(() => {
        start.value = clamp(first);
        day.value = clamp(last);
      }),
    setMode: (next) =>
      batch(() => {
        if (next === "window" && mode.value !== "window")
          start.value = clamp(addMonths(day.value, -FIRST_WINDOW_MONTHS));
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
    actions,
  };
}

/** The day reached by so many calendar steps; of event steps, past the last event, the day itself. */
export function dayAfterSteps(day: Day, step: Step, count: number, eventDays: readonly Day[]): Day {
  switch (step) {
    case "day":
      return addDays(day, count);
    case "week":
      return addDays(day, 7 * count);
    case "month":
      return addMonths(day, count);
    case "year":
      return addMonths(day, 12 * count);
    case "event": {
      const ahead =
        count > 0
          ? eventDays.filter((other) => other > day)
          : eventDays.filter((other) => other < day).reverse();
      return ahead[Math.min(Math.abs(count), ahead.length) - 1] ?? day;
    }
  }
}

/** The stretch as it can be shown: whole days, inside the period, at least a week long. */
function fitAxis({ first, last }: DayRange, period: DayRange): DayRange {
  const whole = period.last - period.first;
  const length = Math.min(Math.max(Math.round(last - first), SHORTEST_AXIS_DAYS), whole);
  const from = Math.min(Math.max(Math.round(first), period.first), period.last - length);
  return { first: from as Day, last: (from + length) as Day };
}

/** The axis after zooming by a factor around the day at a share (0…1) of its width. */
export function zoomAxis(axis: DayRange, factor: number, share: number): DayRange {
  const length = axis.last - axis.first;
  const anchor = axis.first + length * share;
  return {
    first: (anchor - length * factor * share) as Day,
    last: (anchor + length * factor * (1 - share)) as Day,
  };
}

/** The axis after moving by a share of its width. */
export function panAxis(axis: DayRange, share: number): DayRange {
  const shift = (axis.last - axis.first) * share;
  return { first: (axis.first + shift) as Day, last: (axis.last + shift) as Day };
}
