// Where threads lie above and below the axis of time: those inside above it, those at its edge touching it, those beyond
// below it, each in the first lane that is free. A thread is as thick as people are counted, by one scale for all.
import type { Side } from "#model/measure/site.ts";
import { endOf, firstOf, type Thread, type ThreadRun } from "./threads.ts";

/** What there is room for; all in pixels. */
export type ThreadRoom = {
  /** Above the axis, and below it. */
  readonly up: number;
  readonly down: number;
  /** From a lane to the next, where there is room. */
  readonly pitch: number;
  /** How thick a thread is for each person, where there is room. */
  readonly peopleScale: number;
};

/** A run as thick as its figures, from the lowest on to the highest; both are the same where none is known. */
export type LaidRun = ThreadRun & { readonly low: number; readonly high: number };

export type LaidThread = {
  readonly thread: Thread;
  /** The number of its lane above the axis or below it, the nearest first. */
  readonly lane: number;
  readonly isBelow: boolean;
  /** How far from the axis it begins, and how thick it is at most. */
  readonly offset: number;
  readonly height: number;
  readonly runs: readonly LaidRun[];
};

/** The sides by lanes, from the axis on. */
const ABOVE: readonly (Side | null)[] = ["edge", "inside", null];
const BELOW: readonly (Side | null)[] = ["beyond"];

/** Shares of a lane: between two, of a thread without a figure, and of the thinnest with one. */
const GAP_SHARE = 0.25;
const THIN_SHARE = 0.4;
const COUNTED_SHARE = 0.75;
const THIN = { least: 0.8, most: 1.5 } as const;
const COUNTED_MOST = 3;
/** Between the sides above the axis, in lanes. */
const SIDE_GAP = 0.6;
/** Of the room, what lanes take up before anybody is counted: the rest is for lanes that are thicker. */
const LANES_SHARE = 0.9;
const HALVINGS = 20;

type Lane = { readonly threads: Thread[]; end: number; people: number };
type Group = { readonly isBelow: boolean; readonly lanes: readonly Lane[]; readonly gaps: number };

/** The threads in their lanes. */
export function layThreads(threads: readonly Thread[], room: ThreadRoom): readonly LaidThread[] {
  const groups = [
    groupOf(threads, ABOVE, false),
    groupOf(threads, BELOW, true),
  ] satisfies readonly Group[];
  const heightOf = ({ isBelow }: Group) => (isBelow ? room.down : room.up);
  const pitch = Math.min(
    room.pitch,
    ...groups.flatMap((group) => {
      const lanes = group.lanes.length + group.gaps * SIDE_GAP;
      return lanes === 0 ? [] : [(heightOf(group) * LANES_SHARE) / lanes];
    }),
  );
  const thickness = thicknessIn(pitch);
  const needs = (group: Group, scale: number) =>
    group.lanes.reduce((sum, lane) => sum + thickness.lane(lane, scale), 0) +
    group.gaps * SIDE_GAP * pitch;
  const fits = (scale: number) => groups.every((group) => needs(group, scale) <= heightOf(group));
  const scale = largest(fits, room.peopleScale);
  return groups.flatMap((group) => place(group, pitch, scale, thickness));
}

type Thickness = {
  readonly lane: (lane: Lane, scale: number) => number;
  readonly run: (run: ThreadRun, scale: number) => LaidRun;
};

function thicknessIn(pitch: number): Thickness {
  const gap = pitch * GAP_SHARE;
  const thin = Math.min(Math.max(pitch * THIN_SHARE, THIN.least), THIN.most);
  const counted = Math.min(Math.max(pitch * COUNTED_SHARE, thin), COUNTED_MOST);
  return {
    lane: ({ people }, scale) => Math.max(pitch, gap + people * scale),
    run: (run, scale) => {
      if (run.people === null) return { ...run, low: thin, high: thin };
      const low = Math.max(counted, run.people.low * scale);
      return { ...run, low, high: Math.max(low, run.people.high * scale) };
    },
  };
}

/** The largest scale that fits, up to one; 0 where none does. */
function largest(fits: (scale: number) => boolean, most: number): number {
  if (fits(most)) return most;
  let [low, high] = [0, most];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The threads of some sides, each in the first lane of its side that is free from its first day on. */
function groupOf(
  threads: readonly Thread[],
  sides: readonly (Side | null)[],
  isBelow: boolean,
): Group {
  const bySide = sides.map((side) => lanesOf(threads.filter((thread) => thread.side === side)));
  const filled = bySide.filter((lanes) => lanes.length > 0);
  return { isBelow, lanes: filled.flat(), gaps: Math.max(filled.length - 1, 0) };
}

function lanesOf(threads: readonly Thread[]): Lane[] {
  const lanes: Lane[] = [];
  for (const thread of threads) {
    const people = Math.max(0, ...thread.runs.map((run) => run.people?.high ?? 0));
    const free = lanes.find(({ end }) => end <= firstOf(thread));
    if (!free) {
      lanes.push({ threads: [thread], end: endOf(thread), people });
      continue;
    }
    free.threads.push(thread);
    free.end = endOf(thread);
    free.people = Math.max(free.people, people);
  }
  return lanes;
}

function place(
  { isBelow, lanes }: Group,
  pitch: number,
  scale: number,
  thickness: Thickness,
): LaidThread[] {
  let offset = 0;
  return lanes.flatMap((lane, index) => {
    const side = lane.threads[0]?.side;
    const before = lanes[index - 1]?.threads[0]?.side;
    if (index > 0 && side !== before) offset += SIDE_GAP * pitch;
    const at = offset;
    offset += thickness.lane(lane, scale);
    return lane.threads.map((thread) => {
      const runs = thread.runs.map((run) => thickness.run(run, scale));
      const height = Math.max(...runs.map(({ high }) => high));
      return { thread, lane: index, isBelow, offset: at, height, runs };
    });
  });
}
