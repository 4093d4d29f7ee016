// How many places there are through time, side by side of the line: what stands for threads where they are too many.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { SideColour } from "#model/dataset/declared.ts";
import { sideLook } from "#model/measure/side-look.ts";
import type { Side } from "#model/measure/site.ts";
import { round } from "#web/view/drawing/svg.ts";
import type { ThreadRoom } from "./thread-lanes.ts";
import type { Thread } from "./threads.ts";

/** More threads than these would be a grey mass. */
export const MAX_THREADS = 60;

export type SideCount = { readonly all: number; readonly certain: number };
export type CountStep = {
  readonly from: number;
  readonly until: number;
  /** By the side; those of a dataset without a line are under "none". */
  readonly counts: Readonly<Record<Side | "none", SideCount>>;
};

const NONE: SideCount = { all: 0, certain: 0 };

/** The numbers of threads, a step for each day on which they change. */
export function countSteps(threads: readonly Thread[]): readonly CountStep[] {
  const changes = new Map<number, { side: Side | "none"; all: number; certain: number }[]>();
  const change = (day: number, side: Side | "none", all: number, certain: number) => {
    const others = changes.get(day);
    if (others) others.push({ side, all, certain });
    else changes.set(day, [{ side, all, certain }]);
  };
  for (const { runs, side } of threads)
    for (const { from, isCertain, until } of runs) {
      const certain = isCertain ? 1 : 0;
      change(from, side ?? "none", 1, certain);
      change(until, side ?? "none", -1, -certain);
    }
  const days = [...changes.keys()].sort((a, b) => a - b);
  let counts: CountStep["counts"] = { inside: NONE, edge: NONE, beyond: NONE, none: NONE };
  return days.slice(0, -1).map((from, index) => {
    for (const { all, certain, side } of changes.get(from) ?? []) {
      const now = counts[side];
      counts = { ...counts, [side]: { all: now.all + all, certain: now.certain + certain } };
    }
    return { from, until: days[index + 1] ?? from, counts };
  });
}

export type CountBand = {
  readonly colour: SideColour;
  readonly isPossible: boolean;
  readonly d: string;
};

/** From the axis on: what is certain, what is only possible, of one side after the other. */
const ABOVE: readonly (Side | "none")[] = ["edge", "inside", "none"];
const BELOW: readonly (Side | "none")[] = ["beyond"];

/** The steps as bands around the axis; as high above it as below for one place. */
export function countBands(
  meta: Pick<DatasetMeta, "separation">,
  steps: readonly CountStep[],
  { up, down }: Pick<ThreadRoom, "up" | "down">,
  { clear, x }: { readonly clear: number; readonly x: (day: number) => number },
): CountBand[] {
  const most = (sides: readonly (Side | "none")[]) =>
    Math.max(
      1,
      ...steps.map(({ counts }) => sides.reduce((sum, side) => sum + counts[side].all, 0)),
    );
  const each = Math.min(up / most(ABOVE), down / most(BELOW));
  const parts = new Map<string, { colour: SideColour; isPossible: boolean; d: string[] }>();
  for (const { counts, from, until } of steps) {
    const [start, width] = [x(from), Math.max(x(until) - x(from), 0.5)];
    for (const [sides, way] of [
      [ABOVE, -1],
      [BELOW, 1],
    ] as const) {
      let offset = clear;
      for (const side of sides)
        for (const isPossible of [false, true]) {
          const { all, certain } = counts[side];
          const height = (isPossible ? all - certain : certain) * each;
          if (height === 0) continue;
          const { colour } = sideLook(meta, side === "none" ? null : side);
          const key = `${colour} ${isPossible}`;
          const band = parts.get(key) ?? { colour, isPossible, d: [] };
          parts.set(key, band);
          const at = way * offset;
          band.d.push(
            `M${round(start)} ${round(at)}h${round(width)}v${round(way * height)}h${round(-width)}z`,
          );
          offset += height;
        }
    }
  }
  return [...parts.values()].map(({ d, ...look }) => ({ ...look, d: d.join("") }));
}
