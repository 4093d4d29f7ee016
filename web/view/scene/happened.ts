// What happened in the days that are shown, and how much of it only may have.
import type { Event } from "#model/record/event.ts";
import type { Scene } from "./scene.ts";

/** Events in a stretch of days: all that may have happened in it, and of these those that certainly did. */
export type EventTally = { readonly all: number; readonly certain: number };

/** The events of the days that are shown, without those of the days before. */
export const happenedIn = ({ events }: Pick<Scene, "events">): Scene["events"] =>
  events.filter(({ isRecent }) => !isRecent);

/** Those of them that certainly happened in the days shown. */
export const certainOf = (events: Scene["events"]): readonly Event[] =>
  events.flatMap(({ presence, thing }) => (presence === "certain" ? thing : []));

export function tallyOf(events: Scene["events"]): EventTally {
  return {
    all: events.length,
    certain: certainOf(events).length,
  };
}
