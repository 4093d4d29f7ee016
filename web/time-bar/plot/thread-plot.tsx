import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { countBands, countSteps } from "#web/view/threads/side-counts.ts";
import { type LaidThread, layThreads } from "#web/view/threads/thread-lanes.ts";
import { POSSIBLE_DASHES, SPREAD_OPACITY, strokesOf } from "#web/view/threads/thread-strokes.ts";
import { edgeAt } from "../axis/time-scale.ts";
import type { LaidThreads } from "./use-laid-threads.ts";

/** How much thicker what is selected is drawn. */
const SWELL = 1.7;

type Props = { readonly of: LaidThreads; readonly drawing: RefObject<SVGSVGElement | null> };

/**
 * The places as threads around the axis, which is drawn as the line that separates is on the map. No step of the date
 * changes anything in it.
 */
export function ThreadPlot({ of, drawing }: Props) {
  const { left, selection } = useApp();
  const { texts } = useTexts();
  const { areMany, axisY, hasLine, laid, room, threads, width } = of;
  const selected = selection.value?.kind === "place" ? selection.value.id : undefined;
  const ofSelected = useMemo(() => {
    if (!areMany) return laid.filter(({ thread }) => thread.siteId === selected);
    return layThreads(
      threads.filter(({ siteId }) => siteId === selected),
      room,
    );
  }, [of, selected]);
  const others = ofSelected.length > 0 ? "threads-of-others" : "";
  const { places } = left.value;
  return (
    <svg
      class="threads axis-drawing"
      ref={drawing}
      role="img"
      aria-label={areMany ? texts.countsLong : texts.threadsLong}
    >
      <g transform={`translate(0 ${axisY})`}>
        <g class={others}>
          {areMany ? (
            <Counts of={of} />
          ) : (
            <>
              <Strokes of={of} laid={laid} isOfLeft={(id) => places.has(id)} />
              <g class="faint">
                <Strokes of={of} laid={laid} isOfLeft={(id) => !places.has(id)} />
              </g>
            </>
          )}
        </g>
        <Strokes of={of} laid={ofSelected} swell={SWELL} />
        {hasLine ? (
          <>
            <rect class="axis-casing" y="-2.5" width={width} height="5" />
            <rect class="axis-core" y="-1" width={width} height="2" />
          </>
        ) : (
          <rect class="axis-casing" y="-0.75" width={width} height="1.5" />
        )}
      </g>
    </svg>
  );
}

type StrokesProps = {
  readonly of: LaidThreads;
  readonly laid: readonly LaidThread[];
  readonly isOfLeft?: (siteId: string) => boolean;
  readonly swell?: number;
};

function Strokes({ of, laid, isOfLeft = () => true, swell = 1 }: StrokesProps) {
  const { axis, dataset } = useApp();
  const { clear, width } = of;
  const range = axis.value;
  const x = (day: number) => edgeAt(day, range) * width;
  const drawn = laid.filter(({ thread }) => isOfLeft(thread.siteId));
  return strokesOf(dataset.meta, drawn, { x, clear, swell }).map(
    ({ colour, d, isPossible, isSpread, width: thickness }) => (
      <path
        key={`${colour} ${isPossible} ${isSpread} ${thickness}`}
        class={`thread side-${colour}`}
        d={d}
        stroke-width={thickness}
        stroke-opacity={isSpread ? SPREAD_OPACITY : undefined}
        stroke-dasharray={isPossible ? POSSIBLE_DASHES : undefined}
      />
    ),
  );
}

function Counts({ of }: Pick<Props, "of">) {
  const { axis, dataset } = useApp();
  const { clear, room, threads, width } = of;
  const range = axis.value;
  const steps = useMemo(() => countSteps(threads), [threads]);
  const bands = useMemo(
    () => countBands(dataset.meta, steps, room, { clear, x: (day) => edgeAt(day, range) * width }),
    [dataset, steps, room, clear, range, width],
  );
  return bands.map(({ colour, d, isPossible }) => (
    <path
      key={`${colour} ${isPossible}`}
      class={`count-band side-${colour}`}
      d={d}
      fill-opacity={isPossible ? SPREAD_OPACITY : undefined}
    />
  ));
}
