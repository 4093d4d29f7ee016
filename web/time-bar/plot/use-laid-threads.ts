import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import { hasSides } from "#model/dataset/dataset.ts";
import { useApp } from "#web/controls/app-context.ts";
import { MAX_THREADS } from "#web/view/threads/side-counts.ts";
import { type LaidThread, layThreads, type ThreadRoom } from "#web/view/threads/thread-lanes.ts";
import { type Thread, threadsOf } from "#web/view/threads/threads.ts";
import { useSize } from "../axis/use-size.ts";

export type LaidThreads = {
  readonly threads: readonly Thread[];
  /** None where they are too many to be told apart. */
  readonly laid: readonly LaidThread[];
  readonly areMany: boolean;
  readonly hasLine: boolean;
  /** Half the line of the axis, and how far below the top its middle is, in pixels. */
  readonly clear: number;
  readonly axisY: number;
  readonly width: number;
  readonly room: ThreadRoom;
};

/** Of the height, what is above the axis where something is below it. */
const UP_SHARE = 0.62;
/** Below the axis, where nothing is. */
const FOOT = 4;
/** So much from a lane to the next and for each person, at most, for a pixel of height. */
const PITCH_SHARE = 0.045;
const PEOPLE_SHARE = 0.00008;

/** The threads as they lie in a drawing of this size. */
export function useLaidThreads(drawing: RefObject<Element | null>): LaidThreads {
  const { dataset, certainty, conventions, hasSites } = useApp();
  const { height, width } = useSize(drawing);
  const reading = { certainty: certainty.value, conventions: conventions.value };
  const threads = hasSites ? threadsOf(dataset, reading) : [];
  return useMemo(() => {
    const hasLine = hasSides(dataset.meta);
    const clear = hasLine ? 3 : 1.5;
    const isBelow = threads.some(({ side }) => side === "beyond");
    const axisY = Math.round(isBelow ? height * UP_SHARE : height - FOOT);
    const room: ThreadRoom = {
      up: Math.max(axisY - clear, 0),
      down: Math.max(height - axisY - clear, 0),
      pitch: Math.max(height * PITCH_SHARE, 3),
      peopleScale: height * PEOPLE_SHARE,
    };
    const areMany = threads.length > MAX_THREADS;
    const laid = areMany || height === 0 ? [] : layThreads(threads, room);
    return { threads, laid, areMany, hasLine, clear, axisY, width, room };
  }, [dataset, threads, height, width]);
}
