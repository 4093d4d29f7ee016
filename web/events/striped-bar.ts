import type { Stretch } from "#model/time/timeline.ts";
import type { EventTally } from "#web/view/scene/happened.ts";
import type { BarOfEvents, Stripe } from "./event-source.ts";

/** Events of one look that the filter leaves: those that may fall in the bar, and of these those that certainly do. */
export type Counted = Pick<Stripe, "look" | "place"> & EventTally;

/**
 * A bar, from the bottom up: what is certain in its looks, what is possible in the same, and faintly what a filter does not
 * leave. `tally`: of all events, whatever the filter leaves.
 */
export function stripedBar(
  { from, until }: Stretch,
  tally: EventTally,
  counted: readonly Counted[],
): BarOfEvents {
  const stripesOf = (isCertain: boolean) =>
    counted.map(({ all, certain, look, place }): Stripe => {
      const sure = Math.min(certain, all);
      return { look, place, isCertain, count: isCertain ? sure : all - sure };
    });
  const left = counted.reduce((sum, { all }) => sum + all, 0);
  return {
    from,
    until,
    all: Math.max(tally.all, left),
    certain: tally.certain,
    stripes: [
      ...stripesOf(true),
      ...stripesOf(false),
      { look: "faint", place: null, isCertain: true, count: Math.max(tally.all - left, 0) },
    ],
  };
}

/** The same of a crowd, whose categories have their colours by their order. */
export function crowdBar(
  bin: Stretch,
  tally: EventTally,
  all: readonly number[],
  certain: readonly number[],
): BarOfEvents {
  return stripedBar(
    bin,
    tally,
    all.map((count, place) => ({ look: "crowd", place, all: count, certain: certain[place] ?? 0 })),
  );
}
