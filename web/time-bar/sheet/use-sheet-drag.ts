import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import { useApp } from "#web/controls/app-context.ts";
import { restingStop, SHEET_HEIGHTS, sheetStops } from "./bar-layout.ts";

/** Pixels up or down after which a finger drags the sheet; until then it may be about to press something. */
const SLACK = 6;
/** How long before it is let go its speed is looked at. */
const RECENT_MS = 120;

type Drag = {
  readonly pointer: number;
  readonly y: number;
  readonly height: number;
  isDragging: boolean;
  /** Where it was a moment ago. */
  trail: readonly { readonly ms: number; readonly y: number }[];
};

/** What drags the sheet by its header: it follows the finger, and settles at the stop that is nearest. */
export function useSheetDrag(bar: RefObject<HTMLElement | null>) {
  const { sheet, actions } = useApp();
  const drag = useRef<Drag | null>(null);
  const heightAt = (held: Drag, y: number) => {
    const { high, low } = sheetStops(window.innerHeight);
    return Math.min(Math.max(held.height + held.y - y, low), high);
  };
  const end = () => {
    drag.current = null;
    bar.current?.style.removeProperty("block-size");
    bar.current?.removeAttribute("data-dragged");
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || !bar.current) return;
      const { clientY: y, pointerId: pointer, timeStamp: ms } = event;
      const height = bar.current.getBoundingClientRect().height;
      drag.current = { pointer, y, height, isDragging: false, trail: [{ ms, y }] };
    },
    onPointerMove: (event: PointerEvent) => {
      const held = drag.current;
      if (!held || held.pointer !== event.pointerId || !bar.current) return;
      const { clientY: y, timeStamp: ms } = event;
      if (!held.isDragging && Math.abs(y - held.y) <= SLACK) return;
      if (!held.isDragging) {
        held.isDragging = true;
        (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
        bar.current.setAttribute("data-dragged", "");
      }
      held.trail = [...held.trail.filter((one) => ms - one.ms < RECENT_MS), { ms, y }];
      const height = heightAt(held, y);
      bar.current.style.setProperty("block-size", `${height}px`);
      // What comes into sight is there.
      const stops = sheetStops(window.innerHeight);
      const holding = SHEET_HEIGHTS.find((stop) => stops[stop] >= height - SLACK) ?? "high";
      if (holding !== sheet.value) actions.setSheet(holding);
    },
    onPointerUp: (event: PointerEvent) => {
      const held = drag.current;
      if (!held?.isDragging || held.pointer !== event.pointerId) return end();
      const [first, last] = [held.trail[0], held.trail.at(-1)];
      const [dy, ms] = [(first?.y ?? 0) - (last?.y ?? 0), event.timeStamp - (first?.ms ?? 0)];
      const height = heightAt(held, event.clientY);
      actions.setSheet(restingStop(height, dy / Math.max(ms, 1), sheetStops(window.innerHeight)));
      end();
    },
    onPointerCancel: end,
  };
}
