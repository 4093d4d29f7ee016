// What a press on the plot takes hold of.
import { addDays, type Day } from "#model/time/day.ts";
import type { AppState } from "#web/state/app-state.ts";
import { dayAtShare, shareAt } from "../axis/time-scale.ts";

/** A thumb of the plot: the date shown, the ends of a window, the date that is compared with. */
export type ThumbName = "day" | "start" | "end" | "compared";

export type Grip =
  | { readonly kind: ThumbName }
  | { readonly kind: "brush"; readonly anchor: Day }
  | { readonly kind: "block"; readonly offset: number };

/** How close to a thumb, as a share of the width, a press takes that thumb rather than the block between. */
const REACH = 0.02;

/** Of two thumbs the nearer; between those of a window, all of it. */
export function gripAt(
  share: number,
  {
    compare,
    mode,
    axis,
    start,
    day,
  }: Pick<AppState, "axis" | "compare" | "day" | "mode" | "start">,
): Grip {
  const awayFrom = (thumb: Day) => Math.abs(share - shareAt(thumb, axis.value));
  const other = compare.value;
  if (other !== null) return { kind: awayFrom(other) < awayFrom(day.value) ? "compared" : "day" };
  if (mode.value !== "window") return { kind: "day" };
  const [toStart, toEnd] = [awayFrom(start.value), awayFrom(day.value)];
  const isBetween =
    share > shareAt(start.value, axis.value) && share < shareAt(day.value, axis.value);
  if (Math.min(toStart, toEnd) > REACH && isBetween)
    return { kind: "block", offset: day.value - dayAtShare(share, axis.value) };
  return { kind: toStart < toEnd ? "start" : "end" };
}

/** Moves what is held to a day. */
export function dragGrip(held: Grip | null, day: Day, actions: AppState["actions"]) {
  switch (held?.kind) {
    case "day":
      return actions.moveTo(day);
    case "start":
      return actions.moveStart(day);
    case "end":
      return actions.moveEnd(day);
    case "compared":
      return actions.setCompare(day);
    case "brush":
      return actions.setRange({
        first: Math.min(held.anchor, day) as Day,
        last: Math.max(held.anchor, day) as Day,
      });
    case "block":
      return actions.moveTo(addDays(day, held.offset));
  }
}
