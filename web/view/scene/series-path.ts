// A series of steps as something to draw: steps, never slopes; where there is no value the line is broken.

import type { Separation } from "#model/measure/separation.ts";
import type { SeriesStep } from "#model/measure/separation-series.ts";
import type { Day } from "#model/time/day.ts";

type Run<Value> = { readonly from: Day; readonly until: Day; readonly value: Value };

/** Neighbouring steps with the same value as one, so that no seams show between them; steps without one left out. */
export function runsOf<Value>(
  steps: readonly SeriesStep[],
  read: (measured: Separation) => Value | null,
): Run<Value>[] {
  const runs: { from: Day; until: Day; value: Value }[] = [];
  for (const { from, until, measured } of steps) {
    const value = read(measured);
    const last = runs.at(-1);
    if (value === null) continue;
    if (last && last.until === from && JSON.stringify(last.value) === JSON.stringify(value))
      last.until = until;
    else runs.push({ from, until, value });
  }
  return runs;
}

/** True of a step some of whose sites are there by a convention alone: its line is dotted. */
export const hasConventions = ({ siteCounts }: Separation) => siteCounts.byConvention > 0;

/** A line that holds each value to the end of its step, broken where there is none. */
export function stepPath(
  steps: readonly SeriesStep[],
  x: (day: Day) => number,
  y: (step: SeriesStep) => number | null,
): string {
  let isDrawing = false;
  return steps
    .map((step) => {
      const value = y(step);
      if (value === null) {
        isDrawing = false;
        return "";
      }
      const from = `${isDrawing ? "L" : "M"}${x(step.from)} ${value}`;
      isDrawing = true;
      return `${from}H${x(step.until)}`;
    })
    .join("");
}
