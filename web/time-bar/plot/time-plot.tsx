import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useApp } from "#web/controls/app-context.ts";
import { panAxis, zoomAxis } from "#web/view/question/axis.ts";
import { threadAt } from "#web/view/threads/thread-strokes.ts";
import { dayAtShare } from "../axis/time-scale.ts";
import { DateThumbs } from "./date-thumbs.tsx";
import { type Bars, EventHistogram } from "./event-histogram.tsx";
import { dragGrip, type Grip, gripAt } from "./grip.ts";
import { type Hover, PlotNote } from "./plot-note.tsx";
import { ThreadNotes } from "./thread-notes.tsx";
import { ThreadPlot } from "./thread-plot.tsx";
import { useLaidThreads } from "./use-laid-threads.ts";

const ZOOM_STEP = 1.25;
/** Pixels from a thread at which a pointer is still on it. */
const THREAD_REACH = 2;
/** CSS pixels along the axis after which a finger drags. Until then it may be about to scroll the page, or to tap. */
const FINGER_SLACK = 4;

type Props = {
  readonly bars: Bars;
  /** Rows on the same axis, below what is always there. */
  readonly children?: ComponentChildren;
};

/**
 * The threads, or the events, as one surface to drag on: one date, the two that are compared, the ends of a window, or the
 * window as a block; with Shift a new window is drawn, where none are compared. The wheel and two fingers zoom the axis, a
 * wheel with Shift and two moving fingers push it along, a double click shows all of it. A pointer over it tells of its
 * day, and moves nothing.
 */
export function TimePlot({ bars, children }: Props) {
  const app = useApp();
  const { actions, axis, compare, hasSites, period } = app;
  const plot = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const threads = useLaidThreads(drawing);
  const hover = useSignal<Hover | null>(null);
  const pointers = useRef(new Map<number, number>());
  const grip = useRef<Grip | null>(null);
  /** Where a finger was put down that has done nothing yet. */
  const rests = useRef<number | null>(null);

  const shareOf = (clientX: number) => {
    const box = plot.current?.getBoundingClientRect();
    if (!box) return 0;
    const share = (clientX - box.left) / box.width;
    return getComputedStyle(document.documentElement).direction === "rtl" ? 1 - share : share;
  };

  const dragTo = (share: number) => dragGrip(grip.current, dayAtShare(share, axis.value), actions);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    plot.current?.setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, event.clientX);
    rests.current = null;
    if (pointers.current.size > 1) grip.current = null;
    else if (event.pointerType === "touch") rests.current = event.clientX;
    else take(event.clientX, event.shiftKey && compare.value === null);
  };

  const take = (clientX: number, draws = false) => {
    rests.current = null;
    hover.value = null;
    actions.setPlaying(false);
    actions.beginMove();
    const share = shareOf(clientX);
    grip.current = draws
      ? { kind: "brush", anchor: dayAtShare(share, axis.value) }
      : gripAt(share, app);
    if (draws) actions.setMode("window");
    dragTo(share);
    // The keyboard goes on from where the pointer has been.
    const { kind } = grip.current;
    const sliders = [...(plot.current?.querySelectorAll<HTMLElement>(".date-slider") ?? [])];
    const held = sliders.find(({ dataset }) => dataset.thumb === kind) ?? sliders.at(-1);
    held?.focus({ preventScroll: true });
  };

  const pointAt = (event: PointerEvent) => {
    if (event.pointerType !== "mouse" || event.buttons !== 0) return;
    const share = shareOf(event.clientX);
    if (share < 0 || share > 1) return leave();
    const day = dayAtShare(share, axis.value);
    const box = drawing.current?.getBoundingClientRect();
    const y = event.clientY - (box?.top ?? 0) - threads.axisY;
    const reach = THREAD_REACH;
    const thread = box && threadAt(threads.laid, day, y, { clear: threads.clear, reach });
    if (hover.value?.day === day && hover.value.thread === thread) return;
    if (hover.value?.thread !== thread) point(thread?.thread.siteId);
    hover.value = { day, thread };
  };
  const leave = () => {
    if (hover.value?.thread) point(undefined);
    hover.value = null;
  };
  const point = (id: string | undefined) =>
    actions.point(id === undefined ? null : { kind: "place", id });

  const onPointerMove = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    if (before === undefined) return pointAt(event);
    const from = rests.current;
    if (from !== null && Math.abs(event.clientX - from) <= FINGER_SLACK) return;
    if (from !== null) take(from);
    if (pointers.current.size === 2) pinch(event);
    pointers.current.set(event.pointerId, event.clientX);
    if (pointers.current.size === 1) dragTo(shareOf(event.clientX));
  };

  /** Two fingers: their distance zooms around their middle, their middle pushes. */
  const pinch = (event: PointerEvent) => {
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    const before = pointers.current.get(event.pointerId);
    if (other === undefined || before === undefined) return;
    const [was, is] = [Math.abs(before - other), Math.abs(event.clientX - other)];
    if (is < 10 || was < 10) return;
    const zoomed = zoomAxis(axis.value, was / is, shareOf((event.clientX + other) / 2));
    const width = plot.current?.clientWidth ?? 1;
    actions.setAxis(panAxis(zoomed, -(event.clientX - before) / 2 / width));
  };

  const release = (event: PointerEvent) => {
    // A finger that was lifted where it was put down has tapped; one that scrolls the page has been cancelled.
    if (rests.current !== null && event.type === "pointerup") take(rests.current);
    rests.current = null;
    pointers.current.delete(event.pointerId);
    grip.current = null;
  };

  const onWheel = (event: WheelEvent) => {
    // A wheel with Ctrl or ⌘ is meant for what is under the pointer, in whatever page it stands.
    if (app.isFramed && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const isPan = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (isPan) return actions.setAxis(panAxis(axis.value, (event.deltaX || event.deltaY) / 1000));
    const factor = event.deltaY > 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
    actions.setAxis(zoomAxis(axis.value, factor, shareOf(event.clientX)));
  };

  return (
    // The keyboard's way to all of this are the sliders within, and the keys of the page.
    // biome-ignore lint/a11y/noStaticElementInteractions: a surface to drag on, beside the sliders that say the same
    <div
      class={hasSites ? "time-plot" : "time-plot is-of-events"}
      style={hasSites ? { "--axis-y": `${threads.axisY}px` } : undefined}
      ref={plot}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onPointerLeave={leave}
      onWheel={onWheel}
      onDblClick={() => actions.setAxis(period)}
    >
      {hasSites ? <ThreadPlot of={threads} drawing={drawing} /> : <EventHistogram bars={bars} />}
      {hasSites && <ThreadNotes of={threads} />}
      {children}
      <DateThumbs />
      <PlotNote hover={hover} bars={bars} />
    </div>
  );
}
