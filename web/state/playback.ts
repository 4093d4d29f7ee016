import { effect } from "@preact/signals";
import type { Step } from "#web/view/question/time.ts";
import type { AppState } from "./app-state.ts";

/** How long one step takes at speed 1. Days run; longer steps leave time to look. */
const STEP_MS: Readonly<Record<Step, number>> = {
  day: 1000 / 30,
  week: 230,
  month: 900,
  year: 1800,
  event: 900,
};
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
        const asked = STEP_MS[state.step.peek()] / state.speed.peek();
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
