import { effect } from "@preact/signals";
import { DAYS_OF_UNIT, daysOfStride, nearestStride, type Stride } from "#model/time/strides.ts";
import type { DayRange, Step } from "#web/view/question/time.ts";
import type { AppState } from "./app-state.ts";

/** All of a period is played in about this time at speed 1, where its steps allow it. */
const RUN_MS = 48_000;
/** The shortest and the longest time of a step: as quick as can be followed, as slow as to look around. */
const STEP_MS = { least: 1000 / 30, most: 1800 } as const;
const EVENT_MS = 900;

/** How long a step takes at speed 1, in milliseconds: few steps leave time to look, many run. */
export function playedMs(step: Step, { first, last }: DayRange): number {
  if (step === "event") return EVENT_MS;
  const steps = (last - first + 1) / DAYS_OF_UNIT[step];
  return Math.min(Math.max(RUN_MS / steps, STEP_MS.least), STEP_MS.most);
}

/** How much a round rate may be off the true one to be said for it. */
const ROUNDING = 1.35;
/** Thirty days of playing are called a month. */
const MONTH: Stride = { count: 1, unit: "month" };

/** How far a second of playing goes, roundly; null where that is no round stretch of days. */
export function playedRate(step: Step, speed: number, period: DayRange): Stride | null {
  if (step === "event") return null;
  const days = (DAYS_OF_UNIT[step] * 1000 * speed) / playedMs(step, period);
  const rate = nearestStride(days);
  const off = daysOfStride(rate) / days;
  if (Math.max(off, 1 / off) > ROUNDING) return null;
  return rate.unit === "day" && rate.count === 30 ? MONTH : rate;
}

/** A longer pause between two frames (a hidden tab, a slow machine) does not make the date jump. */
const LONGEST_FRAME_MS = 250;

/** The frames of the screen, or of a test. */
export type Frames = {
  readonly request: (callback: (timeMs: number) => void) => number;
  readonly cancel: (handle: number) => void;
};

/**
 * Steps through time while the state says that it plays; stops at the last day, or begins again when it loops. The
 * next step waits until the one before is drawn, and counted where the server counts, so that nothing is skipped. Answers the function that ends
 * it.
 */
export function runPlayback(state: AppState, frames: Frames): () => void {
  return effect(() => {
    if (!state.isPlaying.value) return;
    const { actions, period } = state;
    let handle = 0;
    let before: number | undefined;
    let owedMs = 0;
    const onFrame = (timeMs: number) => {
      const elapsed = Math.min(timeMs - (before ?? timeMs), LONGEST_FRAME_MS);
      before = timeMs;
      if (!state.isBehind.peek()) {
        owedMs += elapsed;
        const asked = playedMs(state.step.peek(), period) / state.speed.peek();
        const stepMs = Math.max(asked, state.events.minStepMs);
        // Sums of fractions fall short of whole steps by rounding.
        const steps = Math.floor(owedMs / stepMs + 1e-9);
        owedMs -= steps * stepMs;
        if (steps > 0) advance(state, steps);
      }
      if (state.isPlaying.peek()) handle = frames.request(onFrame);
    };
    const advance = ({ day, isLooping }: AppState, steps: number) => {
      const earlier = day.peek();
      actions.stepBy(steps);
      const isAtEnd = day.peek() >= period.last || day.peek() === earlier;
      if (!isAtEnd) return;
      if (isLooping.peek()) actions.moveTo(period.first);
      else actions.setPlaying(false);
    };
    handle = frames.request(onFrame);
    return () => frames.cancel(handle);
  });
}
