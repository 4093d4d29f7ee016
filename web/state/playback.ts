import { effect } from "@preact/signals";
import { addDays } from "#model/day.ts";
import type { AppState } from "./app-state.ts";

/** Days that pass in a second at speed 1. */
export const DAYS_PER_SECOND = 30;
/** A longer pause between two frames (a hidden tab, a slow machine) does not make the date jump. */
const LONGEST_FRAME_MS = 250;

/** The frames of the screen, or of a test. */
export type Frames = {
  readonly request: (callback: (timeMs: number) => void) => number;
  readonly cancel: (handle: number) => void;
};

/** Moves the date while the state says that it plays; stops at the last day. Answers the function that ends it. */
export function runPlayback(state: AppState, frames: Frames): () => void {
  return effect(() => {
    if (!state.isPlaying.value) return;
    const { lastDay } = state.dataset.meta;
    let handle = 0;
    let before: number | undefined;
    let owed = 0;
    const onFrame = (timeMs: number) => {
      const elapsed = Math.min(timeMs - (before ?? timeMs), LONGEST_FRAME_MS);
      before = timeMs;
      owed += (elapsed / 1000) * DAYS_PER_SECOND * state.speed.peek();
      // Sums of fractions fall short of whole days by rounding.
      const days = Math.floor(owed + 1e-9);
      owed -= days;
      if (days > 0) state.actions.moveTo(addDays(state.day.peek(), days));
      if (state.day.peek() >= lastDay) state.actions.setPlaying(false);
      else handle = frames.request(onFrame);
    };
    handle = frames.request(onFrame);
    return () => frames.cancel(handle);
  });
}
