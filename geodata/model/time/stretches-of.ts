import { type Certainty, meets, type Span, TIME_RULE } from "./span.ts";
import type { Stretch } from "./timeline.ts";

/**
 * In which of stretches that follow each other the span is, in this reading of its bounds: the first of them, and the one
 * after the last. Those in which it `matches`, without asking each.
 */
export function stretchesOf(
  span: Span,
  stretches: readonly Stretch[],
  certainty: Certainty,
): readonly [first: number, end: number] {
  const { end, start } = TIME_RULE[certainty];
  const [begins, ends] = [span[start.day], span[end.day]];
  return [
    firstWhere(stretches, ({ until }) => meets(start, begins, until)),
    firstWhere(stretches, ({ from }) => !meets(end, ends, from)),
  ];
}

/** The first place from which on it holds; it holds of all that follow one of which it does. */
function firstWhere(stretches: readonly Stretch[], holds: (one: Stretch) => boolean): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = stretches[middle];
    if (one && holds(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}
