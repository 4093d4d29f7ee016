// The drawing of threads: few paths, each of one colour, thickness and dash, in pixels around the line of the axis.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { SideColour } from "#model/dataset/declared.ts";
import { sideLook } from "#model/measure/side-look.ts";
import { round } from "#web/view/drawing/svg.ts";
import type { LaidRun, LaidThread } from "./thread-lanes.ts";

export type ThreadStroke = {
  readonly colour: SideColour;
  /** From the lowest figure on to the highest: paler. */
  readonly isSpread: boolean;
  /** What only may have been there is dashed. */
  readonly isPossible: boolean;
  readonly width: number;
  readonly d: string;
};

export type StrokeOptions = {
  /** Where a day begins, in pixels. */
  readonly x: (day: number) => number;
  /** Half the line of the axis, which threads leave free. */
  readonly clear: number;
  /** How much thicker they are drawn. */
  readonly swell?: number;
};

/** The share of its colour with which the stretch from the lowest figure on to the highest is drawn. */
export const SPREAD_OPACITY = 0.42;
/** Of what only may have been there, in pixels. */
export const POSSIBLE_DASHES = "2 1.6";
/** In pixels: what is thick says how many, and is not made to say more. */
const MAX_SWELL = 1.5;
const swollen = (thickness: number, swell: number) =>
  thickness + Math.min(thickness * (swell - 1), MAX_SWELL);
/** A day is seen, however long the period is. */
const SHORTEST = 1.5;

/** The strokes of the threads; steps, never slopes. */
export function strokesOf(
  meta: Pick<DatasetMeta, "separation">,
  laid: readonly LaidThread[],
  { clear, swell = 1, x }: StrokeOptions,
): ThreadStroke[] {
  const strokes = new Map<string, Omit<ThreadStroke, "d"> & { parts: string[] }>();
  const add = (look: Omit<ThreadStroke, "d">, part: string) => {
    const key = JSON.stringify(look);
    const stroke = strokes.get(key);
    if (stroke) stroke.parts.push(part);
    else strokes.set(key, { ...look, parts: [part] });
  };
  for (const thread of laid) {
    const { colour } = sideLook(meta, thread.thread.side);
    const way = thread.isBelow ? 1 : -1;
    const line = (run: LaidRun, from: number, until: number) => {
      const at = way * (clear + thread.offset + (from + until) / 2);
      // Whole pixels, so that no seam shows where a run follows another.
      const [start, end] = [Math.round(x(run.from)), Math.round(x(run.until))];
      return `M${start} ${round(at)}h${Math.max(end - start, SHORTEST)}`;
    };
    for (const run of thread.runs) {
      const [low, high] = [swollen(run.low, swell), swollen(run.high, swell)];
      const isPossible = !run.isCertain;
      add({ colour, isSpread: false, isPossible, width: round(low) }, line(run, 0, low));
      const spread = round(high - low);
      if (spread > 0)
        add({ colour, isSpread: true, isPossible, width: spread }, line(run, low, high));
    }
  }
  return [...strokes.values()].map(({ parts, ...look }) => ({ ...look, d: parts.join("") }));
}

/** The thread that a pointer is on, or next to: `y` from the axis down. */
export function threadAt(
  laid: readonly LaidThread[],
  day: number,
  y: number,
  { clear, reach }: { readonly clear: number; readonly reach: number },
): LaidThread | undefined {
  const away = ({ height, isBelow, offset }: LaidThread) => {
    const at = (isBelow ? y : -y) - clear - offset;
    return Math.max(-at, at - height, 0);
  };
  return laid
    .filter((one) => one.runs.some(({ from, until }) => day >= from && day < until))
    .filter((one) => away(one) <= reach)
    .sort((a, b) => away(a) - away(b))[0];
}
