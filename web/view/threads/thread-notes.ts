// What is written beside the threads: where the last one inside ends, and the name of the one with most people. A note
// stands only where no thread of its half is, and its whole width has room.
import type { Day } from "#model/time/day.ts";
import type { LaidThread } from "./thread-lanes.ts";
import { endOf, firstOf, type Thread } from "./threads.ts";

export type ThreadNote = {
  readonly text: string;
  readonly isBelow: boolean;
  /** Where it begins along the axis, and how wide it is, in pixels. */
  readonly at: number;
  readonly wide: number;
};

type Room = {
  /** Where a day begins, in pixels. */
  readonly x: (day: number) => number;
  readonly width: number;
  readonly textWidth: (text: string) => number;
  /** The last day of the period: what lasts until then has not ended. */
  readonly last: Day;
};

type Words = {
  readonly nameOf: (siteId: string) => string;
  /** Of the last day on which a place inside is known. */
  readonly lastInside: (day: Day) => string;
};

/** Pixels between a note and what it speaks of, and any other thread. */
const GAP = 6;

/** The notes that have room. */
export function threadNotes(laid: readonly LaidThread[], words: Words, room: Room): ThreadNote[] {
  const inside = laid.filter(({ thread }) => thread.side === "inside");
  const end = Math.max(...inside.map(({ thread }) => endOf(thread)));
  const lastOne = inside.find(({ thread }) => endOf(thread) === end);
  const named = largest(laid.filter(({ isBelow }) => isBelow)) ?? largest(laid);
  return [
    ...(lastOne && end <= room.last
      ? noteOf(words.lastInside((end - 1) as Day), lastOne, laid, room)
      : []),
    ...(named ? noteOf(words.nameOf(named.thread.siteId), named, laid, room) : []),
  ];
}

/** After the thread where it has room, else before it. */
function noteOf(
  text: string,
  { isBelow, thread }: LaidThread,
  laid: readonly LaidThread[],
  { textWidth, width, x }: Room,
): readonly ThreadNote[] {
  const long = textWidth(text);
  const isFree = (at: number) =>
    at >= 0 &&
    at + long <= width &&
    laid.every((other) => {
      if (other.isBelow !== isBelow) return true;
      return (
        x(firstOf(other.thread)) >= at + long + GAP / 2 || x(endOf(other.thread)) <= at - GAP / 2
      );
    });
  const at = [x(endOf(thread)) + GAP, x(firstOf(thread)) - GAP - long].find(isFree);
  return at === undefined ? [] : [{ text, isBelow, at, wide: long }];
}

/** The thread with the highest figure; undefined where nobody was counted. */
function largest(laid: readonly LaidThread[]): LaidThread | undefined {
  const most = ({ runs }: Thread) => Math.max(0, ...runs.map(({ people }) => people?.high ?? 0));
  const [first] = [...laid].sort((a, b) => most(b.thread) - most(a.thread));
  return first && most(first.thread) > 0 ? first : undefined;
}
